/**
 * The warehouse: one DuckDB file per version, written once by build, read-only to everyone else.
 * The row types of its tables; a test compares them with a version column by column. `orders` is a view, made by build/orders-view.
 * Booleans that an export may not carry are nullable: null means "the export does not say".
 */
export type TimelinessState = 'closed_on_time' | 'closed_late' | 'open_within' | 'open_overdue' | 'unknown';

/** One row per order: the newest version of it that any export shows, as of the data cut T. */
export type OrdersTable = {
	order_number: string;
	line: string | null;
	channel: string | null;
	kind: string | null;
	kind_code: string | null;
	category_1: string | null;
	category_2: string | null;
	category_3: string | null;
	district: string | null;
	street: string | null;
	unit: string | null;
	sub_unit: string | null;
	unit_kind: string | null;
	special_group: string | null;
	/** Of a group that needs more care; null where the export has no such column. */
	is_special_group: boolean | null;
	urgency: string | null;
	status: string | null;
	handling_mode: string | null;
	received_at: string;
	received_is_date: boolean;
	dispatched_at: string | null;
	signed_at: string | null;
	first_contact_at: string | null;
	closed_at: string | null;
	closed_is_date: boolean | null;
	closed_from: string | null;
	/** The export gives a closing later than T: it has not happened, and closed_at is null. */
	is_closed_after_cut: boolean;
	/** How many orders its unit closed in the same minute, this one with them; null without a unit or a time of day. */
	closed_in_minute: number | null;
	due_at: string | null;
	original_due_at: string | null;
	/** The deadline our own rules give; null under rules without limits, and where a year is not loaded. */
	rule_due_at: string | null;
	/** 'export', the id of the rule set that gave the deadline, or null where there is none. */
	due_source: string | null;
	/** When signing and the first contact with the citizen were due, by the rules; null where they set no limit. */
	sign_due_at: string | null;
	first_contact_due_at: string | null;
	visited_at: string | null;
	/** The unit's last word, before the centre closes the order. */
	replied_at: string | null;
	/** Closed at T: a closing time up to T, or a status or flag that says so. */
	is_closed: boolean;
	/** The status says closed, the closing time is missing. */
	is_closed_without_time: boolean;
	timeliness: TimelinessState;
	/** The state by the deadline before any extension; the same as timeliness where the export gives only one. */
	original_timeliness: TimelinessState;
	/** 'clock' our comparison of times, 'flag' the source's own flag, 'none' neither was possible. */
	timeliness_from: string;
	/** The deadline had passed at T (or the source's flag judged the order). */
	is_due: boolean;
	/** The day an order counts on for due-basis measures: its deadline; the receipt where only flags are known. */
	due_basis_at: string | null;
	/** The same by the deadline before any extension. */
	original_due_basis_at: string | null;
	/** The day an order counts on for closed-basis measures: its closing; the receipt where only flags are known. */
	closed_basis_at: string | null;
	/** The day an order counts on for return-visit measures: its closing, unless the rules say its receipt. */
	visit_basis_at: string | null;
	/** Whole seconds between two events; null where one is missing or has no time of day; negative kept. */
	dispatch_seconds: number | null;
	sign_seconds: number | null;
	first_contact_seconds: number | null;
	handling_seconds: number | null;
	/** Whole days from receipt to closing, for every closed order with a closing date. */
	handling_days: number | null;
	/** The citizen's clock in working days, day of receipt 0; null while open and where a year is not loaded. */
	handling_working_days: number | null;
	/** The same span counted Monday to Friday, without the notices; only to show the difference. */
	handling_weekdays: number | null;
	/** The unit's clock, from dispatch, or from signing where there is none, to closing. */
	unit_seconds: number | null;
	unit_days: number | null;
	unit_working_days: number | null;
	/** How long an order open at T had waited by then; whole days where its start has no time of day. */
	open_seconds: number | null;
	unit_open_seconds: number | null;
	/** The same in working days; up to the calendar's last day where T or the closing lies beyond it. */
	open_working_days: number | null;
	unit_open_working_days: number | null;
	/** Receipt or end lies in a year whose notice is not loaded: its working days are not known, rather than missing. */
	is_year_not_loaded: boolean;
	return_count: number | null;
	return_approved_count: number | null;
	redispatch_count: number | null;
	extension_count: number | null;
	suspended_days: number | null;
	urge_count: number | null;
	rework_count: number | null;
	/** Which round of handling the order's row is of; null where its export does not say. */
	handling_round: number | null;
	is_supervised: boolean | null;
	supervision_type: string | null;
	is_supervision_closed: boolean | null;
	exclusion_state: string | null;
	exclusion_reason: string | null;
	/** Out of the assessment: the exclusion was granted, or the export says so. Null: the export does not say. */
	is_excluded: boolean | null;
	handler: string | null;
	caller_key: string | null;
	/** The caller's last order before this one of the same category to the same unit: its receipt, and its closing. */
	previous_received_at: string | null;
	previous_closed_at: string | null;
	unit_resolved: string | null;
	visit_attempted: boolean | null;
	visit_reached: boolean | null;
	visit_valid: boolean | null;
	visit_contacted: boolean | null;
	visit_resolved: string | null;
	satisfaction: string | null;
	satisfaction_final: string | null;
	/** The export has such a column at all: only then does an empty cell say that nothing happened. */
	has_signed_column: boolean;
	has_first_contact_column: boolean;
	/** As the export writes them, where a directory or a category tree knows the unit and category by another name, or by none. */
	unit_written: string | null;
	category_written: string | null;
	/** By the newest export that says so. It counts inside, is listed nowhere, and is in no release. */
	is_confidential: boolean;
	/** Where the winning row stands. */
	file_sha256: string;
	sheet: string | null;
	row_number: number;
	/** The data cut of the newest export that shows the order in this form. */
	seen_at: string;
};

