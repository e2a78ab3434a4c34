import type { DuckDBConnection } from '@duckdb/node-api';
import { refineMerged } from './refine.ts';

/** A valid answer is one that says something, as with orders. */
const hasAnswer = `(visit_contacted is not null or visit_resolved is not null
	or coalesce(satisfaction, 'unrated') <> 'unrated' or coalesce(satisfaction_final, 'unrated') <> 'unrated')`;

const folded = [
	...['visited_at', 'visit_attempted', 'visit_reached', 'visit_valid', 'visit_contacted', 'visit_resolved'],
	...['satisfaction', 'satisfaction_final']
];

/**
 * Gives the orders of `merged` what the lists of return visits say of them. Of several visits of an order the first valid one
 * answers, the last one's satisfaction is the final. An order whose own export is newer and tells of a visit keeps that. An
 * order closed between the first visit listed and the list's own data cut that is in no list was not visited, where its
 * own export says nothing of visits.
 */
export async function foldVisits(connection: DuckDBConnection): Promise<void> {
	await connection.run(`
		create table visited_orders as
		with visits as (
			select
				*,
				coalesce(visit_attempted, true) as is_attempted,
				coalesce(visit_valid, ${hasAnswer}) as is_valid,
				row_number() over (
					partition by order_number order by visited_at nulls last, place, row_number
				) as nth
			from current_visits
		)
		select
			order_number,
			max(data_cut) as visits_cut,
			min(visited_at) filter (where is_attempted) as visited_at,
			bool_or(is_attempted) as visit_attempted,
			bool_or(coalesce(visit_reached, case when is_valid then true end)) as visit_reached,
			bool_or(is_valid) as visit_valid,
			min_by(visit_contacted, nth) filter (where is_valid and visit_contacted is not null) as visit_contacted,
			min_by(visit_resolved, nth) filter (where is_valid and visit_resolved is not null) as visit_resolved,
			coalesce(
				min_by(satisfaction, nth) filter (where is_valid and satisfaction is not null),
				min_by(satisfaction, nth) filter (where satisfaction is not null)
			) as satisfaction,
			coalesce(
				max_by(satisfaction_final, nth) filter (where satisfaction_final is not null),
				case when count(*) filter (where is_valid and satisfaction is not null) > 1
					then max_by(satisfaction, nth) filter (where is_valid and satisfaction is not null) end
			) as satisfaction_final
		from visits group by order_number
	`);
	const replaced = folded.map((column) => {
		const own = `so_far.${column}`;
		const unlisted = column === 'visit_attempted' ? `when ${own} is null and is_covered then false` : '';
		return `case when is_listed then listed.${column} ${unlisted} else ${own} end as ${column}`;
	});
	await refineMerged(
		connection,
		`
		with bounds as (select min(visited_at)::date as first_day, max(data_cut) as last_cut from current_visits)
		select so_far.* replace (${replaced.join(', ')})
		from so_far
		left join visited_orders as listed using (order_number)
		cross join bounds,
		lateral (select
			listed.order_number is not null
				and not (coalesce(so_far.visit_attempted, false) and so_far.seen_at > listed.visits_cut) as is_listed,
			coalesce(so_far.closed_at between first_day and last_cut, false) as is_covered
		) as standing
	`
	);
}
