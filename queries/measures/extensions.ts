import { sql } from 'kysely';
import { assessed, both, due, notDesk } from '../where/conditions.ts';
import { happened, hasCome, says, workingDaysBetween } from '../where/said.ts';
import type { Condition } from '../where/tables.ts';
import type { QuantityMeasure, RateMeasure } from './definition.ts';
import { deskLeftOut, notSaid, sentToUnits } from './words.ts';

const dueAt = sql<string | null>`${sql.ref('due_at')}`;
const originalDueAt = sql<string | null>`${sql.ref('original_due_at')}`;

/** A deadline that moved is an extension that was granted; a count alone is believed where no first deadline is told. */
const extended: Condition = (eb) =>
	eb.and([
		happened('extension_count')(eb),
		eb.or([eb('original_due_at', 'is', null), eb('due_at', '>', eb.ref('original_due_at'))])
	]);
const originalDue: Condition = (eb) =>
	eb.or([
		eb.and([eb('original_due_at', 'is not', null), hasCome('original_due_at')(eb)]),
		eb.and([eb('original_due_at', 'is', null), eb('is_due', '=', true)])
	]);

/** Deadlines that were moved and clocks that were stopped. */
export const extensionMeasures = {
	extension: {
		type: 'rate',
		id: 'T14',
		name: { 'zh-CN': '延期率', en: 'Extension rate' },
		formula: {
			'zh-CN': '获准延期至少一次的工单 ÷ 期内到期的工单',
			en: 'Orders with at least one granted extension ÷ orders due in the period'
		},
		leftOut: {
			'zh-CN':
				'直接办结、批准剔除、没有期限、导出文件没有说明延期的工单不计入。有原期限的以期限确实后移为准，没有的以延期次数为准。',
			en: 'Desk answers, excluded orders, orders without a deadline and orders whose export says nothing of extensions are left out. Where the first deadline is told, it must have moved; else the count is believed.'
		},
		basis: 'due_basis_at',
		source: 'measures T14',
		needs: ['due_basis_at', 'extension_count'],
		numerator: extended,
		denominator: both(due, says('extension_count')),
		numeratorName: { 'zh-CN': '延期', en: 'extended' },
		denominatorName: { 'zh-CN': '期内到期', en: 'due in the period' },
		direction: 'lower is better'
	},
	'extension-days': {
		type: 'quantity',
		id: 'T14d',
		name: { 'zh-CN': '延期天数', en: 'Days of extension' },
		formula: {
			'zh-CN': '期限后移的工单，从原期限到现期限的工作日数，取中位数',
			en: 'Median of the working days from the first deadline to the one in force, of orders whose deadline was moved'
		},
		leftOut: deskLeftOut,
		basis: 'due_basis_at',
		source: 'measures T14; section 2, extension',
		needs: ['original_due_at', 'due_at'],
		unit: 'workingDays',
		value: (eb) => workingDaysBetween(eb, originalDueAt, dueAt),
		counted: both(notDesk, (eb) => eb('due_at', '>', eb.ref('original_due_at')))
	},
	'on-time-original': {
		type: 'rate',
		id: 'T14o',
		name: { 'zh-CN': '按期办结率（原期限）', en: 'On-time rate by the first deadline' },
		formula: {
			'zh-CN': '期内原期限到期且按原期限办结的工单 ÷ 期内原期限到期的工单',
			en: 'Orders whose first deadline lies in the period and that were closed by it ÷ orders whose first deadline lies in the period'
		},
		leftOut: {
			'zh-CN': '直接办结、批准剔除和没有期限的工单不计入。没有延期的工单，原期限就是期限。',
			en: 'Desk answers, excluded orders and orders without a deadline are left out. Where nothing was extended, the deadline is the first one.'
		},
		basis: 'original_due_basis_at',
		source: 'measures T14, T9 on the original deadline',
		needs: ['due_basis_at', 'original_due_at'],
		numerator: (eb) => eb('original_timeliness', '=', 'closed_on_time'),
		denominator: both(assessed, originalDue),
		numeratorName: { 'zh-CN': '按原期限办结', en: 'closed by the first deadline' },
		denominatorName: { 'zh-CN': '原期限在期内', en: 'first deadline in the period' },
		direction: 'higher is better'
	},
	suspension: {
		type: 'rate',
		id: 'T14s',
		name: { 'zh-CN': '挂起率', en: 'Suspended share' },
		formula: { 'zh-CN': '挂起过的工单 ÷ 转部门的工单', en: 'Orders whose clock was stopped ÷ orders sent to units' },
		leftOut: notSaid,
		basis: 'received_at',
		source: 'measures section 2, suspended time is shown and not removed',
		needs: ['suspended_days'],
		numerator: happened('suspended_days'),
		denominator: both(notDesk, says('suspended_days')),
		numeratorName: { 'zh-CN': '挂起过', en: 'suspended' },
		denominatorName: sentToUnits,
		direction: 'neither'
	},
	'suspension-days': {
		type: 'quantity',
		id: 'T14sd',
		name: { 'zh-CN': '挂起天数', en: 'Days of suspension' },
		formula: {
			'zh-CN': '挂起过的工单，导出文件所记的挂起天数，取中位数',
			en: 'Median of the days suspended as the export counts them, of orders that were'
		},
		leftOut: deskLeftOut,
		basis: 'received_at',
		source: 'measures section 2, suspended time is shown and not removed',
		needs: ['suspended_days'],
		unit: 'days',
		value: () => sql.ref<number | null>('suspended_days'),
		counted: both(notDesk, happened('suspended_days'))
	}
} as const satisfies Record<string, RateMeasure | QuantityMeasure>;
