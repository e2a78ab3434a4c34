import { stagedColumns } from '#lib/domain/staged-columns.ts';
import { filledMark } from '../read/records.ts';
import { type Database, literal } from './database.ts';

/** Between values and in place of missing ones in what is hashed: no export writes these characters. */
const unitSeparator = 'chr(31)';
const missingMark = 'chr(30)';

const parquet = `(format parquet, compression zstd)`;
const columns = Object.keys(stagedColumns);
const hashed = columns.filter((column) => !['sheet', 'row_number', 'content_hash', 'repairs'].includes(column));

/** The same values give the same hash, whatever file, encoding or row they came from. */
const contentHash = `md5(concat_ws(${unitSeparator}, ${hashed
	.map((column) => `coalesce(cast(${column} as varchar), ${missingMark})`)
	.join(', ')}))`;

/** Writes the accepted rows with exactly the staged columns, in their order and in the order of the file. */
export async function writeStaged(database: Database, sheet: string, path: string): Promise<void> {
	await database.run('create table place (sheet varchar)');
	await database.run('insert into place values ($1)', [sheet]);
	const own: Record<string, string> = { sheet: 'place.sheet', content_hash: contentHash };
	const selected = columns.map((column) => `${own[column] ?? column} as ${column}`);
	await database.run(
		`copy (select ${selected.join(', ')} from checked, place where set_aside is null) to ${literal(path)} ${parquet}`
	);
}

/** Writes what became of every row that was not simply accepted: one row each, a repaired row once per changed cell. */
export async function writeRowLedger(database: Database, path: string): Promise<void> {
	await database.run(
		`copy (
			select place.sheet, row_number, outcome, reason, header, replace(value, '${filledMark}', '') as value from (
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
