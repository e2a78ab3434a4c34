import type { SourceColumn } from '../map/source-columns.ts';
import { type Database, literal } from './database.ts';

/** The dialect of the files written by spillRows, given in full so that nothing is sniffed. */
const dialect = [
	'auto_detect = false',
	'header = false',
	`delim = ','`,
	`quote = '"'`,
	`escape = '"'`,
	`nullstr = ''`,
	`new_line = '\\n'`,
	'max_line_size = 8388608',
	'strict_mode = true'
];

const columnTypes = (names: readonly string[]) => `{${names.map((name) => `'${name}': 'VARCHAR'`).join(', ')}}`;

function readCsv(path: string, names: readonly string[], { parallel }: { parallel: boolean }): string {
	const options = [literal(path), ...dialect, `parallel = ${parallel}`, `columns = ${columnTypes(names)}`];
	return `read_csv(${options.join(', ')})`;
}

/** Loads the spilled rows: `raw` with every mapped column as text, `other` with the rows that are no data. */
export async function loadRaw(
	database: Database,
	columns: readonly SourceColumn[],
	paths: { data: string; other: string },
	{ hasQuotes }: { hasQuotes: boolean }
): Promise<void> {
	const names = columns.map(({ name }) => name);
	const data = readCsv(paths.data, ['row_number', ...names], { parallel: !hasQuotes });
	await database.run(
		`create table raw as select cast(row_number as integer) as row_number, ${names.join(', ')} from ${data}`
	);
	const other = readCsv(paths.other, ['row_number', 'outcome', 'reason', 'value'], { parallel: false });
	await database.run(
		`create table other as select cast(row_number as integer) as row_number, outcome, reason, value from ${other}`
	);
}
