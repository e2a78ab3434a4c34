/**
 * What one staged row holds: the border between intake, which writes it, and build, which reads it.
 * One staged Parquet file per export, one row per accepted record, those of these columns that the export can fill, in
 * this order; stagedRows gives all of them.
 * Times are wall-clock times of the city. Words that a figure is grouped by stay as the export wrote them;
 * beside them stands a code where a vocabulary is known.
 */
export const stagedColumns = {
	// Where the row stands in its file: the physical record, counted from 1, titles and header included.
	sheet: 'VARCHAR',
	row_number: 'INTEGER',

	order_number: 'VARCHAR',
	parent_order_number: 'VARCHAR',

	line: 'VARCHAR',
	channel: 'VARCHAR',
	kind: 'VARCHAR',
	/** One of kindCodes, null where the word is not in the vocabulary. */
	kind_code: 'VARCHAR',
	nature: 'VARCHAR',
	category_1: 'VARCHAR',
	category_2: 'VARCHAR',
	category_3: 'VARCHAR',
	district: 'VARCHAR',
	street: 'VARCHAR',
	unit: 'VARCHAR',
	sub_unit: 'VARCHAR',
	parent_unit: 'VARCHAR',
	/** Units that help, as the export lists them in one cell. */
	co_units: 'VARCHAR',
	/** Which time the order is handled, from 1; null where the export does not say. */
	handling_round: 'INTEGER',
	unit_kind: 'VARCHAR',
	special_group: 'VARCHAR',
	urgency: 'VARCHAR',
	status: 'VARCHAR',
	/** One of statusStates, null where the word is not in the vocabulary or the export has no status. */
	status_state: 'VARCHAR',
	/** 'desk' answered on the spot, 'dispatched' sent to a unit, null where the export does not say. */
	handling_mode: 'VARCHAR',

	contacted_at: 'TIMESTAMP',
	/** Registration; where the export has no such column, the contact. received_from says which. */
	received_at: 'TIMESTAMP',
	received_from: 'VARCHAR',
	/** True where the source gave a date without a time of day: such a time counts in whole days only. */
	received_is_date: 'BOOLEAN',
	dispatched_at: 'TIMESTAMP',
	dispatched_is_date: 'BOOLEAN',
	signed_at: 'TIMESTAMP',
	signed_is_date: 'BOOLEAN',
	first_contact_at: 'TIMESTAMP',
	first_contact_is_date: 'BOOLEAN',
	replied_at: 'TIMESTAMP',
	/** Closing; where the export has no such column, the unit's reply. closed_from says which. */
	closed_at: 'TIMESTAMP',
	closed_from: 'VARCHAR',
	closed_is_date: 'BOOLEAN',
	/** The export's own deadline, the extended one where there is one. A date means the end of that day. */
	due_at: 'TIMESTAMP',
	due_is_date: 'BOOLEAN',
	/** The deadline before any extension, null where the export gives only one. */
	original_due_at: 'TIMESTAMP',
	visited_at: 'TIMESTAMP',

	/** Timeliness as the source flags it; used only where the export has no deadline column. */
	flag_closed_on_time: 'BOOLEAN',
	flag_closed_late: 'BOOLEAN',
	flag_open_within: 'BOOLEAN',
	/** "Deadline exceeded", said of open and closed orders alike. */
	flag_exceeded: 'BOOLEAN',
	/** True on every row of an export that has a deadline column, filled or not. */
	has_due_column: 'BOOLEAN',
	/** True on every row of an export that has a closing (or reply) column, filled or not. */
	has_closed_column: 'BOOLEAN',
	/** The same of columns whose empty cell says something: not signed, not contacted, of no special group. */
	has_signed_column: 'BOOLEAN',
	has_first_contact_column: 'BOOLEAN',
	has_group_column: 'BOOLEAN',

	return_count: 'INTEGER',
	/** Returns that the centre granted. */
	return_approved_count: 'INTEGER',
	/** How often the order was sent to another main unit than before. */
	redispatch_count: 'INTEGER',
	extension_count: 'INTEGER',
	/** Days the clock was stopped for, as the export counts them. */
	suspended_days: 'INTEGER',
	urge_count: 'INTEGER',
	rework_count: 'INTEGER',
	is_supervised: 'BOOLEAN',
	supervision_type: 'VARCHAR',
	is_supervision_closed: 'BOOLEAN',
	is_confidential: 'BOOLEAN',
	/** One of exclusionStates: whether a unit asked that the order not be assessed, and what became of it. */
	exclusion_state: 'VARCHAR',
	/** One of exclusionReasons. */
	exclusion_reason: 'VARCHAR',
	/** Whether the order enters the assessment, where the export says only that. */
	is_assessed: 'BOOLEAN',
	/** The number of the one who handled the order, such as a notary's licence; never a name. */
	handler: 'VARCHAR',
	/** The caller as a keyed hash, so that repeats can be counted; never a number one could ring. */
	caller_key: 'VARCHAR',
	/** One of resolvedCodes: what the unit says of its own work. */
	unit_resolved: 'VARCHAR',

	/** The return visit. Null: the export does not say. */
	visit_attempted: 'BOOLEAN',
	visit_reached: 'BOOLEAN',
	visit_valid: 'BOOLEAN',
	visit_contacted: 'BOOLEAN',
	/** One of resolvedCodes. */
	visit_resolved: 'VARCHAR',
	/** One of satisfactionCodes; the first survey where the export tells first from final. */
	satisfaction: 'VARCHAR',
	satisfaction_final: 'VARCHAR',

	/** Hash of every value above but sheet and row_number: equal hash, identical row. */
	content_hash: 'UBIGINT',
	/** Names of the repair rules that changed a value of this row, in order of name; empty list where none did. */
	repairs: 'VARCHAR[]'
} as const;

