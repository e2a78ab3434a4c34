import { sql } from 'kysely';
import { dataCut, secondsBetween } from '../where/clock.ts';
import { both, due, inState, notDesk } from '../where/conditions.ts';
import { says, workingDaysBetween } from '../where/said.ts';
import type { Condition, OrdersBuilder } from '../where/tables.ts';
import type { CountMeasure, QuantityMeasure, RateMeasure } from './definition.ts';

const dueAt = sql<string | null>`${sql.ref('due_at')}`;
const cut = (eb: OrdersBuilder) => sql<string | null>`${dataCut(eb)}`;

const overdue = both(notDesk, inState('open_overdue'));
const late: Condition = (eb) => eb('timeliness', 'in', ['closed_late', 'open_overdue']);
const silent: Condition = (eb) => eb('replied_at', 'is', null);
/** Deadlines missed, and about to be. */
export const deadlineMeasures = {
	overdue: {
		type: 'rate',
		id: 'T12',
		name: { 'zh-CN': '超期率（应办结口径）', en: 'Overdue rate, by due date' },
		formula: {
			'zh-CN': '期内到期而未按期办结的工单 ÷ 期内到期的工单，即 1 − 按期办结率',
			en: 'Orders due in the period and not closed by their deadline ÷ orders due in the period; 1 − the on-time rate'
		},
		leftOut: {
			'zh-CN': '直接办结、批准剔除和没有期限的工单不计入。到期未办结、不能证明按期的算超期。',
			en: 'Desk answers, orders whose exclusion was granted and orders without a deadline are left out. Orders open past their deadline, and those not proven to be on time, count as overdue.'
		},
		basis: 'due_basis_at',
		source: 'measures T12',
		needs: ['due_basis_at'],
		numerator: (eb) => eb('timeliness', '<>', 'closed_on_time'),
		denominator: due,
		numeratorName: { 'zh-CN': '未按期办结', en: 'not closed by the deadline' },
		denominatorName: { 'zh-CN': '期内到期', en: 'due in the period' },
		direction: 'lower is better'
	},
	'overdue-age': {
		type: 'quantity',
		id: 'T12a',
		name: { 'zh-CN': '逾期未办结的逾期时长', en: 'Age of the open overdue stock' },
		formula: {
			'zh-CN': '逾期未办结的工单，从期限到数据截止的工作日数，取中位数',
			en: 'Median of the working days from the deadline to the data cut, of orders open and overdue'
		},
		leftOut: {
			'zh-CN': '直接办结的工单不计入；年份未载入工作日历的计为未知并列出。',
			en: 'Desk answers are left out; a year that is not in the calendar makes the days unknown, which is counted.'
		},
		basis: 'received_at',
		source: 'measures T12, open overdue stock',
		needs: ['due_at'],
		unit: 'workingDays',
		value: (eb) => workingDaysBetween(eb, dueAt, cut(eb)),
		counted: both(overdue, says('due_at'))
	},
	'overtime-multiple': {
		type: 'quantity',
		id: 'T16',
		name: { 'zh-CN': '超时倍数', en: 'Overtime multiple' },
		formula: {
			'zh-CN': '超期的工单，（办结或数据截止 − 派单）÷（期限 − 派单），取中位数',
			en: 'Median of (closing or data cut − dispatch) ÷ (deadline − dispatch), of late orders'
		},
		leftOut: {
			'zh-CN':
				'未超期的、直接办结的工单不计入；没有派单时间或期限、期限早于派单、办结没有时分的计为未知并列出。自然时间，挂起不扣除。',
			en: 'Orders in time and desk answers are left out; without a dispatch or a deadline, with a deadline before the dispatch, or a closing without a time of day the multiple is unknown, which is counted. By the clock; suspended time is not removed.'
		},
		basis: 'due_basis_at',
		source: 'measures T16',
		needs: ['dispatched_at', 'due_at'],
		unit: 'times',
		value: overtime,
		counted: both(notDesk, late)
	},
	'yellow-cards': {
		type: 'count',
		readsCalendar: true,
		id: 'T17y',
		name: { 'zh-CN': '黄牌（将到期未答复）', en: 'Yellow cards: nearly due, no reply' },
		formula: {
			'zh-CN': '数据截止时未办结、未答复、距期限不足或等于一个工作日的工单数',
			en: 'Orders open at the data cut without a reply and with one working day or less to the deadline'
		},
		leftOut: {
			'zh-CN': '直接办结的工单不计入；年份未载入工作日历的不计入。没有答复时间一列的导出文件，以未办结为准。',
			en: 'Desk answers are left out, and years that are not in the calendar. Where an export has no time of reply, open stands for unanswered.'
		},
		basis: 'received_at',
		source: 'measures T17',
		needs: ['due_at'],
		counted: both(notDesk, inState('open_within'), silent, (eb) => sql`${workingDaysBetween(eb, cut(eb), dueAt)} <= 1`)
	},
	'red-cards': {
		type: 'count',
		readsCalendar: true,
		id: 'T17r',
		name: { 'zh-CN': '红牌（逾期首个工作日未答复）', en: 'Red cards: the first working day past the deadline' },
		formula: {
			'zh-CN': '数据截止时未办结、未答复、逾期不超过一个工作日的工单数',
			en: 'Orders open at the data cut without a reply and no more than one working day past the deadline'
		},
		leftOut: {
			'zh-CN':
				'直接办结的工单不计入；年份未载入工作日历的不计入。没有答复时间一列的导出文件，以未办结为准。逾期更久的见逾期未办结。',
			en: 'Desk answers are left out, and years that are not in the calendar. Where an export has no time of reply, open stands for unanswered. Longer overdue orders are among the open overdue.'
		},
		basis: 'received_at',
		source: 'measures T17',
		needs: ['due_at'],
		counted: both(notDesk, inState('open_overdue'), silent, (eb) => sql`${workingDaysBetween(eb, dueAt, cut(eb))} <= 1`)
	}
} as const satisfies Record<string, RateMeasure | CountMeasure | QuantityMeasure>;

function overtime(eb: OrdersBuilder) {
	const from = sql<string | null>`${sql.ref('dispatched_at')}`;
	const until = sql<string | null>`coalesce(${sql.ref('closed_at')}, ${cut(eb)})`;
	const allowed = secondsBetween(eb, from, dueAt);
	return sql<number | null>`case
		when coalesce(${sql.ref('closed_is_date')}, false) or (${sql.ref('is_closed')} and ${sql.ref('closed_at')} is null) then null
		when ${allowed} > 0 then cast(${secondsBetween(eb, from, until)} as double precision) / ${allowed}
	end`;
}
