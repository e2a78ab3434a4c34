import type { Both } from '#lib/domain/languages.ts';
import type { BasisColumn, Condition } from './where/tables.ts';
import type { OrdersTable, TimelinessState } from '#lib/server/warehouse/schema.ts';

type Definition = {
	/** The id used in the field's catalogue; stands beside every figure. */
	id: string;
	name: Both;
	/** The formula in words, made of the same conditions as the query. */
	formula: Both;
	/** What is left out, and what unknown counts as. */
	leftOut: Both;
	/** The day an order counts on. */
	basis: BasisColumn;
	/** Where the formula comes from. */
	source: string;
	/** Columns an export must carry; a figure whose column is empty everywhere is "not in these exports". */
	needs: (keyof OrdersTable)[];
};

export type RateMeasure = Definition & {
	type: 'rate';
	numerator: Condition;
	denominator: Condition;
	numeratorName: Both;
	denominatorName: Both;
	direction: 'higher is better' | 'lower is better' | 'neither';
};

export type CountMeasure = Definition & { type: 'count'; counted: Condition };

export type DurationMeasure = Definition & {
	type: 'duration';
	/** Seconds from `start` to `stop`. */
	seconds: 'dispatch_seconds' | 'sign_seconds' | 'first_contact_seconds' | 'handling_seconds';
	start: Both;
	stop: Both;
	counted: Condition;
};

/** Sent to a unit, or an export that does not tell desk answers apart: a desk answer enters no unit's rate. */
const notDesk: Condition = (eb) => eb.or([eb('handling_mode', 'is', null), eb('handling_mode', '<>', 'desk')]);
const all: Condition = (eb) => eb.and([]);
const both =
	(...conditions: Condition[]): Condition =>
	(eb) =>
		eb.and(conditions.map((condition) => condition(eb)));
const due = both(notDesk, (eb) => eb('is_due', '=', true));
const closedKnown = both(notDesk, (eb) => eb('timeliness', 'in', ['closed_on_time', 'closed_late']));
const closed = both(notDesk, (eb) => eb('is_closed', '=', true));
const attempted = both(closed, (eb) => eb('visit_attempted', '=', true));
const valid = both(closed, (eb) => eb('visit_valid', '=', true));

const desk: Condition = (eb) => eb('handling_mode', '=', 'desk');
const inState =
	(state: TimelinessState): Condition =>
	(eb) =>
		eb('timeliness', '=', state);

const validVisits: Both = { 'zh-CN': '有效回访', en: 'valid return visits' };
const deskLeftOut: Both = { 'zh-CN': '直接办结的工单不计入。', en: 'Desk answers are left out.' };
const unknownSurvey: Both = {
	'zh-CN': '直接办结的工单不计入。未答此问的有效回访留在分母中，不算作好评。',
	en: 'Desk answers are left out. A valid visit that did not answer this question stays in the denominator and never counts as good.'
};