/** One row per order and unit that helps with it. The main unit is the order's own, and the only one it is counted for. */
export type CoUnitsTable = { order_number: string; unit: string };

/** One row per unit of a directory and category of a tree: what a waiting name can be told to mean. */
export type KnownNamesTable = {
	/** 'unit' or 'category'. */
	dimension: string;
	name: string;
};

/**
 * One row per event that a log tells of an order, in the order's own sequence; also of orders that no export shows yet. event_code is null
 * for a word in no list.
 */
export type EventsTable = {
	order_number: string;
	event: string;
	event_code: string | null;
	happened_at: string;
	is_date: boolean;
	unit: string | null;
	/** The number of who did it; never a name. */
	handler: string | null;
	file_sha256: string;
	sheet: string | null;
	row_number: number;
};

/** One row per supervision notice; is_closed is null where the list does not say. */
export type NoticesTable = {
	notice_number: string | null;
	order_number: string;
	noticed_at: string;
	is_date: boolean;
	supervision_type: string | null;
	unit: string | null;
	due_at: string | null;
	closed_at: string | null;
	is_closed: boolean | null;
	file_sha256: string;
	sheet: string | null;
	row_number: number;
};

/**
 * One row per unit and month of return visits that came as totals. They name no order: nothing is joined to them, and they are
 * added to no count of orders. unit is null while a directory does not know the name.
 */
export type VisitTotalsTable = {
	month: string;
	unit: string | null;
	unit_written: string;
	closed: number | null;
	attempted: number | null;
	reached: number | null;
	valid: number | null;
	contacted: number | null;
	resolved: number | null;
	satisfied: number | null;
	basically_satisfied: number | null;
	dissatisfied: number | null;
	file_sha256: string;
};

/** One row per unit or category that a directory or tree does not know: in no ranking until somebody says what is meant. */
export type WaitingNamesTable = {
	/** 'unit' or 'category'. */
	dimension: string;
	name: string;
	orders: number;
	first_day: string;
	last_day: string;
};