export type StagedColumn = keyof typeof stagedColumns;

/** Columns of every staged row, whatever its export is a list of: where it stands, what it was read by. */
const standingColumns: string[] = ['sheet', 'row_number', 'content_hash', 'repairs'] satisfies StagedColumn[];

/** The columns of a staged order that say something of it. */
export const orderValues = (Object.keys(stagedColumns) as StagedColumn[]).filter(
	(column) => !standingColumns.includes(column)
);

/** The same with their types. */
export const orderColumns: Readonly<Record<string, string>> = Object.fromEntries(
	orderValues.map((column) => [column, stagedColumns[column]])
);

/** Times that show how far an export of orders reaches; a deadline lies ahead and shows nothing. */
export const reachedTimes = [
	...(['contacted_at', 'received_at', 'dispatched_at', 'signed_at', 'first_contact_at', 'replied_at'] as const),
	...(['closed_at', 'visited_at'] as const)
] satisfies StagedColumn[];

const noStagedRow = `select ${Object.entries(stagedColumns)
	.map(([column, type]) => `cast(null as ${type}) as ${column}`)
	.join(', ')} where false`;

/** Staged rows with all their columns, as SQL; `files` is a table function that reads staged files, none where it is left out. */
export const stagedRows = (files?: string) =>
	files === undefined ? `(${noStagedRow})` : `(${noStagedRow} union all by name select * from ${files})`;

/** The five request kinds of a hotline, and what else exports hold. */
export const kindCodes = [
	'consult',
	'help',
	'complaint',
	'suggestion',
	'report',
	'complaint_or_report',
	'praise',
	'urge',
	'appeal',
	'invalid'
] as const;
export type KindCode = (typeof kindCodes)[number];

export const statusStates = ['open', 'closed', 'cancelled'] as const;
export type StatusState = (typeof statusStates)[number];

export const resolvedCodes = ['yes', 'partly', 'no'] as const;
export type ResolvedCode = (typeof resolvedCodes)[number];

export const exclusionStates = ['none', 'pending', 'approved', 'rejected'] as const;
export type ExclusionState = (typeof exclusionStates)[number];

export const exclusionReasons = [
	'unreasonable',
	'out_of_remit',
	'force_majeure',
	'third_party',
	'unreachable',
	'duplicate',
	'appeal_upheld'
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** 'unrated' is an answer that says nothing; it never makes a visit valid. */
export const satisfactionCodes = [
	'very_satisfied',
	'satisfied',
	'basically_satisfied',
	'dissatisfied',
	'very_dissatisfied',
	'unrated'
] as const;
export type SatisfactionCode = (typeof satisfactionCodes)[number];
