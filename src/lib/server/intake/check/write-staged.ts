import { type Database, literal, parquet } from './database.ts';
import { beyondSeparator, filledMark } from '#lib/domain/kept-cells.ts';

/** How much of a cell or row is shown where it is named; all of it stands in the kept cells. */
const shownLength = 200;

/**
 * The same values give the same hash, whatever file, encoding or row they came from. Only rows that speak of one thing are told
 * apart by it, so 64 bits are plenty. It is the engine's own: another engine stages every export anew (readerVersion).
 */
const contentHash = (columns: Readonly<Record<string, string>>, filled: ReadonlySet<string>) =>
	`hash(${Object.entries(columns)
		.map(([column, type]) => (filled.has(column) ? column : `cast(null as ${type})`))
		.join(', ')})`;

/** What is written of the accepted rows: all columns that a row of this kind says something in, and those this export fills. */
export type StagedFile = {
	sheet: string;
	path: string;
	columns: Readonly<Record<string, string>>;
	filled: ReadonlySet<string>;
};

/** Writes the accepted rows with the columns that `checked` has, in their order; the rows in any. */
export async function writeStaged(database: Database, { sheet, path, columns, filled }: StagedFile): Promise<void> {
	await database.run('create table place (sheet varchar)');
	await database.run('insert into place values ($1)', [sheet]);
	const own: Record<string, string> = { sheet: 'place.sheet', content_hash: contentHash(columns, filled) };
	const said = Object.keys(columns).filter((column) => filled.has(column));
	const selected = ['sheet', 'row_number', ...said, 'content_hash', 'repairs'].map(
		(column) => `${own[column] ?? column} as ${column}`
	);
	await database.run(
		`copy (select ${selected.join(', ')} from checked, place where set_aside is null) to ${literal(path)} (${parquet})`
	);
}

/** Writes what became of every row that was not simply accepted: one row each, a repaired row once per changed cell. */
export async function writeRowLedger(database: Database, width: number, path: string): Promise<void> {
	const cells = [
		...Array.from({ length: width }, (_, place) => `p${place + 1}`),
		`replace(beyond, '${beyondSeparator}', ' | ')`
	];
	const filled = `list_filter([${cells.join(', ')}], lambda cell: trim(coalesce(cell, ''), ' \t\r\n\u00a0\u3000') <> '')`;
	const whole = `left(regexp_replace(array_to_string(${filled}, ' | '), '\\s+', ' ', 'g'), ${shownLength})`;
	await database.run(
		`copy (
			select place.sheet, row_number, outcome, reason, header, replace(value, '${filledMark}', '') as value from (
				select row_number, outcome, reason, cast(null as varchar) as header, ${whole} as value
				from other join cells using (row_number)
				union all
				select row_number, 'setAside', objections.word, objections.header, set_aside_value
				from set_aside join objections on objections.place = set_aside.set_aside
				union all
				select row_number, 'repaired', rule, header, value from repaired
			), place order by row_number, outcome, reason, header
		) to ${literal(path)} (${parquet})`
	);
}
