import type { DuckDBConnection } from '@duckdb/node-api';
import { isHelping } from '#lib/domain/kinds/helping.ts';

/** Orders rows of one order: later ones hold. Each part has room for what it can be: 2^22 exports, 2^7 rounds, 2^32 rows. */
const standing = `cast(not is_helping as bigint) * 2305843009213693952
	+ place * 549755813888 + round * 4294967296 + row_number`;

/**
 * Merges `staged_rows`, rows of the exports placed, into the view `merged`, one row per order number. Needs placeExports.
 * A row of the main unit wins over one of a unit that helps; of these the newest export's that shows the order; within one
 * export its last round of handling, and its last row. Newest means the last placed
 * (`domain/export-order`), so that any order of import gives the same rows. Where several exports show the very
 * same row, the first of them is kept as its source and the newest cut as the moment it was seen.
 *
 * Rows are chosen by their place alone: whole rows would not fit in memory by the million, so that they are read
 * only once it is known which are wanted. Most orders stand in one row, of which nothing need be known: leaves `row_keys`, one row per
 * staged row, `keys_again` those of orders that have several, `current_again` the one of them that holds, and
 * `confidential_orders`, which the newest export that says anything of it calls confidential.
 */
export async function merge(connection: DuckDBConnection): Promise<void> {
	await connection.run(`
		create table row_keys as
		select
			order_number, content_hash, place, row_number, len(repairs) > 0 as is_repaired,
			${isHelping('staged_rows')} as is_helping,
			least(greatest(coalesce(handling_round, 0), 0), 127)::bigint as round
		from staged_rows join exports_placed on exports_placed.sha256 = staged_rows.file_sha256
	`);
	await connection.run(`
		create table orders_again as
		select order_number from row_keys group by order_number having count(*) > 1
	`);
	await connection.run('create table keys_again as from row_keys semi join orders_again using (order_number)');
	await connection.run(`
		create table current_again as
		with forms as (
			select
				order_number, content_hash,
				min(place * 4294967296 + row_number) as first_row,
				max(data_cut) as seen_at,
				-- The place of the identical group's newest member decides for the group.
				max(${standing}) as newest
			from keys_again join exports_placed using (place)
			group by order_number, content_hash
		),
		chosen as (
			select
				order_number,
				max_by(content_hash, newest) as content_hash,
				max_by(first_row, newest) as first_row,
				max_by(seen_at, newest) as seen_at
			from forms group by order_number
		)
		select
			order_number, content_hash, (first_row // 4294967296)::integer as place,
			(first_row % 4294967296)::integer as row_number, seen_at
		from chosen
	`);
	await connection.run(`
		create table rows_replaced as
		select place, row_number from keys_again anti join current_again using (place, row_number)
	`);
	// An export without the column says nothing: what an earlier one said of the order stays true.
	await connection.run(`
		create table confidential_orders as
		select order_number
		from staged_rows join exports_placed on exports_placed.sha256 = staged_rows.file_sha256
		where is_confidential is not null
		group by order_number having max_by(is_confidential, place * 4294967296 + row_number)
	`);
	await connection.run(`
		create view merged as
		select
			staged_rows.* replace (
				case when not ${isHelping('staged_rows')} then unit end as unit,
				coalesce(rework_count, handling_round - 1) as rework_count
			),
			case when not ${isHelping('staged_rows')} then unit end as unit_written,
			category_1 as category_written, coalesce(current_again.seen_at, data_cut) as seen_at
		from staged_rows
		join exports_placed on exports_placed.sha256 = staged_rows.file_sha256
		left join current_again on current_again.order_number = staged_rows.order_number
		anti join rows_replaced
			on rows_replaced.place = exports_placed.place and rows_replaced.row_number = staged_rows.row_number
	`);
}

/** How the rows of one export stand against those of the exports before it, and against what is current now. */
export type RowStanding = { accepted: number; repaired: number; identical: number; superseded: number };

/**
 * Counts the staged rows of one export. identical: the same order in the same form stands in an earlier export,
 * or higher up in this one; superseded: another row is the current form of its order, rows of units that help aside. Needs
 * merge's tables.
 */
export async function rowStanding(
	connection: DuckDBConnection,
	sha256: string,
	earlier: string[]
): Promise<RowStanding> {
	const reader = await connection.runAndReadAll(
		`with earlier_forms as (
			select distinct order_number, content_hash from keys_again join exports_placed using (place)
			where list_contains(string_split($2, ' '), sha256)
		),
		own as (
			select order_number, content_hash, min_by(is_repaired, row_number) as is_repaired,
				bool_or(is_helping) as is_helping, count(*) as rows
			from keys_again join exports_placed using (place) where sha256 = $1
			group by order_number, content_hash
		),
		judged as (
			select
				own.*, earlier_forms.order_number is not null as stands_earlier,
				not is_helping and current_again.content_hash is distinct from own.content_hash as is_superseded
			from own
			left join earlier_forms using (order_number, content_hash)
			left join current_again on current_again.order_number = own.order_number
		),
		-- Most orders stand in one row of one export: it is accepted, and current.
		alone as (
			select count(*) as rows, count(*) filter (where is_repaired) as repaired
			from row_keys join exports_placed using (place) anti join orders_again using (order_number) where sha256 = $1
		)
		select
			((count(*) filter (where not stands_earlier)) + (select rows from alone))::integer as accepted,
			((count(*) filter (where not stands_earlier and is_repaired)) + (select repaired from alone))::integer as repaired,
			coalesce(sum(if(stands_earlier, rows, rows - 1)), 0)::integer as identical,
			(count(*) filter (where not stands_earlier and is_superseded))::integer as superseded
		from judged`,
		[sha256, earlier.join(' ')]
	);
	return reader.getRowObjectsJS()[0] as RowStanding;
}
