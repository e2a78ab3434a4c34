import type { PlaceMeasure, UncarriedMeasure } from './beside-orders.ts';

/** What is counted for each so many residents, and what no file carries. Context, not performance. */
export const placeMeasures = {
	'demands-per-resident': {
		type: 'places',
		id: 'Q10',
		name: { 'zh-CN': '万人诉求比', en: 'Orders for each 10,000 residents' },
		formula: {
			'zh-CN': '期内受理的工单 ÷ 常住人口 × 10,000',
			en: 'Orders received in the period ÷ residents × 10,000'
		},
		leftOut: {
			'zh-CN': '无效来电不计入。人口取期末有效的数。只作背景，不作评价。',
			en: "Invalid calls are left out. Residents as they hold at the period's end. Context, not performance."
		},
		source: 'measures Q10',
		needs: ['residents'],
		counted: 'orders',
		residents: 10_000
	},
	'seats-per-resident': {
		type: 'places',
		id: 'C10',
		name: { 'zh-CN': '每十万人座席数', en: 'Seats for each 100,000 residents' },
		formula: { 'zh-CN': '座席数 ÷ 常住人口 × 100,000', en: 'Seats ÷ residents × 100,000' },
		leftOut: {
			'zh-CN': '座席是位子，不是人员；人员数另列。',
			en: 'Seats are places to sit, not people; staff is a figure of its own.'
		},
		source: 'measures C10',
		needs: ['seats', 'residents'],
		counted: 'seats',
		residents: 100_000
	},
	'staff-per-resident': {
		type: 'places',
		id: 'C10s',
		name: { 'zh-CN': '每十万人话务人员数', en: 'Staff for each 100,000 residents' },
		formula: { 'zh-CN': '话务人员数 ÷ 常住人口 × 100,000', en: 'Staff ÷ residents × 100,000' },
		leftOut: {
			'zh-CN': '有的城市以此代替座席数，两者不可相比。',
			en: 'Some cities print it in place of seats; the two can not be compared.'
		},
		source: 'measures C10, staff',
		needs: ['staff', 'residents'],
		counted: 'staff',
		residents: 100_000
	},
	'knowledge-base': {
		type: 'uncarried',
		id: 'Q8',
		name: { 'zh-CN': '知识库更新', en: 'Knowledge base kept up' },
		formula: {
			'zh-CN': '期内更新的知识条目数，或占全部条目的比例',
			en: 'Entries renewed in the period, as a number or a share of all'
		},
		leftOut: { 'zh-CN': '不从工单推算。', en: 'Never guessed from orders.' },
		source: 'measures Q8',
		needs: [],
		input: { 'zh-CN': '知识库更新记录', en: "a record of the knowledge base's updates" }
	}
} as const satisfies Record<string, PlaceMeasure | UncarriedMeasure>;