/** The one definition of every measure. Queries, pages, exports, explanations and releases read it from here. */
export const measures = {
	received: {
		type: 'count',
		id: 'T1',
		name: { 'zh-CN': '受理量', en: 'Orders received' },
		formula: { 'zh-CN': '期内受理的工单数', en: 'Orders received in the period' },
		leftOut: {
			'zh-CN': '不剔除任何工单；每个工单编号计一次。',
			en: 'Nothing is left out; each order number counts once.'
		},
		basis: 'received_at',
		source: 'measures T1',
		needs: ['received_at'],
		counted: all
	},
	'sent-to-units': {
		type: 'count',
		id: 'T1u',
		name: { 'zh-CN': '转部门办理量', en: 'Orders sent to units' },
		formula: { 'zh-CN': '期内受理、转部门办理的工单数', en: 'Orders received in the period and sent to a unit' },
		leftOut: {
			'zh-CN': '直接办结的工单不计入；导出文件不区分时全部计入。',
			en: 'Desk answers are left out; an export that does not tell them apart counts whole.'
		},
		basis: 'received_at',
		source: 'measures T1',
		needs: ['received_at'],
		counted: notDesk
	},
	'desk-answers': {
		type: 'count',
		id: 'C8n',
		name: { 'zh-CN': '直接办结量', en: 'Answered at the desk' },
		formula: {
			'zh-CN': '期内受理、当场直接办结的工单数',
			en: 'Orders received in the period and answered on the spot'
		},
		leftOut: { 'zh-CN': '只计导出文件写明直接办结的工单。', en: 'Only orders that the export calls desk answers.' },
		basis: 'received_at',
		source: 'measures C8',
		needs: ['handling_mode'],
		counted: desk
	},
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
	'closed-orders': {
		type: 'count',
		id: 'T1c',
		name: { 'zh-CN': '办结量', en: 'Orders closed' },
		formula: { 'zh-CN': '期内办结的工单数', en: 'Orders closed in the period' },
		leftOut: deskLeftOut,
		basis: 'closed_basis_at',
		source: 'measures T1, T11',
		needs: ['closed_basis_at'],
		counted: closed
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
			'zh-CN': '直接办结和没有期限的工单不计入。到期未办结、办结时间缺失的工单留在分母中，不算按期。',
			en: 'Desk answers and orders without a deadline are left out. Orders overdue and open, or closed without a closing time, stay in the denominator and are not on time.'
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
			'zh-CN': '未办结的逾期工单不在其中，因此偏高。直接办结、没有期限或没有办结时间的工单不计入。',
			en: 'Overdue orders that are still open are not in it, so it flatters. Desk answers and orders without a deadline or a closing time are left out.'
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
		leftOut: deskLeftOut,
		basis: 'received_at',
		source: 'measures T11',
		needs: ['received_at'],
		numerator: (eb) => eb('is_closed', '=', true),
		denominator: notDesk,
		numeratorName: { 'zh-CN': '已办结', en: 'closed' },
		denominatorName: { 'zh-CN': '受理', en: 'received' },
		direction: 'higher is better'
	},
	'dispatch-time': {
		type: 'duration',
		id: 'T2',
		name: { 'zh-CN': '派单时长', en: 'Dispatch time' },
		formula: { 'zh-CN': '受理至首次派单', en: 'From receipt to first dispatch' },
		leftOut: {
			'zh-CN': '没有派单时间、时间先后颠倒的工单不计入并列出。',
			en: 'Orders without a dispatch time, or dispatched before they were received, are left out and counted.'
		},
		basis: 'received_at',
		source: 'measures T2',
		needs: ['dispatched_at'],
		seconds: 'dispatch_seconds',
		start: { 'zh-CN': '受理', en: 'receipt' },
		stop: { 'zh-CN': '派单', en: 'dispatch' },
		counted: notDesk
	},
	'sign-time': {
		type: 'duration',
		id: 'T6',
		name: { 'zh-CN': '签收时长', en: 'Signing time' },
		formula: { 'zh-CN': '派单至签收', en: 'From dispatch to signing' },
		leftOut: {
			'zh-CN': '没有签收时间、时间先后颠倒的工单不计入并列出。',
			en: 'Orders without a signing time, or signed before dispatch, are left out and counted.'
		},
		basis: 'received_at',
		source: 'measures T6',
		needs: ['signed_at'],
		seconds: 'sign_seconds',
		start: { 'zh-CN': '派单', en: 'dispatch' },
		stop: { 'zh-CN': '签收', en: 'signing' },
		counted: notDesk
	},
	'first-contact-time': {
		type: 'duration',
		id: 'T8',
		name: { 'zh-CN': '首次联系时长', en: 'First-contact time' },
		formula: { 'zh-CN': '派单至首次联系群众', en: 'From dispatch to the first contact with the citizen' },
		leftOut: {
			'zh-CN': '没有首次联系时间、时间先后颠倒的工单不计入并列出。',
			en: 'Orders without a first-contact time, or contacted before dispatch, are left out and counted.'
		},
		basis: 'received_at',
		source: 'measures T8',
		needs: ['first_contact_at'],
		seconds: 'first_contact_seconds',
		start: { 'zh-CN': '派单', en: 'dispatch' },
		stop: { 'zh-CN': '首次联系', en: 'first contact' },
		counted: notDesk
	},
	'handling-time': {
		type: 'duration',
		id: 'T13',
		name: { 'zh-CN': '办理时长（仅已办结）', en: 'Handling time (closed orders only)' },
		formula: { 'zh-CN': '受理至办结，按自然时间', en: 'From receipt to closing, by the clock' },
		leftOut: {
			'zh-CN': '未办结的工单不在其中，因此偏短。直接办结、办结早于受理、办结时间没有时分的工单不计入并列出。',
			en: 'Open orders are not in it, so it flatters. Desk answers, orders closed before they were received and closings without a time of day are left out and counted.'
		},
		basis: 'closed_basis_at',
		source: 'measures T13',
		needs: ['closed_at'],
		seconds: 'handling_seconds',
		start: { 'zh-CN': '受理', en: 'receipt' },
		stop: { 'zh-CN': '办结', en: 'closing' },
		counted: closed
	},
	'visit-coverage': {
		type: 'rate',
		id: 'S0',
		name: { 'zh-CN': '回访率', en: 'Return-visit coverage' },
		formula: { 'zh-CN': '已回访 ÷ 期内办结', en: 'Return visits attempted ÷ orders closed in the period' },
		leftOut: deskLeftOut,
		basis: 'closed_basis_at',
		source: 'measures S0',
		needs: ['visit_attempted'],
		numerator: attempted,
		denominator: closed,
		numeratorName: { 'zh-CN': '已回访', en: 'attempted' },
		denominatorName: { 'zh-CN': '期内办结', en: 'closed in the period' },
		direction: 'neither'
	},
	'visit-reached': {
		type: 'rate',
		id: 'S1r',
		name: { 'zh-CN': '接通率（回访）', en: 'Reached' },
		formula: { 'zh-CN': '接通 ÷ 已回访', en: 'Citizens reached ÷ visits attempted' },
		leftOut: deskLeftOut,
		basis: 'closed_basis_at',
		source: 'measures section 3.3, dispositions',
		needs: ['visit_attempted', 'visit_reached'],
		numerator: both(attempted, (eb) => eb('visit_reached', '=', true)),
		denominator: attempted,
		numeratorName: { 'zh-CN': '接通', en: 'reached' },
		denominatorName: { 'zh-CN': '已回访', en: 'attempted' },
		direction: 'neither'
	},
	'visit-response': {
		type: 'rate',
		id: 'S1',
		name: { 'zh-CN': '有效回访率', en: 'Response rate' },
		formula: { 'zh-CN': '有效回访 ÷ 已回访', en: 'Valid return visits ÷ visits attempted' },
		leftOut: deskLeftOut,
		basis: 'closed_basis_at',
		source: 'measures S1',
		needs: ['visit_attempted', 'visit_valid'],
		numerator: valid,
		denominator: attempted,
		numeratorName: validVisits,
		denominatorName: { 'zh-CN': '已回访', en: 'attempted' },
		direction: 'neither'
	},
	contacted: {
		type: 'rate',
		id: 'S2',
		name: { 'zh-CN': '响应率（市民说联系过）', en: 'Contacted, the citizen says' },
		formula: {
			'zh-CN': '有效回访中答“联系过” ÷ 有效回访',
			en: 'Valid visits whose citizen was contacted ÷ valid visits'
		},
		leftOut: unknownSurvey,
		basis: 'closed_basis_at',
		source: 'measures S2',
		needs: ['visit_contacted', 'visit_valid'],
		numerator: both(valid, (eb) => eb('visit_contacted', '=', true)),
		denominator: valid,
		numeratorName: { 'zh-CN': '联系过', en: 'contacted' },
		denominatorName: validVisits,
		direction: 'higher is better'
	},
	resolved: {
		type: 'rate',
		id: 'S3',
		name: { 'zh-CN': '解决率（市民认定）', en: 'Resolved, the citizen says' },
		formula: {
			'zh-CN': '有效回访中答“已解决” ÷ 有效回访',
			en: 'Valid visits whose citizen says resolved ÷ valid visits'
		},
		leftOut: {
			'zh-CN': `${unknownSurvey['zh-CN']}部分解决不算解决。`,
			en: `${unknownSurvey.en} Partly resolved does not count as resolved.`
		},
		basis: 'closed_basis_at',
		source: 'measures S3',
		needs: ['visit_resolved', 'visit_valid'],
		numerator: both(valid, (eb) => eb('visit_resolved', '=', 'yes')),
		denominator: valid,
		numeratorName: { 'zh-CN': '已解决', en: 'resolved' },
		denominatorName: validVisits,
		direction: 'higher is better'
	},
	satisfied: {
		type: 'rate',
		id: 'S4',
		name: { 'zh-CN': '满意率（首次回访）', en: 'Satisfied, first survey' },
		formula: {
			'zh-CN': '有效回访中非常满意和满意 ÷ 有效回访',
			en: 'Valid visits answering very satisfied or satisfied ÷ valid visits'
		},
		leftOut: {
			'zh-CN': `${unknownSurvey['zh-CN']}基本满意单列，不算满意。`,
			en: `${unknownSurvey.en} Basically satisfied is shown apart and does not count as satisfied.`
		},
		basis: 'closed_basis_at',
		source: 'measures S4, w = 0',
		needs: ['satisfaction', 'visit_valid'],
		numerator: both(valid, (eb) => eb('satisfaction', 'in', ['very_satisfied', 'satisfied'])),
		denominator: valid,
		numeratorName: { 'zh-CN': '满意', en: 'satisfied' },
		denominatorName: validVisits,
		direction: 'higher is better'
	},
	'basically-satisfied': {
		type: 'rate',
		id: 'S4b',
		name: { 'zh-CN': '基本满意占比', en: 'Basically satisfied' },
		formula: {
			'zh-CN': '有效回访中基本满意 ÷ 有效回访',
			en: 'Valid visits answering basically satisfied ÷ valid visits'
		},
		leftOut: unknownSurvey,
		basis: 'closed_basis_at',
		source: 'measures S4',
		needs: ['satisfaction', 'visit_valid'],
		numerator: both(valid, (eb) => eb('satisfaction', '=', 'basically_satisfied')),
		denominator: valid,
		numeratorName: { 'zh-CN': '基本满意', en: 'basically satisfied' },
		denominatorName: validVisits,
		direction: 'neither'
	},
	dissatisfied: {
		type: 'rate',
		id: 'S5',
		name: { 'zh-CN': '不满意率', en: 'Dissatisfied' },
		formula: {
			'zh-CN': '有效回访中不满意和非常不满意 ÷ 有效回访',
			en: 'Valid visits answering dissatisfied or very dissatisfied ÷ valid visits'
		},
		leftOut: unknownSurvey,
		basis: 'closed_basis_at',
		source: 'measures S5',
		needs: ['satisfaction', 'visit_valid'],
		numerator: both(valid, (eb) => eb('satisfaction', 'in', ['dissatisfied', 'very_dissatisfied'])),
		denominator: valid,
		numeratorName: { 'zh-CN': '不满意', en: 'dissatisfied' },
		denominatorName: validVisits,
		direction: 'lower is better'
	}
} as const satisfies Record<string, RateMeasure | CountMeasure | DurationMeasure>;

export type MeasureKey = keyof typeof measures;
export type Measure = RateMeasure | CountMeasure | DurationMeasure;
type KeysOf<Type> = { [Key in MeasureKey]: (typeof measures)[Key]['type'] extends Type ? Key : never }[MeasureKey];
export type RateKey = KeysOf<'rate'>;
export type DurationKey = KeysOf<'duration'>;
export type CountKey = KeysOf<'count'>;

/** Conditions that questions share with the measures above. */
export const conditions = { notDesk, closed, attempted, valid };

export const rateMeasure = (key: RateKey): RateMeasure => measures[key];
export const countMeasure = (key: CountKey): CountMeasure => measures[key];
export const durationMeasure = (key: DurationKey): DurationMeasure => measures[key];
export const isMeasureKey = (key: string): key is MeasureKey => Object.hasOwn(measures, key);
