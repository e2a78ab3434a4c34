import { isHelping } from '#lib/domain/kinds/helping.ts';
import { literal } from '#lib/domain/sql-literal.ts';
import { stagedRows } from '#lib/domain/staged-columns.ts';
import type { Reader } from './reader.ts';
import type { PlacedExport } from './standing-exports.ts';

/**
 * Which of an order's rows holds, said as the build says it (`build/merge`): a row of the main unit over one of a unit that
 * helps; of these the newest export's; within one export the last round, and the last row. A test holds both ways together.
 */

const [ofMain, ofPlace, ofRound] = [2n ** 61n, 2n ** 39n, 2n ** 32n];

/** SQL of where a row stands: of two the higher holds. */
const standing = `cast(not is_helping as bigint) * ${ofMain} + place * ${ofPlace} + round * ${ofRound} + row_number`;

/** SQL that reads place and row back from a standing. */
export const placeOf = (stood: string) => `cast((${stood} % ${ofMain}) // ${ofPlace} as integer)`;
export const rowOf = (stood: string) => `cast(${stood} % ${ofRound} as integer)`;

/** SQL of a table function over the staged rows of exports, each with the `path` of its file. */
const filesOf = (exports: readonly PlacedExport[]) =>
	exports.length === 0
		? `(select *, cast(null as varchar) as path from ${stagedRows()})`
		: `(select * from ${stagedRows(
				`read_parquet([${exports.map(({ path }) => literal(path)).join(', ')}], filename = 'path', union_by_name = true)`
			)})`;

/** SQL of the exports with the paths of their staged rows, places and names. */
export const placesOf = (exports: readonly PlacedExport[]) =>
	`(values ${[{ path: '', place: 0, fileName: '' }, ...exports]
		.map(({ path, place, fileName }) => `(${literal(path)}, cast(${place} as bigint), ${literal(fileName)})`)
		.join(', ')}) as placed (path, place, file_name)`;

/**
 * SQL of the staged rows of exports of orders: order_number and its hash `item`, content_hash, place, row_number, is_helping, round,
 * stood, and of the staged columns those asked for. Tables of many orders hold the hash alone.
 */
export const formRows = (exports: readonly PlacedExport[], columns: readonly string[] = []) => `
	select *, ${standing} as stood from (
		select order_number, hash(order_number) as item, content_hash, place, row_number, ${isHelping('files')} as is_helping,
			least(greatest(coalesce(handling_round, 0), 0), 127)::bigint as round${columns.map((column) => `, ${column}`).join('')}
		from ${filesOf(exports)} as files join ${placesOf(exports)} using (path)
	)`;

/** SQL of whole staged rows with their place, for the few that are shown. */
export const wholeRows = (exports: readonly PlacedExport[]) =>
	`(select * from ${filesOf(exports)} join ${placesOf(exports)} using (path))`;

/** SQL of a place in words: file, sheet where there is one, row. */
export const whereOf = (file: string, sheet: string, row: string) =>
	`concat_ws(' ', ${file}, nullif(${sheet}, ''), ${row})`;

/**
 * SQL of the form of each order that holds over these exports: item, content_hash, stood; of the orders whose numbers `among` gives.
 * By their numbers and not by their hashes: files hold orders by number, so that most of them need not be read.
 */
export const heldForms = (exports: readonly PlacedExport[], among: string) => `
	select item, arg_max(content_hash, stood) as content_hash, max(stood) as stood
	from (${formRows(exports)}) where order_number in (${among}) group by item`;

/**
 * Makes `confidential`: the orders (item) that the newest export to say anything of it calls confidential, as the build tells them.
 * They count and are in no list.
 */
export async function makeConfidential(reader: Reader, exports: readonly PlacedExport[]): Promise<void> {
	const files = exports.map(({ path }) => literal(path)).join(', ');
	const schema = `select distinct file_name as path from parquet_schema([${files}]) where name = 'is_confidential'`;
	const saying = exports.length === 0 ? [] : await reader.rows<{ path: string }>(schema);
	const paths = new Set(saying.map(({ path }) => path));
	await reader.run(
		`create temp table confidential as
		select item from (${formRows(
			exports.filter(({ path }) => paths.has(path)),
			['is_confidential']
		)}) where is_confidential is not null
		group by item having arg_max(is_confidential, place * ${ofRound} + row_number)`
	);
}
