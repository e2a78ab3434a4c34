import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * What a version's tables hold, as one text that another order of the same rows does not change: for each table its rows
 * and the sum of their hashes. Reads every value. Begins with the engine's version, whose hashes these are.
 */
export async function fingerprint(connection: DuckDBConnection, catalog: string, tables: string[]): Promise<string> {
	const one = async (sql: string) => (await connection.runAndReadAll(sql)).getRows()[0]!.map(String);
	const [engine] = await one('select library_version from pragma_version()');
	const parts = [];
	for (const table of tables) {
		const [rows, sum] = await one(
			`select count(*), coalesce(sum(hash(held)::hugeint), 0) from "${catalog}".main.${table} as held`
		);
		parts.push(`${table}:${rows}:${sum}`);
	}
	return [engine, ...parts].join(' ');
}
