import type { DuckDBConnection } from '@duckdb/node-api';
import { closedInMinute, isClosingTimed, isDesk, isRepeatable, joinClosings, makeNeighbours } from '../neighbours.ts';

const told = 'order_number, received_at, closed_at, closed_is_date, caller_key, category_1, unit, handling_mode';
const matter = `caller_key, category_1, unit, ${isDesk}`;
const minute = `unit, date_trunc('minute', closed_at)`;

/**
 * Compares the orders of `merged` with the version before. Leaves `stood`, the rows of those assessed anew as they stood, with their
 * hashes; `stands`, what is told now of those that can tell otherwise: the touched ones, and those closed after the old
 * cut; and `moved`, what was told and what is told of those among them that do.
 */
export async function noteMoved(connection: DuckDBConnection, served: string): Promise<void> {
	await connection.run(`
		create table stood as
		select
			${told}, is_closed_after_cut, previous_received_at, previous_closed_at, closed_in_minute,
			hash(standing) as row_hash
		from ${served}.assessed_orders as standing semi join anew using (order_number)
	`);
	await connection.run(`
		create table changing as
		select order_number from touched union select order_number from stood where is_closed_after_cut
	`);
	await connection.run(`
		create table stands as
		select ${told} from (
			select merged.* replace (if(closed_at <= data_cut, closed_at, null) as closed_at) from merged, assessment
		) semi join changing using (order_number)
	`);
	await connection.run(`
		create table moved as
		with before as (select ${told} from stood semi join changing using (order_number))
		(from before except from stands) union all (from stands except from before)
	`);
}

/**
 * Makes what makeNeighbours makes for the orders assessed anew, and `around`: the orders, of all, whose matter or minute some moved order came to
 * or left. These have their neighbours looked at; what those of the others say is as it was. Needs noteMoved.
 */
export async function lookAround(connection: DuckDBConnection, served: string): Promise<void> {
	await connection.run(
		`create table matters_moved as select distinct ${matter} as is_desk from moved where ${isRepeatable}`
	);
	await connection.run(`
		create table minutes_moved as
		select distinct unit, date_trunc('minute', closed_at) as minute from moved where ${isClosingTimed}
	`);
	await connection.run(`
		create table around as
		from (
			select
				*,
				coalesce(${isRepeatable} and (${matter}) in (select (caller_key, category_1, unit, is_desk) from matters_moved), false)
					as is_by_matter,
				coalesce(${isClosingTimed} and (${minute}) in (select (unit, minute) from minutes_moved), false) as is_by_minute
			from (
				select ${told}, true as is_anew from stands
				union all
				select ${told}, true as is_anew from stood anti join changing using (order_number)
				union all
				select ${told}, false as is_anew from ${served}.assessed_orders anti join anew using (order_number)
			)
			-- One column tells most of the others apart sooner than all of them.
			where
				caller_key in (select caller_key from matters_moved)
				or date_trunc('minute', closed_at) in (select minute from minutes_moved)
		)
		where is_by_matter or is_by_minute
	`);
	await makeNeighbours(connection, {
		matters: '(from around where is_by_matter)',
		closings: '(from around where is_by_minute)'
	});
	const isAsItWas = (flag: string) => `order_number not in (select order_number from moved)
		and order_number not in (select order_number from around where ${flag})`;
	await connection.run(`
		insert into matters_again by name
		select order_number, previous_received_at, previous_closed_at from stood
		where previous_received_at is not null and ${isAsItWas('is_by_matter')}
	`);
	await connection.run(`
		insert into closings_in_minutes by name
		select distinct
			unit as closing_unit, date_trunc('minute', closed_at) as closing_minute, closed_in_minute as closings
		from stood where closed_in_minute > 1 and ${isAsItWas('is_by_minute')}
	`);
}

/**
 * Makes `reached`: of the orders that are not assessed anew those that stand `around`, as they are but for what their neighbours say, with
 * the hash of the row as it stood. Needs lookAround.
 */
export async function makeReached(connection: DuckDBConnection, served: string): Promise<void> {
	await connection.run(`
		create table reached as
		select standing.* replace (
			if(is_by_matter, matters_again.previous_received_at, standing.previous_received_at) as previous_received_at,
			if(is_by_matter, matters_again.previous_closed_at, standing.previous_closed_at) as previous_closed_at,
			if(is_by_minute, ${closedInMinute}, closed_in_minute) as closed_in_minute
		), hash(standing) as row_hash
		from ${served}.assessed_orders as standing
		join (select order_number, is_by_matter, is_by_minute from around where not is_anew) as near
			on near.order_number = standing.order_number
		left join matters_again on matters_again.order_number = standing.order_number
		left join closings_in_minutes ${joinClosings}
	`);
}
