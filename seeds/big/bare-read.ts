import { DuckDBInstance } from '@duckdb/node-api';
import { rmSync } from 'node:fs';
import { bigColumns } from './big-export.ts';
import { literal } from '#lib/domain/sql-literal.ts';

/**
 * Milliseconds that DuckDB takes to make a table on disk of a big export in UTF-8, with its columns and types given and
 * nothing checked: the least that any way of taking it in could take. Two threads, as the build has.
 */
export async function bareRead(path: string, database: string): Promise<number> {
	const columns = Object.entries(bigColumns).map(([name, type]) => `${literal(name)}: '${type}'`);
	rmSync(database, { force: true });
	const instance = await DuckDBInstance.create(database, { threads: '2' });
	try {
		const connection = await instance.connect();
		const begun = performance.now();
		await connection.run(
			`create table orders as from read_csv(${literal(path)}, header = true, delim = ',', columns = {${columns.join(', ')}})`
		);
		await connection.run('checkpoint');
		return performance.now() - begun;
	} finally {
		instance.closeSync();
		rmSync(database, { force: true });
	}
}
