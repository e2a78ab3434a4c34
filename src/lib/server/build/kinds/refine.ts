import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * Puts a view in the place of `merged` that says more of each order: `select` makes it of the view so far, which it calls
 * `so_far`. Nothing is read until orders are assessed, in one go.
 */
export async function refineMerged(connection: DuckDBConnection, select: string): Promise<void> {
	const reader = await connection.runAndReadAll(
		`select count(*)::integer from duckdb_views() where database_name = 'work' and view_name like 'merged%'`
	);
	const before = `merged_${String(reader.getRows()[0]![0])}`;
	await connection.run(`alter view merged rename to ${before}`);
	await connection.run(`create view merged as ${select.replaceAll('so_far', before)}`);
}
