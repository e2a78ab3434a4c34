import { type Database, literal, parquet } from '../check/database.ts';
import type { SourceColumn } from '../map/source-columns.ts';
import { callerKeySql } from './caller-key.ts';
import type { Spilled, SpillPaths } from './spill-rows.ts';
import { filledMark } from '#lib/domain/kept-cells.ts';

/** The dialect of the files written by spillRows, given in full so that nothing is sniffed. */
const dialect = [
	'auto_detect = false',
	'header = false',
	`nullstr = ''`,
	`new_line = '\\n'`,
	'max_line_size = 8388608',
	// Twice the longest line: of its own accord the database takes sixteen times that, of which it holds several.
	'buffer_size = 16777216',
	'strict_mode = true'
];

type CsvForm = { separator: string; quote: string; parallel: boolean };

function readCsv(path: string, types: Record<string, string>, { separator, quote, parallel }: CsvForm): string {
	const columns = Object.entries(types).map(([name, type]) => `'${name}': '${type}'`);
	const own = [`delim = ${literal(separator)}`, `quote = ${literal(quote)}`, `escape = ${literal(quote)}`];
	const options = [literal(path), ...dialect, ...own, `parallel = ${parallel}`, `columns = {${columns.join(', ')}}`];
	return `read_csv(${options.join(', ')})`;
}

const numbered = { row_number: 'INTEGER' };
const byQuotes = (parallel: boolean): CsvForm => ({ separator: ',', quote: '"', parallel });
const cellTypes = (width: number) =>
	Object.fromEntries(Array.from({ length: width }, (_, place) => [`p${place + 1}`, 'VARCHAR']));

/**
 * Puts every cell of the export into one Parquet file, by column number (p1 …), with the row's number, whether it is data
 * by its shape, what stands beyond the last column, and beside them the headers. Nothing is changed but control characters, of which NUL ends a
 * text in other programs: each becomes its picture.
 */
export async function keepCells(
	database: Database,
	headers: string[],
	paths: SpillPaths,
	{ separator, hasQuotes, ahead }: Spilled,
	kept: string
): Promise<void> {
	const cells = cellTypes(headers.length);
	const names = Object.keys(cells).join(', ');
	const asTheyStand = (path: string, number: string) =>
		`select ${number} as row_number, true as is_data, ${names}, cast(null as varchar) as beyond
		from ${readCsv(path, { ...numbered, ...cells }, { separator, quote: '', parallel: true })}`;
	const parted = readCsv(
		paths.parted,
		{ ...numbered, is_data: 'BOOLEAN', ...cells, beyond: 'VARCHAR' },
		byQuotes(!hasQuotes)
	);
	await database.run(
		`copy (
			${asTheyStand(paths.plain, 'row_number')}
			union all
			${ahead.rows > 0 ? `${asTheyStand(paths.ahead, `row_number + ${ahead.behind}`)} union all` : ''}
			select row_number, is_data, ${names}, beyond from ${parted}
		) to ${literal(kept)} (${parquet}, kv_metadata {headers: ${literal(JSON.stringify(headers))}})`
	);
}

/** Makes the view `cells`, all that is kept; `raw`, the columns looked into of rows that are data; and the table `other`. */
export async function loadCells(
	database: Database,
	columns: readonly SourceColumn[],
	paths: SpillPaths,
	kept: string,
	callerSecret: string
): Promise<void> {
	await database.run(`create view cells as from read_parquet(${literal(kept)})`);
	await database.run('create table install (secret varchar)');
	await database.run('insert into install values ($1)', [callerSecret]);
	const read = columns.map(({ name, place, kind }) => {
		const cell = `p${place + 1}`;
		const number = `replace(${cell}, '${filledMark}', '')`;
		return `${kind === 'phone' ? callerKeySql(number, '(select secret from install)') : cell} as ${name}`;
	});
	await database.run(
		`create ${database.between} raw as select row_number, ${read.join(', ')} from cells where is_data`
	);
	const other = readCsv(paths.other, { ...numbered, outcome: 'VARCHAR', reason: 'VARCHAR' }, byQuotes(false));
	await database.run(`create table other as from ${other}`);
}
