import type { DuckDBConnection } from '@duckdb/node-api';

/** How many rows a table holds, and the sum of their hashes, which another order of the same rows does not change. */
export type TableSum = { rows: bigint; sum: bigint };
export type TableSums = Map<string, TableSum>;

/** What tables hold; `held` is a relation each. Reads every value. */
export async function tableSums(connection: DuckDBConnection, tables: ReadonlyMap<string, string>): Promise<TableSums> {
	const names = [...tables.keys()];
	const sums = names.map(
		(name, place) =>
			`select ${place} as place, count(*) as rows, coalesce(sum(hash(held)::hugeint), 0) as sum
			from ${tables.get(name)!} as held`
	);
	const reader = await connection.runAndReadAll(`select rows, sum from (${sums.join(' union all ')}) order by place`);
	return new Map(
		reader.getRows().map(([rows, sum], place) => [names[place]!, { rows: rows as bigint, sum: sum as bigint }])
	);
}

/** The same of one relation. */
export async function tableSum(connection: DuckDBConnection, held: string): Promise<TableSum> {
	return (await tableSums(connection, new Map([['held', held]]))).get('held')!;
}

/** The number of a table's last row; rows put in later have greater ones, until the file is written out. */
export async function lastRow(connection: DuckDBConnection, table: string): Promise<bigint> {
	const reader = await connection.runAndReadAll(`select coalesce(max(rowid), -1) from ${table}`);
	return reader.getRows()[0]![0] as bigint;
}

/** The engine's version, whose hashes these are. */
export async function engineVersion(connection: DuckDBConnection): Promise<string> {
	return String((await connection.runAndReadAll('select library_version from pragma_version()')).getRows()[0]![0]);
}

/** What a version's tables hold, as one text: the engine, then table:rows:sum. */
export const fingerprintOf = (engine: string, sums: TableSums): string =>
	[engine, ...[...sums].map(([table, { rows, sum }]) => `${table}:${rows}:${sum}`)].join(' ');

export type Fingerprint = { engine: string; sums: TableSums };

/** The parts of such a text. */
export function readFingerprint(text: string): Fingerprint {
	const [engine = '', ...parts] = text.split(' ');
	const sums = parts.map((part): [string, TableSum] => {
		const [table = '', rows = '', sum = ''] = part.split(':');
		return [table, { rows: BigInt(rows), sum: BigInt(sum) }];
	});
	return { engine, sums: new Map(sums) };
}

/** The fingerprint of these tables of a catalog. */
export async function fingerprint(
	connection: DuckDBConnection,
	catalog: string,
	tables: readonly string[]
): Promise<string> {
	const held = new Map(tables.map((table) => [table, `"${catalog}".main.${table}`]));
	return fingerprintOf(await engineVersion(connection), await tableSums(connection, held));
}
