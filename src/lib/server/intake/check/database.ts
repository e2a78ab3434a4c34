import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { limits } from '../limits.ts';
import { literal } from '#lib/domain/sql-literal.ts';

/** A row of a small answer, as JSON-like values; counts come as numbers. */
export type Row = Record<string, string | number | boolean | null>;

export type Database = {
	run: (sql: string, values?: DuckDBValue[]) => Promise<void>;
	rows: (sql: string, values?: DuckDBValue[]) => Promise<Row[]>;
	close: () => void;
	threads: 1 | 2;
	/** What rows between two steps are: few a table, read again in no time; many a view, since a second form of them is more than the child may hold. */
	between: 'table' | 'view';
};

export { literal };

/**
 * How what is kept is written. Cells of an export are as small at the first level as at the third, in five sixths of the time. A column with
 * more different words in a part of the file gets no dictionary there: it would be made, and thrown away.
 */
export const parquet = 'format parquet, compression zstd, compression_level 1, dictionary_size_limit 2000';

export const literals = (texts: readonly string[]) => texts.map(literal).join(', ');

/** Below so many rows two threads spend more on each other than they save, and an expression costs more to prepare than to keep. */
const fewRows = 20_000;

/**
 * Has one thread do what two would hold several times as much memory for, since what they make ready before its turn comes
 * waits there; `database` does it where it has no more than one.
 */
export async function byOneThread(
	database: Database,
	folder: string,
	work: (database: Database) => Promise<void>
): Promise<void> {
	if (database.threads === 1) return work(database);
	const other = await openDatabase(folder);
	try {
		await work(other);
	} finally {
		other.close();
	}
}

/** A database in memory for so many rows, that can reach one folder and nothing else, and loads no extension. */
export async function openDatabase(folder: string, rows = 0): Promise<Database> {
	const threads = rows < fewRows ? 1 : 2;
	const instance = await DuckDBInstance.create(':memory:', {
		memory_limit: limits.databaseMemory,
		threads: String(threads),
		// Each thread writes what it has read: in the order of the file, each would wait with its rows for the other.
		preserve_insertion_order: String(threads === 1),
		temp_directory: folder,
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		allow_community_extensions: 'false'
	});
	const connection: DuckDBConnection = await instance.connect();
	await connection.run(`set TimeZone = 'UTC'`);
	await connection.run(`set allowed_directories = [${literal(folder)}]`);
	// A join with a list of words costs more to plan than looking the words up one by one, where the rows are few.
	if (rows < fewRows) await connection.run(`set disabled_optimizers = 'in_clause'`);
	await connection.run('set enable_external_access = false');
	await connection.run('set lock_configuration = true');
	return {
		threads,
		between: rows < fewRows ? 'table' : 'view',
		run: async (sql, values) => {
			await connection.run(sql, values);
		},
		rows: async (sql, values) => {
			const reader = await connection.runAndReadAll(sql, values);
			return reader.getRowObjectsJson().map((row) => numbered(row as Row));
		},
		close() {
			connection.closeSync();
			instance.closeSync();
		}
	};
}

/** Counts are BIGINT, which JSON shows as text; every whole number here is small enough for a Number. */
function numbered(row: Row): Row {
	for (const [name, value] of Object.entries(row)) {
		if (name.startsWith('n_') && typeof value === 'string') row[name] = Number(value);
	}
	return row;
}
