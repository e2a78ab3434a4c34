import type { DuckDBConnection } from '@duckdb/node-api';
import { assessedColumns } from './assessed-columns.ts';
import type { Clock } from './clock.ts';
import { closedInMinute, joinClosings } from './neighbours.ts';

/**
 * Puts the orders of `merged` where `into` says (a statement up to its select), with these columns of assessedColumns: state,
 * deadline judgement and durations of every order as of the data cut T. Needs `assessment` and what makeNeighbours makes.
 *
 * Closed: a closing time up to T, or a status that says so without a time. A closing after T has not happened.
 * Timeliness: by the clock where the export has a deadline column; by the source's own flags only where it has
 * none, and then only where they do not contradict the times; unknown is its own state and never good.
 * A closing date without a time of day is on time before the deadline's day, late after it, and on that day only
 * where the deadline too is a whole day.
 * Durations are whole seconds of the city's zone, right across a change of its clocks.
 *
 * Two clocks run: the citizen's from the receipt, the unit's from the dispatch, or the signing where there is none.
 * Working days between two events are those after the day of the first, up to and with the day of the second, by
 * the loaded years of the calendar; where a year between them is not loaded they are not known.
 *
 * Where rules have a say (deadlines of our own, limits for signing and contact, the day a return visit counts on, what
 * leaves the assessment) the rows are as the plain rules have them; queries/where/under-rules replaces those columns
 * for any other set.
 */
export async function assess(
	connection: DuckDBConnection,
	clock: Clock,
	columns: readonly string[],
	into: string
): Promise<void> {
	const told = assessedColumns(clock);
	await connection.run(`
		${into}
		with at_cut as (
			select
				merged.* replace (case when closed_at <= data_cut then closed_at end as closed_at),
				data_cut,
				coalesce(merged.closed_at > data_cut, false) as is_closed_after_cut,
				coalesce(status_state in ('closed', 'cancelled'), false)
					and not coalesce(closed_at > data_cut, false) as status_says_closed
			from merged, assessment
		),
		stated as (
			select
				*,
				closed_at is not null or status_says_closed
					or (not has_closed_column and coalesce(flag_closed_on_time or flag_closed_late, false)) as is_closed,
				closed_at is null and has_closed_column and status_says_closed as is_closed_without_time
			from at_cut
		),
		judged as (
			select
				*,
				${stateBy('due_at', 'due_is_date')} as timeliness,
				if(
					original_due_at is null, null,
					${stateBy('original_due_at', `original_due_at::time = time '23:59:59'`)}
				) as original_timeliness
			from stated
		),
		clocked as (
			select
				judged.*,
				${closedInMinute} as closed_in_minute,
				received_day.run is not null and received_day.run is not distinct from closed_day.run as is_span_loaded,
				unit_day.run is not null and unit_day.run is not distinct from closed_day.run as is_unit_span_loaded,
				closed_day.working_days_up_to - received_day.working_days_up_to as working_days,
				closed_day.working_days_up_to - unit_day.working_days_up_to as unit_working_days,
				closed_day.weekdays_up_to - received_day.weekdays_up_to as weekdays,
				received_day.run_end - received_day.working_days_up_to as working_days_left,
				unit_day.run_end - unit_day.working_days_up_to as unit_working_days_left
			from (
				select
					*,
					coalesce(dispatched_at, signed_at) as unit_from_at,
					if(dispatched_at is not null, dispatched_is_date, signed_is_date) as unit_from_is_date
				from judged
			) as judged
			left join closings_in_minutes ${joinClosings}
			left join calendar_runs as received_day on received_day.day = received_at::date
			left join calendar_runs as unit_day on unit_day.day = unit_from_at::date
			left join calendar_runs as closed_day on closed_day.day = closed_at::date
		)
		select ${columns.map((column) => `${told[column]!.sql} as ${column}`).join(', ')}
		from clocked
		left join matters_again using (order_number)
		left join confidential_orders using (order_number)
	`);
}

/** The timeliness state by one deadline, as SQL over `stated`; by the source's flags where it has no deadline column. */
const stateBy = (due: string, dueIsDate: string) => `case
	when ${due} is not null and closed_at is not null then
		case
			when not closed_is_date then if(closed_at <= ${due}, 'closed_on_time', 'closed_late')
			when closed_at::date < ${due}::date then 'closed_on_time'
			when closed_at::date > ${due}::date then 'closed_late'
			when ${dueIsDate} then 'closed_on_time'
			else 'unknown'
		end
	when ${due} is not null and is_closed then 'unknown'
	when ${due} is not null then if(data_cut <= ${due}, 'open_within', 'open_overdue')
	when has_due_column then 'unknown'
	when is_closed_without_time then 'unknown'
	when flag_closed_on_time and not coalesce(flag_closed_late, false) then 'closed_on_time'
	when flag_closed_late and not coalesce(flag_closed_on_time, false) then 'closed_late'
	when flag_open_within and not is_closed then 'open_within'
	when flag_exceeded is not null and is_closed then if(flag_exceeded, 'closed_late', 'closed_on_time')
	when flag_exceeded is not null then if(flag_exceeded, 'open_overdue', 'open_within')
	else 'unknown'
end`;
