import type { DuckDBConnection } from '@duckdb/node-api';
import { closedInMinute, isClosingTimed, isDesk, isRepeatable, joinClosings } from '../neighbours.ts';

const told = 'order_number, received_at, closed_at, closed_is_date, caller_key, category_1, unit, handling_mode';
const matter = `caller_key, category_1, unit, ${isDesk}`;
const minute = `unit, date_trunc('minute', closed_at)`;

/**
 * Compares the orders of `merged` with the version before. Leaves `moved`, what was told and what is told now of those that are not in
 * it as they were; `stood`, the old rows with their hashes; and `all_orders`: these orders, and of the others those of the same callers and of the same minutes.
 */
export async function noteMoved(connection: DuckDBConnection, served: string): Promise<void> {
	await connection.run(`
		create table stood as
		select ${told}, hash(standing) as row_hash from ${served}.orders as standing semi join anew using (order_number)
	`);
	await connection.run(`
		create table stands as
		select ${told} from (
			select merged.* replace (if(closed_at <= data_cut, closed_at, null) as closed_at) from merged, assessment
		)
	`);
	await connection.run(`
		create table moved as
		with before as (select ${told} from stood)
		(from before except from stands) union all (from stands except from before)
	`);
	await connection.run('create table told_anew as from stands union all from moved');
	await connection.run(`
		create table near as
		select ${told} from ${served}.orders anti join anew using (order_number)
		where
			caller_key in (select caller_key from told_anew where ${isRepeatable})
			or (${minute}) in (select (${minute}) from told_anew where ${isClosingTimed})
	`);
	await connection.run('create view all_orders as from stands union all from near');
}

/**
 * Makes `reached`: of the orders that are not assessed anew those whose matter or minute some order came to or left, as they stand but
 * for what their neighbours say, with the hash of the row as it stood. Needs noteMoved and makeNeighbours.
 */
export async function makeReached(connection: DuckDBConnection, served: string): Promise<void> {
	await connection.run(`
		create table reached_numbers as
		from (
			select
				order_number,
				coalesce(${isRepeatable} and (${matter}) in (select (${matter}) from moved where ${isRepeatable}), false)
					as is_by_matter,
				coalesce(${isClosingTimed} and (${minute}) in (select (${minute}) from moved where ${isClosingTimed}), false)
					as is_by_minute
			from near
		)
		where is_by_matter or is_by_minute
	`);
	// Of the other neighbours only some are looked at: what they say has not changed.
	await connection.run(`
		create table reached as
		select standing.* replace (
			if(is_by_matter, matters_again.previous_received_at, standing.previous_received_at) as previous_received_at,
			if(is_by_matter, matters_again.previous_closed_at, standing.previous_closed_at) as previous_closed_at,
			if(is_by_minute, ${closedInMinute}, closed_in_minute) as closed_in_minute
		), hash(standing) as row_hash
		from ${served}.orders as standing
		join reached_numbers on reached_numbers.order_number = standing.order_number
		left join matters_again on matters_again.order_number = standing.order_number
		left join closings_in_minutes ${joinClosings}
	`);
}