/** One row per call or message, of any line; null where a log does not say. Waits and talks in whole seconds. */
export type CallsTable = {
	line: string | null;
	/** 'phone', 'text' for short messages and chats, 'mailbox' for letters. */
	medium: string;
	arrived_at: string;
	/** Reached the queue of people, rather than ending in the voice menu. */
	is_offered: boolean | null;
	is_answered: boolean | null;
	/** The voice menu or the machine gave what was asked for. */
	is_self_served: boolean | null;
	/** From the queue to the agent; of a call given up, to hanging up. */
	wait_seconds: number | null;
	talk_seconds: number | null;
	after_call_seconds: number | null;
	/** From arrival to the reply, for messages. */
	reply_seconds: number | null;
	/** One of satisfactionCodes: how the caller rated the agent. */
	agent_rating: string | null;
	is_quality_checked: boolean | null;
};

/** One row per line and day of a daily summary; null where the summary has no such column. Sums, never means. */
export type CallDaysTable = {
	day: string;
	line: string | null;
	incoming: number | null;
	offered: number | null;
	answered: number | null;
	answered_in_15: number | null;
	self_served: number | null;
	abandoned: number | null;
	/** Given up within ten seconds. */
	abandoned_soon: number | null;
	wait_seconds: number | null;
	talk_seconds: number | null;
	after_call_seconds: number | null;
	texts: number | null;
	texts_in_3_minutes: number | null;
	letters: number | null;
	letters_in_24_hours: number | null;
	rated: number | null;
	rated_satisfied: number | null;
	quality_checked: number | null;
};

/** One row per place and the day from which it holds; no district stands for the whole city. */
export type PlacesTable = {
	district: string | null;
	valid_from: string;
	residents: number | null;
	/** Seats at which calls are taken, and the people who sit there in turn. */
	seats: number | null;
	staff: number | null;
};

/** One row per export that went into this version. */
export type ExportsTable = {
	sha256: string;
	file_name: string;
	/** One of kindNames. */
	kind: string;
	/** Null for a list without times. */
	data_cut: string | null;
	data_cut_from: string;
	orders_shown: number;
	/** Rows that speak of orders no export shows yet; null for kinds that speak of none. */
	rows_waiting: number | null;
	is_made_up: boolean;
	notes: string;
};

/** Additive counts for the choice of periods: one row per month of receipt, quiet months included. */
export type MonthsTable = { month: string; received: number };

/** Additive counts for the choice of filters: one row per dimension and value. */
export type DimensionValuesTable = { dimension: string; value: string | null; orders: number };

/** One row per day of the years whose notice is loaded; a day of any other year has no row. */
export type CalendarTable = {
	day: string;
	is_working: boolean;
	/** Days worked since the calendar's first day, this one with them. */
	working_days_up_to: number;
	/** The same of Mondays to Fridays, whatever the notices say. */
	weekdays_up_to: number;
};

/** One row: what holds for the whole version. */
export type AboutTable = {
	version: string;
	data_cut: string;
	zone: string;
	orders: number;
	first_received_at: string | null;
	last_received_at: string | null;
	is_made_up: boolean;
	/** Open orders last seen in an export older than T: their state at T is not known better. */
	open_last_seen_before_cut: number;
};

export type WarehouseTables = {
	orders: OrdersTable;
	co_units: CoUnitsTable;
	events: EventsTable;
	notices: NoticesTable;
	visit_totals: VisitTotalsTable;
	waiting_names: WaitingNamesTable;
	known_names: KnownNamesTable;
	calls: CallsTable;
	call_days: CallDaysTable;
	places: PlacesTable;
	exports: ExportsTable;
	months: MonthsTable;
	dimension_values: DimensionValuesTable;
	calendar: CalendarTable;
	about: AboutTable;
};
