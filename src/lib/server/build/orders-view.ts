import type { DuckDBConnection } from '@duckdb/node-api';
import { type Limit, plainRules } from '#lib/domain/rules/rule-set.ts';
import { literal } from '#lib/domain/sql-literal.ts';
import { assessedColumns } from './assessed-columns.ts';
import type { Clock } from './clock.ts';

/** An assessed column as SQL over `assessed`, by its name: empty where it is none of those that stand there. */
type Kept = (name: string) => string;

function keptIn(clock: Clock, columns: readonly string[]): Kept {
	const all = assessedColumns(clock);
	return (name) => (columns.includes(name) ? name : `cast(null as ${all[name]!.empty!.type})`);
}

/** All assessed columns as a select list over `assessed`, of which those named stand in it. */
export function assessedList(clock: Clock, columns: readonly string[]): string {
	const kept = keptIn(clock, columns);
	return Object.keys(assessedColumns(clock))
		.map((name) => `${kept(name)} as ${name}`)
		.join(', ');
}

/**
 * Makes the views `assessed_orders`, all assessed columns, and `orders`, what questions are asked of: these, and what is told of them by T or by
 * one another. Both stand in the version's file and name nothing outside it. Needs `calendar_runs`; `served` is the file's prefix.
 */
export async function showOrders(
	connection: DuckDBConnection,
	served: string,
	clock: Clock,
	columns: readonly string[]
): Promise<void> {
	const list = assessedList(clock, columns);
	await connection.run(`create or replace view ${served}.assessed_orders as select ${list} from assessed`);
	const shown = Object.entries(shownColumns(clock, await cutOf(connection), keptIn(clock, columns)));
	await connection.run(`
		create or replace view ${served}.orders as
		select ${shown.map(([name, sql]) => `${sql} as ${name}`).join(', ')} from assessed
	`);
	await connection.run(`create or replace view orders as from ${served}.orders`);
}

/** The loaded years that T lies in, as dates, and the working days left in them after it; nulls where its year is not loaded. */
type Cut = { first: string | null; last: string | null; left: number | null };

async function cutOf(connection: DuckDBConnection): Promise<Cut> {
	const reader = await connection.runAndReadAll(`
		select
			min(other.day)::varchar as first, max(other.day)::varchar as last,
			any_value(at_cut.run_end - at_cut.working_days_up_to)::integer as "left"
		from calendar_runs as at_cut join calendar_runs as other using (run)
		where at_cut.day = (select data_cut::date from assessment)
	`);
	return reader.getRowObjectsJS()[0] as Cut;
}

const seconds = (limit: Limit) => {
	if (!('hours' in limit))
		throw new Error('the plain rules give hours: other limits are joined in queries/where/under-rules');
	return limit.hours * 3600;
};
const urgent = plainRules.urgentFirstContact!;
const urgentWords = urgent.urgencies.map((word) => `'${word}'`).join(', ');
const contactSeconds = (urgency: string) =>
	`if(${urgency} in (${urgentWords}), ${seconds(urgent.limit)}, ${seconds(plainRules.firstContact)})`;

