/**
 * What an export's columns are taken for. An export field is what one header means; a staged column is what
 * the build reads. Most fields become the staged column of the same name; the times of receipt, closing and
 * deadline are chosen from several fields.
 */

/**
 * How a field's values are read: 'name' stays as written, 'number' is an order number, 'phone' is made a key before
 * anything is written, the rest is converted.
 */
export type FieldKind = 'number' | 'name' | 'phone' | 'time' | 'flag' | 'count' | 'word';

export const exportFields = {
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
	/** Which round of handling the row tells of, where an order has a row for each. */
	handling_round: 'count',
	is_supervised: 'flag',
	supervision_type: 'name',
	is_supervision_closed: 'flag',
	is_confidential: 'flag',
	exclusion_state: 'word',
	exclusion_reason: 'word',
	is_assessed: 'flag',
	handler: 'name',
	/** Who called; staged as caller_key only. */
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

export type ExportField = keyof typeof exportFields;

export const fieldsInOrder = Object.keys(exportFields) as ExportField[];

export const fieldsOfKind = (kind: FieldKind) => fieldsInOrder.filter((field) => exportFields[field] === kind);
