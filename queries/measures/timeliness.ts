import { assessed, both, closedKnown, due, inState, notDesk } from '../where/conditions.ts';
import type { CountMeasure, RateMeasure } from './definition.ts';
import { assessedLeftOut, deskLeftOut } from './words.ts';

/** In time or not: the states at T and the rates made of them. */
export const timelinessMeasures = {
	'closed-on-time': {
		type: 'count',
		id: 'T-closed_on_time',
		name: { 'zh-CN': '按期办结', en: 'Closed on time' },
		formula: {
			'zh-CN': '期内受理、至数据截止时已按期办结的工单数',
			en: 'Orders received in the period and closed by their deadline, as of the data cut'
		},
		leftOut: deskLeftOut,
		basis: 'received_at',
		source: 'measures section 2, timeliness state at T',
		needs: ['received_at'],
		counted: both(notDesk, inState('closed_on_time'))
	},
	'closed-late': {
		type: 'count',
		id: 'T-closed_late',
		name: { 'zh-CN': '超期办结', en: 'Closed late' },
		formula: {
			'zh-CN': '期内受理、至数据截止时已超期办结的工单数',
			en: 'Orders received in the period and closed after their deadline, as of the data cut'
		},
		leftOut: deskLeftOut,
		basis: 'received_at',
		source: 'measures section 2, timeliness state at T',
		needs: ['received_at'],
		counted: both(notDesk, inState('closed_late'))
	},
	'open-within': {
		type: 'count',
		id: 'T-open_within',
		name: { 'zh-CN': '办理中未到期', en: 'Open, within deadline' },
		formula: {
			'zh-CN': '期内受理、数据截止时未办结且未到期的工单数',
			en: 'Orders received in the period, open and not yet due at the data cut'
		},
		leftOut: deskLeftOut,
		basis: 'received_at',
		source: 'measures section 2, timeliness state at T',
		needs: ['received_at'],
		counted: both(notDesk, inState('open_within'))
	},
	'open-overdue': {
		type: 'count',
		id: 'T-open_overdue',
		name: { 'zh-CN': '逾期未办结', en: 'Open and overdue' },
		formula: {
			'zh-CN': '期内受理、数据截止时未办结且已过期限的工单数',
			en: 'Orders received in the period, open and past their deadline at the data cut'
		},
		leftOut: deskLeftOut,
		basis: 'received_at',
		source: 'measures section 2, timeliness state at T',
		needs: ['received_at'],
		counted: both(notDesk, inState('open_overdue'))
	},
	'timeliness-unknown': {
		type: 'count',
		id: 'T-unknown',
		name: { 'zh-CN': '无法判定', en: 'Timeliness unknown' },
		formula: {
			'zh-CN': '期内受理、无法判定是否按期的工单数：没有期限、没有办结时间或标志矛盾',
			en: 'Orders received in the period that can not be judged: no deadline, no closing time, or contradicting flags'
		},
		leftOut: deskLeftOut,
		basis: 'received_at',
		source: 'measures section 2, timeliness state at T',
		needs: ['received_at'],
		counted: both(notDesk, inState('unknown'))
	},
	'on-time-due': {
		type: 'rate',
		id: 'T9',
		name: { 'zh-CN': '按期办结率（应办结口径）', en: 'On-time rate, by due date' },
		formula: {
			'zh-CN': '期内到期且按期办结的工单 ÷ 期内到期的工单',
			en: 'Orders due in the period and closed by their deadline ÷ orders due in the period'
		},
		leftOut: {
			'zh-CN': '直接办结、批准剔除和没有期限的工单不计入。到期未办结、办结时间缺失的工单留在分母中，不算按期。',
			en: 'Desk answers, orders whose exclusion was granted and orders without a deadline are left out. Orders overdue and open, or closed without a closing time, stay in the denominator and are not on time.'
		},
		basis: 'due_basis_at',
		source: 'measures T9; SUM(intime_archive_num) / SUM(need_archive_num)',
		needs: ['due_basis_at'],
		numerator: inState('closed_on_time'),
		denominator: due,
		numeratorName: { 'zh-CN': '按期办结', en: 'closed on time' },
		denominatorName: { 'zh-CN': '期内到期', en: 'due in the period' },
		direction: 'higher is better'
	},
	'on-time-closed': {
		type: 'rate',
		id: 'T10',
		name: { 'zh-CN': '按期办结率（已办结口径，仅供对照）', en: 'On-time rate, by closing date (comparison only)' },
		formula: {
			'zh-CN': '期内办结且按期的工单 ÷ 期内办结且可判定的工单',
			en: 'Orders closed in the period by their deadline ÷ orders closed in the period that can be judged'
		},
		leftOut: {
			'zh-CN': '未办结的逾期工单不在其中，因此偏高。直接办结、批准剔除、没有期限或没有办结时间的工单不计入。',
			en: 'Overdue orders that are still open are not in it, so it flatters. Desk answers, excluded orders and orders without a deadline or a closing time are left out.'
		},
		basis: 'closed_basis_at',
		source: 'measures T10',
		needs: ['closed_basis_at', 'due_basis_at'],
		numerator: inState('closed_on_time'),
		denominator: closedKnown,
		numeratorName: { 'zh-CN': '按期办结', en: 'closed on time' },
		denominatorName: { 'zh-CN': '期内办结且可判定', en: 'closed in the period and judged' },
		direction: 'higher is better'
	},
	closure: {
		type: 'rate',
		id: 'T11',
		name: { 'zh-CN': '办结率（受理口径）', en: 'Closure rate, by receipt' },
		formula: {
			'zh-CN': '期内受理且至数据截止时已办结 ÷ 期内受理',
			en: 'Orders received in the period and closed by the data cut ÷ orders received in the period'
		},
		leftOut: assessedLeftOut,
		basis: 'received_at',
		source: 'measures T11',
		needs: ['received_at'],
		numerator: (eb) => eb('is_closed', '=', true),
		denominator: assessed,
		numeratorName: { 'zh-CN': '已办结', en: 'closed' },
		denominatorName: { 'zh-CN': '受理', en: 'received' },
		direction: 'higher is better'
	}
} as const satisfies Record<string, CountMeasure | RateMeasure>;
