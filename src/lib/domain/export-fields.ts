/**
 * What an export's columns are taken for. An export field is what one header means; a staged column is what
 * the build reads. Most fields become the staged column of the same name; the times of receipt, closing and
 * deadline are chosen from several fields.
 */

/**
 * How a field's values are read: 'name' stays as written, 'number' is an order number, 'phone' is made a key before
 * anything is written, the rest is converted: 'count' small whole numbers, 'amount' large ones, 'seconds' a length of
 * time, 'month' a month without a day.
 */
export type FieldKind =
	'number' | 'name' | 'phone' | 'time' | 'flag' | 'count' | 'amount' | 'seconds' | 'month' | 'word';

/** What a column of an export of orders may hold. */
export const orderFields = {
	order_number: 'number',
	parent_order_number: 'number',

	line: 'name',
	channel: 'name',
	kind: 'name',
	nature: 'name',
	category_1: 'name',
	category_2: 'name',
	category_3: 'name',
	district: 'name',
	street: 'name',
	unit: 'name',
	sub_unit: 'name',
	parent_unit: 'name',
	co_units: 'name',
	handling_round: 'count',
	unit_kind: 'name',
	special_group: 'name',
	urgency: 'name',
	status: 'name',
	handling_mode: 'word',

	registered_at: 'time',
	contacted_at: 'time',
	dispatched_at: 'time',
	signed_at: 'time',
	first_contact_at: 'time',
	replied_at: 'time',
	closed_at: 'time',
	due_at: 'time',
	extended_due_at: 'time',
	visited_at: 'time',

	flag_closed_on_time: 'flag',
	flag_closed_late: 'flag',
	flag_open_within: 'flag',
	flag_exceeded: 'flag',

	return_count: 'count',
	return_approved_count: 'count',
	redispatch_count: 'count',
	extension_count: 'count',
	suspended_days: 'count',
	urge_count: 'count',
	rework_count: 'count',
	is_supervised: 'flag',
	supervision_type: 'name',
	is_supervision_closed: 'flag',
	is_confidential: 'flag',
	exclusion_state: 'word',
	exclusion_reason: 'word',
	is_assessed: 'flag',
	handler: 'name',
	/** Who called; staged as caller_key only. */
	/** Not staged: what it says is looked for in the other columns, and blotted out there. */
	caller_name: 'name',
	caller_phone: 'phone',
	unit_resolved: 'word',

	visit_attempted: 'flag',
	visit_reached: 'flag',
	visit_valid: 'flag',
	visit_contacted: 'flag',
	visit_resolved: 'word',
	satisfaction: 'word',
	satisfaction_final: 'word',

	/** How long handling took, as the export counts it: held against its times, never staged. */
	stated_duration: 'name',
	/** What the export says of itself, such as 虚构数据; never staged. */
	data_nature: 'name'
} as const satisfies Record<string, FieldKind>;

/** What columns of the other kinds of export hold, beside those that orders have too; see kinds/. */
export const otherFields = {
	event: 'name',
	event_at: 'time',
	event_unit: 'name',

	totals_month: 'month',
	totals_unit: 'name',
	total_closed: 'amount',
	total_attempted: 'amount',
	total_reached: 'amount',
	total_valid: 'amount',
	total_contacted: 'amount',
	total_resolved: 'amount',
	total_satisfied: 'amount',
	total_basically_satisfied: 'amount',
	total_dissatisfied: 'amount',

	unit_name: 'name',
	unit_code: 'name',
	unit_aliases: 'name',
	/** How exports write a unit that somebody has told: `duban unit map`. */
	unit_written: 'name',
	unit_successor: 'name',
	valid_from: 'time',
	valid_to: 'time',

	category_written: 'name',

	call_id: 'name',
	medium: 'word',
	arrived_at: 'time',
	queued_at: 'time',
	answered_at: 'time',
	hung_up_at: 'time',
	message_replied_at: 'time',
	wait_seconds: 'seconds',
	talk_seconds: 'seconds',
	after_call_seconds: 'seconds',
	is_offered: 'flag',
	is_answered: 'flag',
	is_self_served: 'flag',
	is_quality_checked: 'flag',
	agent_rating: 'word',

	summary_day: 'time',
	incoming: 'amount',
	offered: 'amount',
	answered: 'amount',
	answered_in_15: 'amount',
	self_served: 'amount',
	abandoned: 'amount',
	abandoned_soon: 'amount',
	all_wait_seconds: 'amount',
	all_talk_seconds: 'amount',
	all_after_call_seconds: 'amount',
	texts: 'amount',
	texts_in_3_minutes: 'amount',
	letters: 'amount',
	letters_in_24_hours: 'amount',
	rated: 'amount',
	rated_satisfied: 'amount',
	quality_checked: 'amount',

	residents: 'amount',
	seats: 'amount',
	staff: 'amount',

	calendar_day: 'time',
	is_day_off: 'flag',
	is_working_day: 'flag',
	day_name: 'name',

	notice_number: 'name',
	noticed_at: 'time',
	notice_unit: 'name',
	notice_due_at: 'time',
	notice_closed_at: 'time'
} as const satisfies Record<string, FieldKind>;

export const exportFields: Readonly<Record<keyof typeof orderFields | keyof typeof otherFields, FieldKind>> = {
	...orderFields,
	...otherFields
};

export type OrderField = keyof typeof orderFields;
export type ExportField = keyof typeof exportFields;

export const fieldsInOrder = Object.keys(exportFields) as ExportField[];

export const fieldsOfKind = (kind: FieldKind) => fieldsInOrder.filter((field) => exportFields[field] === kind);
