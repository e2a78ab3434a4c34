import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * What a version's tables hold, as one text that another order of the same rows does not change: for each table its rows
 * and the sum of their hashes. Reads every value. Begins with the engine's version, whose hashes these are.
 */
export async function fingerprint(connection: DuckDBConnection, catalog: string, tables: string[]): Promise<string> {
	const all = async (sql: string) => (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(String));
	const [[engine]] = (await all('select library_version from pragma_version()')) as [[string]];
	const sums = tables.map(
		(table, place) =>
			`select ${place} as place, count(*) as rows, coalesce(sum(hash(held)::hugeint), 0) as sum
			from "${catalog}".main.${table} as held`
	);
	const counted = await all(`select rows, sum from (${sums.join(' union all ')}) order by place`);
	return [engine, ...counted.map(([rows, sum], place) => `${tables[place]}:${rows}:${sum}`)].join(' ');
}
