import { type Database, literal } from './database.ts';

/** Between values and in place of missing ones in what is hashed: no export writes these characters. */
const unitSeparator = 'chr(31)';
const missingMark = 'chr(30)';

const parquet = `(format parquet, compression zstd)`;

/** The same values give the same hash, whatever file, encoding or row they came from. */
const contentHash = (values: readonly string[]) =>
	`md5(concat_ws(${unitSeparator}, ${values
		.map((column) => `coalesce(cast(${column} as varchar), ${missingMark})`)
		.join(', ')}))`;

/**
 * Writes the accepted rows in the order of the file: where each stands, its `values` in their order, the hash of these, and
 * the repairs.
 */
export async function writeStaged(
	database: Database,
	{ sheet, path, values }: { sheet: string; path: string; values: readonly string[] }
): Promise<void> {
	await database.run('create table place (sheet varchar)');
	await database.run('insert into place values ($1)', [sheet]);
	const own: Record<string, string> = { sheet: 'place.sheet', content_hash: contentHash(values) };
	const columns = ['sheet', 'row_number', ...values, 'content_hash', 'repairs'];
	const selected = columns.map((column) => `${own[column] ?? column} as ${column}`);
	await database.run(
		`copy (select ${selected.join(', ')} from checked, place where set_aside is null) to ${literal(path)} ${parquet}`
	);
}

/** Writes what became of every row that was not simply accepted: one row each, a repaired row once per changed cell. */
export async function writeRowLedger(database: Database, path: string): Promise<void> {
	await database.run(
		`copy (
			select place.sheet, row_number, outcome, reason, header, value from (
				select row_number, outcome, reason, cast(null as varchar) as header, value from other
				union all
				select row_number, 'setAside', objections.word, objections.header, set_aside_value
				from set_aside join objections on objections.place = set_aside.set_aside
				union all
				select row_number, 'repaired', rule, header, value from repaired
			), place order by row_number, outcome, reason, header
		) to ${literal(path)} ${parquet}`
	);
}
