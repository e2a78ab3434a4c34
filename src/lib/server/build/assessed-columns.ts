import type { DuckDBConnection } from '@duckdb/node-api';
import { stagedColumns } from '#lib/domain/staged-columns.ts';
import { specialGroupWords } from '#lib/domain/vocabularies.ts';
import type { Clock } from './clock.ts';

/** A column of `assessed`, as SQL over what `assess` has worked out; `empty` where some versions have nothing to put into it. */
export type AssessedColumn = { sql: string; empty?: MayBeEmpty };

/** Something stands in a column only where one of these staged columns holds something, or, as other kinds may add to them, where `merged` gives something. */
type MayBeEmpty = { type: string; staged: readonly string[]; merged: string };

type StagedColumn = keyof typeof stagedColumns;

const filledBy = (
	name: string,
	sql: string,
	type: string,
	staged: readonly StagedColumn[]
): Record<string, AssessedColumn> => ({
	[name]: { sql, empty: { type, staged, merged: `coalesce(${staged.map((one) => `${one}::varchar`).join(', ')})` } }
});

/** Columns taken over as they are. */
const asStaged = (...names: StagedColumn[]): Record<string, AssessedColumn> =>
	Object.assign({}, ...names.map((name) => filledBy(name, name, stagedColumns[name], [name])));

/** A name as the export writes it, kept only where a directory or a tree has another for it, or none. */
function ifOther(written: string, name: string): Record<string, AssessedColumn> {
	const sql = `if(${written} is distinct from ${name}, ${written}, null)`;
	return { [written]: { sql, empty: { type: 'VARCHAR', staged: [], merged: sql } } };
}

/** Whole seconds between two events that have a time of day. */
const between = ({ secondsBetween }: Clock, started: string, stopped: string, areDates: string) =>
	`if(${areDates}, null, ${secondsBetween(started, stopped)})`;

/**
 * What a version keeps of each order, by name: what costs something to tell, and nothing that the mere passing of T changes of an order
 * that is overdue already. What else is told of an order, orders-view tells of these.
 */
