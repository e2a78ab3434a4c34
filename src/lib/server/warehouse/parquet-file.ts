import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBAppender, DuckDBInstance } from '@duckdb/node-api';
import { dataFolder } from '../data-folder.ts';

export type ParquetType = 'varchar' | 'bigint' | 'double' | 'boolean';
export type ParquetColumn = { name: string; type: ParquetType };
export type ParquetValue = string | number | boolean | null;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`;

/**
 * Rows as a Parquet file, with notes in its own metadata. Written by a database in memory that reaches one scratch
 * folder and lives for this file alone: the instance that serves pages has no file system to write to.
 */
export async function parquetFile(
	columns: ParquetColumn[],
	rows: ParquetValue[][],
	notes: Record<string, string>
): Promise<Uint8Array<ArrayBuffer>> {
	const folder = join(dataFolder().scratch, `table-${randomUUID()}`);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	try {
		const path = join(folder, 'table.parquet');
		await write(folder, path, columns, rows, notes);
		return new Uint8Array(await readFile(path));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function write(
	folder: string,
	path: string,
	columns: ParquetColumn[],
	rows: ParquetValue[][],
	notes: Record<string, string>
): Promise<void> {
	const instance = await DuckDBInstance.create(':memory:', {
		memory_limit: '256MB',
		threads: '1',
		temp_directory: folder,
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		allow_community_extensions: 'false'
	});
	const connection = await instance.connect();
	try {
		await connection.run(`set allowed_directories = [${literal(folder)}]`);
		await connection.run('set enable_external_access = false');
		await connection.run('set lock_configuration = true');
		await connection.run(`create table t (${columns.map(({ name, type }) => `${quoted(name)} ${type}`).join(', ')})`);
		const appender = await connection.createAppender('t');
		for (const row of rows) {
			columns.forEach(({ type }, place) => append(appender, type, row[place] ?? null));
			appender.endRow();
		}
		appender.closeSync();
		const metadata = Object.entries(notes).map(([name, text]) => `${quoted(name)}: ${literal(text)}`);
		const kept = metadata.length > 0 ? `, kv_metadata {${metadata.join(', ')}}` : '';
		await connection.run(`copy t to ${literal(path)} (format parquet, compression zstd${kept})`);
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

function append(appender: DuckDBAppender, type: ParquetType, value: ParquetValue): void {
	if (value === null) return appender.appendNull();
	if (type === 'varchar') return appender.appendVarchar(String(value));
	if (type === 'bigint') return appender.appendBigInt(BigInt(value));
	return type === 'boolean' ? appender.appendBoolean(value === true) : appender.appendDouble(Number(value));
}
