import type { DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder.ts';
import type { BuildInput } from './manifest.ts';

/** Rows of units that only help: an order is its main unit's, and counts once. */
const isHelping = `regexp_matches(coalesce(nature, ''), '协办|会办') and not contains(nature, '主办')`;

/** What stands further on is the larger: a main unit's row, the export's place, the round of handling, the row's number. */
const standing = `if(${isHelping}, 0, 1) * 1152921504606846976 + place * 17592186044416
	+ least(coalesce(handling_round, 0), 4095) * 4294967296 + row_number`;

/**
 * Merges the staged rows of all exports into `merged`, one row per order number.
 * The newest export that shows an order wins; within one export its last round of handling, and of that the last row. Rows
 * of units that only help stand for an order where it has no other. Newest means the latest data cut,
 * then the file's hash, so that any order of import gives the same rows. Where several exports show the very
 * same row, the first of them is kept as its source and the newest cut as the moment it was seen.
 */
export async function merge(connection: DuckDBConnection, folder: DataFolder, inputs: BuildInput[]): Promise<void> {
	await connection.run('create table inputs (sha256 varchar, data_cut timestamp)');
	await connection.run(
		'create table staged_rows as select *, null::varchar as file_sha256 from read_parquet($1) limit 0',
		[join(folder.staged, `${inputs[0]?.sha256}.parquet`)]
	);
	for (const { sha256, dataCut } of inputs) {
		await connection.run('insert into inputs values ($1, cast($2 as timestamp))', [sha256, dataCut]);
		await connection.run('insert into staged_rows by name select *, $2 as file_sha256 from read_parquet($1)', [
			join(folder.staged, `${sha256}.parquet`),
			sha256
		]);
	}
	// Rows are chosen by their place alone, two whole numbers each: whole rows would not fit in memory by the million.
	await connection.run(`
		create table merged as
		with exports_placed as (select *, row_number() over (order by data_cut, sha256) as place from inputs),
		forms as (
			select
				order_number,
				min_by(staged_rows.rowid, ${standing}) as first_row,
				max(data_cut) as seen_at,
				-- The place of the identical group's newest member decides for the group.
				max(${standing}) as newest
			from staged_rows join exports_placed on exports_placed.sha256 = staged_rows.file_sha256
			group by order_number, content_hash
		),
		current_forms as (
			select max_by(first_row, newest) as first_row, max_by(seen_at, newest) as seen_at from forms group by order_number
		)
		select staged_rows.*, seen_at from staged_rows join current_forms on staged_rows.rowid = first_row
	`);
}

/** How the rows of one export stand against those of the exports before it, and against what is current now. */
export type RowStanding = { accepted: number; repaired: number; identical: number; superseded: number };

/**
 * Counts the staged rows of one export. identical: the same order in the same form stands in an earlier export,
 * or higher up in this one; superseded: another row is the current form of its order. Needs merge's tables.
 */
export async function rowStanding(
	connection: DuckDBConnection,
	sha256: string,
	earlier: string[]
): Promise<RowStanding> {
	const reader = await connection.runAndReadAll(
		`with own as (
			select
				staged_rows.*,
				row_number() over (partition by order_number, content_hash order by row_number) > 1
				or exists (
					select 1 from staged_rows as other
					where other.order_number = staged_rows.order_number
						and other.content_hash = staged_rows.content_hash
						and list_contains(string_split($2, ' '), other.file_sha256)
				) as is_identical
			from staged_rows where file_sha256 = $1
		)
		select
			(count(*) filter (where not is_identical))::integer as accepted,
			(count(*) filter (where not is_identical and len(repairs) > 0))::integer as repaired,
			(count(*) filter (where is_identical))::integer as identical,
			(count(*) filter (where not is_identical and not exists (
				select 1 from merged
				where merged.order_number = own.order_number and merged.content_hash = own.content_hash
			)))::integer as superseded
		from own`,
		[sha256, earlier.join(' ')]
	);
	return reader.getRowObjectsJS()[0] as RowStanding;
}