export const assessedColumns = (clock: Clock): Readonly<Record<string, AssessedColumn>> => ({
	order_number: { sql: 'order_number' },
	...asStaged('line', 'channel', 'kind', 'kind_code', 'category_1', 'category_2', 'category_3'),
	...asStaged('district', 'street', 'unit', 'sub_unit', 'unit_kind', 'special_group'),
	is_special_group: {
		sql: `case
			when regexp_matches(special_group, '${specialGroupWords.join('|')}') then true
			when has_group_column then false
		end`
	},
	...asStaged('urgency', 'status', 'handling_mode', 'received_at', 'received_is_date', 'dispatched_at', 'signed_at'),
	/** Of the moment that the unit's clock runs from. */
	unit_from_is_date: { sql: 'unit_from_is_date' },
	...asStaged('first_contact_at', 'closed_at', 'closed_is_date', 'closed_from'),
	is_closed_after_cut: { sql: 'is_closed_after_cut' },
	closed_in_minute: { sql: 'closed_in_minute' },
	...asStaged('due_at', 'original_due_at'),
	...asStaged('visited_at', 'replied_at'),
	is_closed: { sql: 'is_closed' },
	is_closed_without_time: { sql: 'is_closed_without_time' },
	timeliness: { sql: 'timeliness' },
	/** Null where it is the same, there being no earlier deadline. */
	...filledBy('original_timeliness', 'original_timeliness', 'VARCHAR', ['original_due_at']),
	due_basis_at: {
		sql: `case when due_at is not null then due_at when timeliness <> 'unknown' then received_at end`
	},
	closed_basis_at: {
		sql: `case
			when closed_at is not null then closed_at
			when timeliness in ('closed_on_time', 'closed_late') then received_at
		end`
	},
	dispatch_seconds: {
		sql: between(clock, 'received_at', 'dispatched_at', 'received_is_date or dispatched_is_date')
	},
	...filledBy(
		'sign_seconds',
		between(clock, 'dispatched_at', 'signed_at', 'dispatched_is_date or signed_is_date'),
		'BIGINT',
		['signed_at']
	),
	first_contact_seconds: {
		sql: between(clock, 'dispatched_at', 'first_contact_at', 'dispatched_is_date or first_contact_is_date')
	},
	handling_seconds: { sql: between(clock, 'received_at', 'closed_at', 'received_is_date or closed_is_date') },
	handling_working_days: { sql: 'if(closed_at is not null and is_span_loaded, working_days, null)' },
	handling_weekdays: { sql: 'if(closed_at is not null and is_span_loaded, weekdays, null)' },
	unit_seconds: { sql: between(clock, 'unit_from_at', 'closed_at', 'unit_from_is_date or closed_is_date') },
	unit_working_days: { sql: 'if(closed_at is not null and is_unit_span_loaded, unit_working_days, null)' },
	/** Of an order that is open, or closed beyond its years: the working days from its start to the last day of the loaded years. */
	working_days_left: {
		sql: 'if(not is_closed or (closed_at is not null and not is_span_loaded), working_days_left, null)'
	},
	unit_working_days_left: {
		sql: 'if(not is_closed or (closed_at is not null and not is_unit_span_loaded), unit_working_days_left, null)'
	},
	...asStaged('return_count', 'return_approved_count', 'redispatch_count', 'extension_count', 'suspended_days'),
	...asStaged('urge_count'),
	...filledBy('rework_count', 'rework_count', 'INTEGER', ['rework_count', 'handling_round']),
	...asStaged('handling_round', 'is_supervised', 'supervision_type', 'is_supervision_closed'),
	...asStaged('exclusion_state', 'exclusion_reason'),
	is_excluded: {
		sql: `case
			when exclusion_state = 'approved' or not is_assessed then true
			when exclusion_state is not null or is_assessed is not null then false
		end`
	},
	...asStaged('handler', 'caller_key'),
	previous_received_at: { sql: 'previous_received_at' },
	previous_closed_at: { sql: 'previous_closed_at' },
	...asStaged('unit_resolved', 'visit_attempted', 'visit_reached', 'visit_valid', 'visit_contacted'),
	...asStaged('visit_resolved', 'satisfaction', 'satisfaction_final'),
	has_signed_column: { sql: 'has_signed_column' },
	has_first_contact_column: { sql: 'has_first_contact_column' },
	...ifOther('unit_written', 'unit'),
	...ifOther('category_written', 'category_1'),
	is_confidential: { sql: 'confidential_orders.order_number is not null' },
	file_sha256: { sql: 'file_sha256' },
	/** Null for a file without sheets. */
	...filledBy('sheet', `nullif(sheet, '')`, 'VARCHAR', ['sheet']),
	row_number: { sql: 'row_number' },
	seen_at: { sql: 'seen_at' }
});

/**
 * The names of those columns in which something may stand: all that no export can leave empty, and of the others those that the staged columns
 * `filled` fill, or, where other kinds of exports came, `merged` does.
 */
export async function heldColumns(
	connection: DuckDBConnection,
	clock: Clock,
	filled: ReadonlySet<string>,
	hasOtherKinds: boolean
): Promise<string[]> {
	const columns = Object.entries(assessedColumns(clock));
	const inDoubt = columns.filter(
		([, { empty }]) => empty !== undefined && !empty.staged.some((one) => filled.has(one))
	);
	const isHeld = new Map(inDoubt.map(([name]) => [name, false]));
	if (hasOtherKinds) {
		const counts = inDoubt.map(([, { empty }]) => `count(${empty!.merged}) > 0`);
		const reader = await connection.runAndReadAll(`select ${counts.join(', ')} from merged`);
		for (const [place, [name]] of inDoubt.entries()) isHeld.set(name, reader.getRows()[0]![place] === true);
	}
	return columns.map(([name]) => name).filter((name) => isHeld.get(name) ?? true);
}
