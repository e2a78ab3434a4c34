import type { Both } from '#lib/domain/languages.ts';
import type { CallMeasure } from './beside-orders.ts';

export const lacking: Both = {
	'zh-CN': '缺少所需数字的日期（或热线）不计入。同一天有通话记录又有日汇总的，以通话记录为准。',
	en: 'Days and lines without one of the numbers it takes are left out. Where a day has both a call log and a daily summary, the log is counted.'
};
const soon: Both = {
	'zh-CN': `${lacking['zh-CN']}十秒内放弃的来电从分母中除去。`,
	en: `${lacking.en} Calls given up within ten seconds are taken out of the denominator.`
};
export const answered: Both = { 'zh-CN': '人工接听', en: 'answered by a person' };
const offered: Both = { 'zh-CN': '进入人工队列', en: 'offered to the queue' };
const offeredLessSoon: Both = { 'zh-CN': '进入人工队列（除去短时放弃）', en: 'offered, short abandons taken out' };
const in15: Both = { 'zh-CN': '15 秒内接听', en: 'answered within 15 s' };

const answerRate = {
	type: 'calls',
	gives: 'share',
	id: 'C1',
	name: { 'zh-CN': '人工接通率', en: 'Answer rate' },
	formula: { 'zh-CN': '人工接听 ÷ 进入人工队列', en: 'Calls answered by a person ÷ calls offered to the queue' },
	leftOut: lacking,
	source: 'measures C1; GB/T 33358-2016: 95 % in any continuous 24 hours',
	needs: ['answered', 'offered'],
	numerator: ['answered'],
	denominator: { of: ['offered'] },
	numeratorName: answered,
	denominatorName: offered,
	direction: 'higher is better',
	target: 0.95
} as const;
const compositeRate = {
	type: 'calls',
	gives: 'share',
	id: 'C3',
	name: { 'zh-CN': '综合接通率（含自助）', en: 'Composite answer rate' },
	formula: {
		'zh-CN': '（人工接听 + 自助服务）÷ 全部来电',
		en: '(Answered by a person + served by the machine) ÷ all incoming calls'
	},
	leftOut: {
		'zh-CN': `${lacking['zh-CN']}自助服务算作接通，因此高于人工接通率。`,
		en: `${lacking.en} Self-service counts as answered, so it lies above the answer rate.`
	},
	source: 'measures C3',
	needs: ['answered', 'self_served', 'incoming'],
	numerator: ['answered', 'self_served'],
	denominator: { of: ['incoming'] },
	numeratorName: { 'zh-CN': '人工接听与自助服务', en: 'answered or self-served' },
	denominatorName: { 'zh-CN': '全部来电', en: 'incoming' },
	direction: 'higher is better'
} as const;

/** How many calls were answered, on the hotline and on the lines merged into it. */
export const answeringMeasures = {
	'answer-rate': answerRate,
	'answer-rate-without-short': {
		...{ ...answerRate, needs: ['answered', 'offered', 'abandoned_soon'], leftOut: soon, target: undefined },
		id: 'C1b',
		name: { 'zh-CN': '人工接通率（除去短时放弃）', en: 'Answer rate, short abandons taken out' },
		formula: {
			'zh-CN': '人工接听 ÷（进入人工队列 − 短时放弃）',
			en: 'Calls answered by a person ÷ (calls offered − calls given up at once)'
		},
		source: 'measures C1b',
		denominator: { of: ['offered'], without: ['abandoned_soon'] },
		denominatorName: offeredLessSoon
	},
	'service-level': {
		type: 'calls',
		gives: 'share',
		id: 'C2',
		name: { 'zh-CN': '15 秒接通率（国内口径）', en: 'Answered within 15 s, of the answered' },
		formula: { 'zh-CN': '15 秒内接听 ÷ 人工接听', en: 'Calls answered within 15 s ÷ calls answered' },
		leftOut: {
			'zh-CN': `${lacking['zh-CN']}没有接起来的来电不在其中，因此高于国际口径。`,
			en: `${lacking.en} Calls that nobody answered are not in it, so it lies above the international form.`
		},
		source: 'measures C2, Chinese usage',
		needs: ['answered_in_15', 'answered'],
		numerator: ['answered_in_15'],
		denominator: { of: ['answered'] },
		numeratorName: in15,
		denominatorName: answered,
		direction: 'higher is better',
		target: 0.8
	},
	'service-level-offered': {
		type: 'calls',
		gives: 'share',
		id: 'C2i',
		name: { 'zh-CN': '15 秒服务水平（国际口径）', en: 'Service level: within 15 s, of the offered' },
		formula: { 'zh-CN': '15 秒内接听 ÷ 进入人工队列', en: 'Calls answered within 15 s ÷ calls offered' },
		leftOut: lacking,
		source: 'measures C2, international; ISO 18295-1, COPC',
		needs: ['answered_in_15', 'offered'],
		numerator: ['answered_in_15'],
		denominator: { of: ['offered'] },
		numeratorName: in15,
		denominatorName: offered,
		direction: 'higher is better'
	},
	'service-level-without-short': {
		type: 'calls',
		gives: 'share',
		id: 'C2is',
		name: { 'zh-CN': '15 秒服务水平（除去短时放弃）', en: 'Service level, short abandons taken out' },
		formula: {
			'zh-CN': '15 秒内接听 ÷（进入人工队列 − 短时放弃）',
			en: 'Calls answered within 15 s ÷ (calls offered − calls given up at once)'
		},
		leftOut: soon,
		source: 'measures C2, international minus short abandons',
		needs: ['answered_in_15', 'offered', 'abandoned_soon'],
		numerator: ['answered_in_15'],
		denominator: { of: ['offered'], without: ['abandoned_soon'] },
		numeratorName: in15,
		denominatorName: offeredLessSoon,
		direction: 'higher is better'
	},
	'composite-answer-rate': compositeRate,
	abandonment: {
		type: 'calls',
		gives: 'share',
		id: 'C4',
		name: { 'zh-CN': '放弃率', en: 'Abandonment' },
		formula: { 'zh-CN': '排队中放弃 ÷ 进入人工队列', en: 'Calls given up in the queue ÷ calls offered' },
		leftOut: lacking,
		source: 'measures C4',
		needs: ['abandoned', 'offered'],
		numerator: ['abandoned'],
		denominator: { of: ['offered'] },
		numeratorName: { 'zh-CN': '放弃', en: 'given up' },
		denominatorName: offered,
		direction: 'lower is better'
	},
	'social-security-answered': {
		...compositeRate,
		line: '12333',
		id: '12333-C3',
		name: { 'zh-CN': '12333 综合接通率', en: '12333 social security: composite answer rate' },
		source: 'measures section 3.6, 12333; C3'
	},
	'legal-aid-answered': {
		...answerRate,
		line: '12348',
		id: '12348-C1',
		name: { 'zh-CN': '12348 接通率', en: '12348 legal aid: answer rate' },
		source: 'measures section 3.6, 12348: at least 95 % (Anhui 2018)'
	}
} as const satisfies Record<string, CallMeasure>;
