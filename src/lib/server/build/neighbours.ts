import type { DuckDBConnection } from '@duckdb/node-api';

export const isDesk = "handling_mode is not distinct from 'desk'";

/** A unit's closing with a time of day. */
export const isClosingTimed = `closed_at is not null and not closed_is_date and unit is not null and not (${isDesk})`;

/** A matter can be told to come again: the caller, the matter and the unit are known. Desk answers stand apart. */
export const isRepeatable = `caller_key is not null and category_1 is not null and unit is not null and not (${isDesk})`;

/** How many orders its unit closed in the same minute; joined by joinClosings. */
export const closedInMinute = `if(${isClosingTimed}, coalesce(closings, 1), null)`;
/** Equal to nothing but columns: with a condition on one side alone every pair would be looked at. */
export const joinClosings = `on closing_unit = if(${isClosingTimed}, unit, null)
	and closing_minute = date_trunc('minute', closed_at)`;

/** Relations, as SQL, of orders with all of each matter and all of each minute that they hold something of. */
export type ToldOf = { matters: string; closings: string };

/**
 * What an order's neighbours say of it. Leaves `matters_again`, the receipt and closing of the same caller's order
 * before it in the same matter, for each that has one; and `closings_in_minutes`, how many orders a unit closed in the same
 * minute, in all exports, where it was more than one: closings entered in one go show by it, whatever a question is
 * kept to. A closing after the data cut has not happened.
 */
export async function makeNeighbours(connection: DuckDBConnection, { matters, closings }: ToldOf): Promise<void> {
	await connection.run(`
		create table matters_again as
		with matters as (
			select order_number, received_at, closed_at, caller_key, category_1, unit, ${isDesk} as is_desk
			from ${matters} where ${isRepeatable}
		)
		select
			order_number,
			lag(received_at) over same_matter as previous_received_at,
			lag(if(closed_at <= data_cut, closed_at, null)) over same_matter as previous_closed_at
		from matters, assessment
		-- Only a caller who called twice comes again; most do not.
		where caller_key in (select caller_key from matters group by caller_key having count(*) > 1)
		window same_matter as (partition by caller_key, category_1, unit, is_desk order by received_at, order_number)
		qualify previous_received_at is not null
	`);
	await connection.run(`
		create table closings_in_minutes as
		select unit as closing_unit, date_trunc('minute', closed_at) as closing_minute, count(*)::integer as closings
		from ${closings}, assessment
		where ${isClosingTimed} and closed_at <= data_cut
		group by unit, date_trunc('minute', closed_at)
		having count(*) > 1
	`);
}
