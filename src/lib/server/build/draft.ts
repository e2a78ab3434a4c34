import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { basename } from 'node:path';
import { announce, remove } from '../durable-files.ts';
import { fingerprint } from './fingerprint.ts';
import type { BuildPlan } from './plan.ts';
import { servedTables } from './served-tables.ts';
import { stagedBytes } from './staged.ts';
import { unsettledTable } from './carry/unsettled.ts';

/** DuckDB names a database after its file, up to the first dot. */
const servedCatalog = (path: string) => basename(path).split('.')[0]!;

/**
 * Opens the draft of a version, empty or as `begin` makes the file, works on it, and writes all of it out. What is worked with stands in
 * a database in memory, `work`; the draft's tables are reached by the prefix that `work` is given.
 */
export async function inDraft<Result>(
	plan: BuildPlan,
	begin: (path: string) => void,
	work: (connection: DuckDBConnection, served: string) => Promise<Result>
): Promise<Result> {
	const { draft, folder } = plan;
	remove(draft);
	remove(`${draft}.wal`);
	announce('make', draft);
	begin(draft);
	const instance = await DuckDBInstance.create(draft, {
		memory_limit: '1GB',
		...sizedFor(plan),
		temp_directory: folder.scratch,
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		allow_community_extensions: 'false',
		// Written out once, at the end: until then rows stay where they are, and are told apart by it.
		checkpoint_threshold: '1TB',
		// Closing the holes that rows left would write nearly all of the file anew.
		max_vacuum_tasks: '0'
	});
	try {
		const connection = await instance.connect();
		// A database in memory keeps what is worked with out of the file that is served; orders are written there at once.
		await connection.run(`attach ':memory:' as work`);
		await connection.run('use work');
		// Packing every text symbol by symbol takes as long as all the rest; words by dictionary, numbers by bits stay.
		await connection.run(`set disabled_compression_methods = 'fsst,dict_fsst,zstd'`);
		const result = await work(connection, `"${servedCatalog(draft)}".main`);
		announce('checkpoint', draft);
		await connection.run(`checkpoint "${servedCatalog(draft)}"`);
		connection.closeSync();
		return result;
	} finally {
		instance.closeSync();
	}
}

/** Below so many bytes of staged rows two threads spend more on each other than they save, and a block a column is more than all of it. */
const smallBytes = 4_000_000;

function sizedFor({ folder, inputs }: BuildPlan): Record<string, string> {
	return stagedBytes(folder, inputs) < smallBytes ? { threads: '1', default_block_size: '16384' } : { threads: '2' };
}

/** Reads every value of a version's file, as a reader would meet it, and gives its fingerprint. */
export async function readVersion(path: string): Promise<string> {
	const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
	try {
		const connection = await instance.connect();
		const reader = await connection.runAndReadAll(
			`select table_name from duckdb_tables() where table_name = '${unsettledTable}'`
		);
		const also = reader.currentRowCount > 0 ? [unsettledTable] : [];
		return await fingerprint(connection, servedCatalog(path), [...servedTables, ...also]);
	} finally {
		instance.closeSync();
	}
}
