import type { DuckDBConnection } from '@duckdb/node-api';
import { statSync } from 'node:fs';
import { asPlaced } from '#lib/domain/export-order.ts';
import { literal } from '#lib/domain/sql-literal.ts';
import { stagedRows } from '#lib/domain/staged-columns.ts';
import type { DataFolder } from '../data-folder.ts';
import { stagedPaths } from '../staged-receipt.ts';
import type { BuildInput } from './manifest.ts';

/** Makes `exports_placed`: the exports of orders with their data cut and their place; of two that show an order the later placed holds. */
export async function placeExports(connection: DuckDBConnection, inputs: BuildInput[]): Promise<void> {
	await connection.run('create table exports_placed (sha256 varchar, data_cut timestamp, place integer)');
	for (const [index, { sha256, dataCut }] of asPlaced(inputs).entries()) {
		await connection.run(`insert into exports_placed values ($1, cast($2 as timestamp), ${index + 1})`, [
			sha256,
			dataCut
		]);
	}
}

const stagedFile = (folder: DataFolder, sha256: string) => literal(stagedPaths(folder, sha256).rows);

/** The staged columns that some of these exports fill. A sheet without a name is none. */
export async function filledColumns(
	connection: DuckDBConnection,
	folder: DataFolder,
	inputs: BuildInput[]
): Promise<Set<string>> {
	if (inputs.length === 0) return new Set();
	const files = `[${inputs.map(({ sha256 }) => stagedFile(folder, sha256)).join(', ')}]`;
	const reader = await connection.runAndReadAll(`
		select name from parquet_schema(${files}) where name <> 'sheet'
		union
		select 'sheet' from parquet_metadata(${files}) where path_in_schema = 'sheet' and stats_max_value <> ''
	`);
	return new Set(reader.getRows().map(([name]) => String(name)));
}

/** How many bytes the staged rows of these exports are. */
export const stagedBytes = (folder: DataFolder, inputs: BuildInput[]): number =>
	inputs.reduce((sum, { sha256 }) => sum + statSync(stagedPaths(folder, sha256).rows).size, 0);

/** Makes the view `staged_rows`: all rows of all exports of orders, with the hash of the file that each came in. */
export async function stageAll(connection: DuckDBConnection, folder: DataFolder, inputs: BuildInput[]): Promise<void> {
	const staged = inputs.map(({ sha256 }) => stagedFile(folder, sha256));
	const files = `read_parquet([${staged.join(', ')}], filename = 'path', union_by_name = true)`;
	await connection.run(
		staged.length === 0
			? `create view staged_rows as select *, null::varchar as file_sha256 from ${stagedRows()}`
			: `create view staged_rows as
				select * exclude (path), parse_filename(path, true) as file_sha256 from ${stagedRows(files)}`
	);
}

/**
 * Makes `touched`, the numbers of the orders that the newcomers show, and the table `staged_rows` of those orders alone, from
 * whatever export they came in. Which rows are theirs is told by one column: whole rows are read only there.
 */
export async function stageTouched(
	connection: DuckDBConnection,
	folder: DataFolder,
	inputs: BuildInput[],
	newcomers: string[]
): Promise<void> {
	const own = newcomers.map((sha256) => stagedFile(folder, sha256));
	await connection.run(`create table touched as select distinct order_number from read_parquet([${own.join(', ')}])`);
	await connection.run(`create table staged_rows as select *, null::varchar as file_sha256 from ${stagedRows()}`);
	for (const { sha256 } of inputs) {
		const file = `read_parquet(${stagedFile(folder, sha256)})`;
		await connection.run(`
			create or replace table touched_rows as
			select row_number from (select order_number, row_number from ${file}) semi join touched using (order_number)
		`);
		const reader = await connection.runAndReadAll(
			'select min(row_number)::integer as first, max(row_number)::integer as last from touched_rows'
		);
		const { first, last } = reader.getRowObjectsJS()[0] as { first: number | null; last: number | null };
		if (first === null || last === null) continue;
		await connection.run(
			`insert into staged_rows by name
			select *, $1 as file_sha256 from ${file}
			where row_number between ${first} and ${last} and row_number in (select row_number from touched_rows)`,
			[sha256]
		);
	}
}
