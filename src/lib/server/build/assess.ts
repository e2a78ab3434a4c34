import type { DuckDBConnection } from '@duckdb/node-api';
import { plainRules, type Limit } from '#lib/domain/rules/rule-set.ts';
import { specialGroupWords } from '#lib/domain/vocabularies.ts';
import { closedInMinute, joinClosings } from './neighbours.ts';

const seconds = (limit: Limit) => {
	if (!('hours' in limit))
		throw new Error('the plain rules give hours: other limits are joined in queries/where/under-rules');
	return limit.hours * 3600;
};
const urgent = plainRules.urgentFirstContact!;
const plainSeconds = {
	signing: seconds(plainRules.signing),
	contact: seconds(plainRules.firstContact),
	urgentContact: seconds(urgent.limit)
};
const urgentWords = urgent.urgencies.map((word) => `'${word}'`).join(', ');

/**
 * Puts the orders of `merged` where `into` says (a statement up to its select): state, deadline judgement and durations of
 * every order as of the data cut T. Needs `assessment` and what makeNeighbours makes.
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
 * the loaded years of the calendar; where a year between them is not loaded they are not known. What is open, or
 * whose closing lies beyond the calendar, was watched up to T or to the calendar's last day: the open_ columns.
 *
 * Where rules have a say (deadlines of our own, limits for signing and contact, the day a return visit counts on, what
 * leaves the assessment) the rows are as the plain rules have them; queries/where/under-rules replaces those columns
 * for any other set.
 */
export async function assess(connection: DuckDBConnection, into: string): Promise<void> {
	await connection.run(
		`
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
				${stateBy(
					'coalesce(original_due_at, due_at)',
					`if(original_due_at is null, due_is_date, original_due_at::time = time '23:59:59')`
				)} as original_timeliness
			from stated
		),
		clocked as (
			select
				judged.*,
				${closedInMinute} as closed_in_minute,
				received_day.run is not null and received_day.run is not distinct from stop_day.run as is_span_loaded,
				unit_day.run is not null and unit_day.run is not distinct from stop_day.run as is_unit_span_loaded,
				stop_day.working_days_up_to - received_day.working_days_up_to as working_days,
				stop_day.working_days_up_to - unit_day.working_days_up_to as unit_working_days,
				stop_day.weekdays_up_to - received_day.weekdays_up_to as weekdays,
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
			left join calendar_runs as stop_day on stop_day.day = coalesce(closed_at, data_cut)::date
		)
		select
			order_number, line, channel, kind, kind_code, category_1, category_2, category_3,
			district, street, unit, sub_unit, unit_kind, special_group,
			case
				when regexp_matches(special_group, '${specialGroupWords.join('|')}') then true
				when has_group_column then false
			end as is_special_group,
			urgency, status, handling_mode,
			received_at, received_is_date, dispatched_at, signed_at, first_contact_at,
			closed_at, closed_is_date, closed_from, is_closed_after_cut, closed_in_minute, due_at, original_due_at,
			null::timestamp as rule_due_at,
			if(due_at is null, null, 'export') as due_source,
			if(dispatched_is_date, null, dispatched_at + to_seconds($1)) as sign_due_at,
			if(dispatched_is_date, null, dispatched_at + to_seconds(if(urgency in (${urgentWords}), $3, $2)))
				as first_contact_due_at,
			visited_at, replied_at,
			is_closed, is_closed_without_time, timeliness, original_timeliness,
			case
				when timeliness = 'unknown' then 'none' when due_at is not null then 'clock' else 'flag'
			end as timeliness_from,
			case
				when due_at is not null then due_at <= data_cut
				else timeliness in ('closed_on_time', 'closed_late', 'open_overdue')
			end as is_due,
			case
				when due_at is not null then due_at
				when timeliness <> 'unknown' then received_at
			end as due_basis_at,
			case
				when original_due_at is not null then original_due_at
				when due_at is not null then due_at
				when timeliness <> 'unknown' then received_at
			end as original_due_basis_at,
			case
				when closed_at is not null then closed_at
				when timeliness in ('closed_on_time', 'closed_late') then received_at
			end as closed_basis_at,
			case
				when closed_at is not null then closed_at
				when timeliness in ('closed_on_time', 'closed_late') then received_at
			end as visit_basis_at,
			if(received_is_date or dispatched_is_date, null, seconds_between(received_at, dispatched_at)) as dispatch_seconds,
			if(dispatched_is_date or signed_is_date, null, seconds_between(dispatched_at, signed_at)) as sign_seconds,
			if(dispatched_is_date or first_contact_is_date, null, seconds_between(dispatched_at, first_contact_at))
				as first_contact_seconds,
			if(received_is_date or closed_is_date, null, seconds_between(received_at, closed_at)) as handling_seconds,
			date_diff('day', received_at::date, closed_at::date)::integer as handling_days,
			if(closed_at is not null and is_span_loaded, working_days, null) as handling_working_days,
			if(closed_at is not null and is_span_loaded, weekdays, null) as handling_weekdays,
			if(unit_from_is_date or closed_is_date, null, seconds_between(unit_from_at, closed_at)) as unit_seconds,
			date_diff('day', unit_from_at::date, closed_at::date)::integer as unit_days,
			if(closed_at is not null and is_unit_span_loaded, unit_working_days, null) as unit_working_days,
			if(is_closed, null, seconds_watched(received_at, received_is_date)) as open_seconds,
			if(is_closed, null, seconds_watched(unit_from_at, unit_from_is_date)) as unit_open_seconds,
			case
				when not is_closed and is_span_loaded then working_days
				when (not is_closed or closed_at is not null) and not is_span_loaded then working_days_left
			end as open_working_days,
			case
				when not is_closed and is_unit_span_loaded then unit_working_days
				when (not is_closed or closed_at is not null) and not is_unit_span_loaded then unit_working_days_left
			end as unit_open_working_days,
			(not is_closed or closed_at is not null) and not is_span_loaded as is_year_not_loaded,
			return_count, return_approved_count, redispatch_count, extension_count, suspended_days, urge_count,
			rework_count, handling_round, is_supervised, supervision_type, is_supervision_closed,
			exclusion_state, exclusion_reason,
			case
				when exclusion_state = 'approved' or not is_assessed then true
				when exclusion_state is not null or is_assessed is not null then false
			end as is_excluded,
			handler, caller_key,
			previous_received_at, previous_closed_at,
			unit_resolved,
			visit_attempted, visit_reached, visit_valid, visit_contacted, visit_resolved, satisfaction, satisfaction_final,
			has_signed_column, has_first_contact_column, unit_written, category_written,
			confidential_orders.order_number is not null as is_confidential,
			file_sha256, sheet, row_number, seen_at
		from clocked
		left join matters_again using (order_number)
		left join confidential_orders using (order_number)
	`,
		[plainSeconds.signing, plainSeconds.contact, plainSeconds.urgentContact]
	);
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
