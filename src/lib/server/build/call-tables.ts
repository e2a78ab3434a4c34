import type { DuckDBConnection } from '@duckdb/node-api';

/** Something that a log has a column for says with an empty cell that it did not happen; another log says nothing of it. */
const saidBy = (column: string) =>
	`case when ${column} is not null then true when bool_or(${column} is not null) over log then false end`;

const span = (from: string, to: string) =>
	`case when ${from} <= ${to} then date_diff('second', ${from}, ${to})::integer end`;

/**
 * Makes `calls`, `call_days` and `places` of the exports of these kinds; without a row where there are none. Where a log gives
 * moments in place of lengths, they are subtracted. Calls that the centre made itself are left out.
 */
export async function makeCallTables(connection: DuckDBConnection): Promise<void> {
	await connection.run(`
		create table calls as
		with told as (
			select
				*,
				coalesce(is_answered, ${saidBy('answered_at')}, case when talk_seconds > 0 then true
					when bool_or(talk_seconds is not null) over log then false end) as answered,
				coalesce(is_offered, ${saidBy('queued_at')}) as offered
			from current_calls where medium is distinct from 'outgoing'
			window log as (partition by file_sha256)
		)
		select
			line, coalesce(medium, 'phone') as medium, arrived_at,
			coalesce(offered, case when answered or wait_seconds is not null then true end) as is_offered,
			answered as is_answered, is_self_served,
			coalesce(wait_seconds, ${span('coalesce(queued_at, arrived_at)', 'coalesce(answered_at, hung_up_at)')})
				as wait_seconds,
			coalesce(talk_seconds, ${span('answered_at', 'hung_up_at')}) as talk_seconds,
			after_call_seconds,
			case when medium in ('text', 'mailbox') then ${span('arrived_at', 'message_replied_at')} end as reply_seconds,
			agent_rating, is_quality_checked
		from told order by arrived_at, place, row_number
	`);
	await connection.run(`
		create table call_days as
		select
			summary_day as day, line, incoming, offered, answered, answered_in_15, self_served, abandoned, abandoned_soon,
			all_wait_seconds as wait_seconds, all_talk_seconds as talk_seconds,
			all_after_call_seconds as after_call_seconds, texts, texts_in_3_minutes, letters, letters_in_24_hours, rated,
			rated_satisfied, quality_checked
		from current_call_days order by day, line
	`);
	await connection.run(`
		create table places as
		select district, coalesce(valid_from, data_cut::date) as valid_from, residents, seats, staff
		from current_places order by district, valid_from
	`);
}