/** The columns of `orders` in their order, as SQL over `assessed`: of the view of it every question would have to be told all columns twice. */
function shownColumns(clock: Clock, cut: Cut, kept: Kept): Record<string, string> {
	const dataCut = `timestamp ${literal(clock.dataCut)}`;
	const unitFrom = `coalesce(${kept('dispatched_at')}, ${kept('signed_at')})`;
	const [dueAt, receivedAt, closedAt] = [kept('due_at'), kept('received_at'), kept('closed_at')];
	/** Runs from the dispatch, where that has a time of day. */
	const afterDispatch = (wait: string | number) =>
		`if(unit_from_is_date, null, ${kept('dispatched_at')} + to_seconds(${wait}))`;
	const daysBetween = (start: string) => `date_diff('day', ${start}::date, ${closedAt}::date)::integer`;
	const isLoadedUpToCut = (start: string) =>
		cut.left === null ? 'false' : `coalesce(${start}::date between date '${cut.first}' and date '${cut.last}', false)`;
	const secondsWatched = (start: string, isDate: string) =>
		`if(is_closed, null, if(
			${isDate},
			date_diff('day', ${start}::date, ${dataCut}::date) * 86400,
			${clock.secondsBetween(start, dataCut)}
		))`;
	const daysWatched = (left: string, start: string) =>
		`if(is_closed, ${left}, ${left} - if(${isLoadedUpToCut(start)}, ${cut.left ?? 0}, 0))`;
	const same = (...names: string[]) => Object.fromEntries(names.map((name) => [name, kept(name)]));
	return {
		...same('order_number', 'line', 'channel', 'kind', 'kind_code', 'category_1', 'category_2', 'category_3'),
		...same('district', 'street', 'unit', 'sub_unit', 'unit_kind', 'special_group', 'is_special_group'),
		...same('urgency', 'status', 'handling_mode', 'received_at', 'received_is_date', 'dispatched_at', 'signed_at'),
		...same('first_contact_at', 'closed_at', 'closed_is_date', 'closed_from', 'is_closed_after_cut'),
		...same('closed_in_minute', 'due_at', 'original_due_at'),
		rule_due_at: 'cast(null as timestamp)',
		due_source: `if(${dueAt} is null, null, 'export')`,
		sign_due_at: afterDispatch(seconds(plainRules.signing)),
		first_contact_due_at: afterDispatch(contactSeconds(kept('urgency'))),
		...same('visited_at', 'replied_at', 'is_closed', 'is_closed_without_time'),
		...same('timeliness'),
		original_timeliness: `coalesce(${kept('original_timeliness')}, timeliness)`,
		timeliness_from: `case
			when timeliness = 'unknown' then 'none' when ${dueAt} is not null then 'clock' else 'flag'
		end`,
		is_due: `case
			when ${dueAt} is not null then ${dueAt} <= ${dataCut}
			else timeliness in ('closed_on_time', 'closed_late', 'open_overdue')
		end`,
		...same('due_basis_at'),
		original_due_basis_at: `coalesce(${kept('original_due_at')}, due_basis_at)`,
		...same('closed_basis_at'),
		visit_basis_at: 'closed_basis_at',
		...same('dispatch_seconds', 'sign_seconds', 'first_contact_seconds', 'handling_seconds'),
		handling_days: daysBetween(receivedAt),
		...same('handling_working_days', 'handling_weekdays', 'unit_seconds'),
		unit_days: daysBetween(unitFrom),
		...same('unit_working_days'),
		open_seconds: secondsWatched(receivedAt, kept('received_is_date')),
		unit_open_seconds: secondsWatched(unitFrom, 'unit_from_is_date'),
		// What is open, or whose closing lies beyond the calendar, was watched up to T or to the calendar's last day.
		open_working_days: daysWatched('working_days_left', receivedAt),
		unit_open_working_days: daysWatched('unit_working_days_left', unitFrom),
		is_year_not_loaded: `case
			when not is_closed then not ${isLoadedUpToCut(receivedAt)}
			else ${closedAt} is not null and handling_working_days is null
		end`,
		...same('return_count', 'return_approved_count', 'redispatch_count', 'extension_count', 'suspended_days'),
		...same('urge_count', 'rework_count', 'handling_round', 'is_supervised', 'supervision_type'),
		...same('is_supervision_closed', 'exclusion_state', 'exclusion_reason', 'is_excluded', 'handler', 'caller_key'),
		...same('previous_received_at', 'previous_closed_at', 'unit_resolved', 'visit_attempted', 'visit_reached'),
		...same('visit_valid', 'visit_contacted', 'visit_resolved', 'satisfaction', 'satisfaction_final'),
		...same('has_signed_column', 'has_first_contact_column'),
		unit_written: `coalesce(${kept('unit_written')}, ${kept('unit')})`,
		category_written: `coalesce(${kept('category_written')}, ${kept('category_1')})`,
		...same('is_confidential', 'file_sha256'),
		sheet: `coalesce(${kept('sheet')}, '')`,
		...same('row_number', 'seen_at')
	};
}
