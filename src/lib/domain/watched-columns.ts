/** Columns whose coming and going breaks a series. Known when an order is received, so that a month is full at once: */
export const columnsAtReceipt = [
	'line',
	'channel',
	'kind',
	'category_1',
	'district',
	'unit',
	'urgency',
	'due_at'
] as const;

/** … and those that fill as an order is worked on. */
export const columnsLater = [
	'dispatched_at',
	'signed_at',
	'first_contact_at',
	'closed_at',
	'visit_attempted',
	'visit_valid',
	'visit_resolved',
	'satisfaction',
	'exclusion_state',
	'caller_key'
] as const;

export const columnsWatched = [...columnsAtReceipt, ...columnsLater] as const;
