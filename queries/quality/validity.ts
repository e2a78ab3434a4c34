import type { Both } from '#lib/domain/languages.ts';
import { dataCut } from '../where/clock.ts';
import { everyOrder, inState, notDesk } from '../where/conditions.ts';
import { says } from '../where/said.ts';
import type { Condition } from '../where/tables.ts';
import { closedTimed, open } from './bases.ts';
import type { QualityCheck } from './check.ts';
import { closedTimes, judgedByDeadline, openStates, survivals } from './families.ts';
import { among, leftOut, neitherOnTimeNorLate } from './words.ts';

const later = [
	...(['received_at', 'dispatched_at', 'signed_at', 'first_contact_at', 'replied_at', 'visited_at'] as const)
];
const isAfterCut: Condition = (eb) =>
	eb.or([eb('is_closed_after_cut', '=', true), ...later.map((column) => eb(column, '>', dataCut(eb)))]);

const stillOpen: Both = {
	'zh-CN': '晚于截止的办结视为未发生，截止时仍在办',
	en: 'count as open where the closing lies after the cut: it has not happened'
};

/** Something is there, and can not be used as it stands. */
export const validityChecks = {
	'timeliness-unknown': {
		id: 'D11',
		kind: 'validity',
		name: { 'zh-CN': '无法判断是否按时', en: 'On time or late: unknown' },
		finds: {
			'zh-CN': '没有期限、没有办结时间、标记矛盾，或只有日期且恰在期限当天办结的工单',
			en: "Orders without a deadline or closing time, with contradicting flags, or closed on the deadline's own day by date alone"
		},
		among: among.toUnits,
		needs: ['due_basis_at'],
		of: notDesk,
		affected: inState('unknown'),
		touches: neitherOnTimeNorLate
	},
	'judged-by-flag': {
		id: 'D12',
		kind: 'validity',
		name: { 'zh-CN': '只按来源标记判断', en: "Judged by the source's flag" },
		finds: {
			'zh-CN': '没有期限、只按来源自己的按时标记判断的工单',
			en: "Orders without a deadline, judged by the source's own flag alone"
		},
		among: among.toUnits,
		needs: [],
		of: notDesk,
		affected: (eb) => eb('timeliness_from', '=', 'flag'),
		touches: [
			{
				measures: judgedByDeadline,
				how: {
					'zh-CN': '照来源所说计入，归在受理那天',
					en: 'count as the source says, on the day of receipt'
				}
			}
		]
	},
	'closing-day-alone': {
		id: 'D13',
		kind: 'validity',
		name: { 'zh-CN': '办结只有日期', en: 'Closing without a time of day' },
		finds: { 'zh-CN': '办结时间只有日期、没有时分的工单', en: 'Orders whose closing is a date without a time of day' },
		among: among.closedTimed,
		needs: ['closed_at'],
		of: closedTimed,
		affected: (eb) => eb('closed_is_date', '=', true),
		touches: [
			{ measures: closedTimes, how: leftOut },
			{
				measures: ['handling-survival', 'unit-survival'],
				how: { 'zh-CN': '按整天计', en: 'count in whole days' }
			}
		]
	},
	'receipt-day-alone': {
		id: 'D14',
		kind: 'validity',
		name: { 'zh-CN': '受理只有日期', en: 'Receipt without a time of day' },
		finds: { 'zh-CN': '受理时间只有日期、没有时分的工单', en: 'Orders whose receipt is a date without a time of day' },
		among: among.received,
		needs: [],
		of: everyOrder,
		affected: (eb) => eb('received_is_date', '=', true),
		touches: [{ measures: ['dispatch-time', ...closedTimes], how: leftOut }]
	},
	'after-cut': {
		id: 'D15',
		kind: 'validity',
		name: { 'zh-CN': '时间晚于数据截止', en: 'Later than the data cut' },
		finds: {
			'zh-CN': '有一个时间晚于数据截止时间的工单',
			en: 'Orders with a time that lies after the data cut'
		},
		among: among.received,
		needs: [],
		of: everyOrder,
		affected: isAfterCut,
		touches: [
			{
				measures: ['closure', 'closed-orders', ...survivals],
				how: stillOpen
			}
		]
	},
	'closed-after-cut': {
		id: 'D18',
		kind: 'validity',
		name: { 'zh-CN': '办结晚于数据截止', en: 'Closed after the data cut' },
		finds: {
			'zh-CN': '办结时间晚于数据截止时间的工单',
			en: 'Orders whose closing lies after the data cut'
		},
		among: { 'zh-CN': '截止时在办的工单', en: 'orders open at the data cut' },
		needs: [],
		of: open,
		affected: (eb) => eb('is_closed_after_cut', '=', true),
		touches: [{ measures: openStates, how: stillOpen }]
	},
	'kind-unknown': {
		id: 'D16',
		kind: 'validity',
		name: { 'zh-CN': '诉求类型不在词表内', en: 'Kind of request not in the vocabulary' },
		finds: {
			'zh-CN': '写了诉求类型、但不是已知类型的工单',
			en: 'Orders whose kind of request is none that is known'
		},
		among: { 'zh-CN': '写了诉求类型的工单', en: 'orders that name a kind of request' },
		needs: ['kind_code'],
		of: says('kind'),
		affected: (eb) => eb('kind_code', 'is', null),
		touches: [{ measures: ['praise', 'visited-inquiry', 'unvisited-inquiry'], how: leftOut }]
	},
	'year-not-loaded': {
		id: 'D17',
		kind: 'validity',
		name: { 'zh-CN': '超出工作日历', en: 'Beyond the working-day calendar' },
		finds: {
			'zh-CN': '办理期间有一年没有工作日历的工单',
			en: 'Orders whose time runs through a year without a working-day calendar'
		},
		among: among.toUnits,
		needs: [],
		of: notDesk,
		affected: (eb) => eb('is_year_not_loaded', '=', true),
		touches: [
			{
				measures: ['handling-working-days', 'handling-survival-working', 'unit-survival-working'],
				how: {
					'zh-CN': '不计入中位数，或按日历最后一天仍在办计',
					en: "are left out of the median, or count as open on the calendar's last day"
				}
			}
		]
	}
} as const satisfies Record<string, QualityCheck>;
