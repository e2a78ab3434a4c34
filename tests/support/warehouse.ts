import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect } from 'vitest';
import { currentVersion, type DataFolder, dataFolder, ensureDataFolder, versionPath } from '#lib/server/data-folder.ts';
import { type Imported, importExports, type ImportOptions } from '#lib/server/imports/import-exports.ts';
import { fromDuckDb } from '#lib/server/warehouse/values.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/warehouse.ts';
import { readHere } from './read-here.ts';

export type TestExport = { text: string | Uint8Array; name?: string; dataCut?: string };
type Row = Record<string, unknown>;

/** Runs SQL on a DuckDB file that nobody serves; values as the warehouse gives them. */
export async function rowsIn(path: string, sql: string): Promise<Row[]> {
	const instance = await DuckDBInstance.create(path, path === ':memory:' ? {} : { access_mode: 'READ_ONLY' });
	const connection = await instance.connect();
	try {
		const rows = (await connection.runAndReadAll(sql)).getRowObjects();
		return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromDuckDb(value)])));
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

/** Changes a DuckDB file that nobody serves: rows that no file brings in, beside those that exports did. */
export async function runIn(path: string, statements: string[]): Promise<void> {
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	for (const statement of statements) await connection.run(statement);
	connection.closeSync();
	instance.closeSync();
}

/** A row as an insert, text in quotes; what is not named is null. */
export const inserted = (table: string, row: Record<string, unknown>) =>
	`insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row)
		.map((cell) => (typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'` : String(cell)))
		.join(', ')})`;

/**
 * Data folders of a test file's own, gone when it ends, and exports written by hand taken in the real way, but for the
 * child: they are read in this process, unless the test is about processes.
 */
export function warehouseBench({ inChild = false } = {}) {
	const root = mkdtempSync(join(tmpdir(), 'duban-test-'));
	const opened: Warehouse[] = [];
	let made = 0;
	afterAll(async () => {
		await Promise.all(opened.map((warehouse) => warehouse.close()));
		rmSync(root, { recursive: true, force: true });
	});

	const newFolder = (): DataFolder => ensureDataFolder(dataFolder(join(root, `data-${++made}`)));

	/** A folder with a warehouse of its own over another's staged exports, so that they need not be read again. */
	function besideOf(folder: DataFolder): DataFolder {
		const { root, warehouse, currentPointer } = newFolder();
		return { ...folder, root, warehouse, currentPointer };
	}

	/** Writes a file as it stands and gives its path. */
	function write(text: string | Uint8Array, name = 'export.csv'): string {
		const path = join(mkdtempSync(join(root, 'file-')), name);
		writeFileSync(path, text);
		return path;
	}

	/** Takes the exports in with one command, in the order given. */
	const take = (folder: DataFolder, exports: TestExport[], options?: ImportOptions): Promise<Imported[]> =>
		importExports(
			folder,
			exports.map(({ text, name, dataCut }) => ({ path: write(text, name), dataCut })),
			{ ...(!inChild && { reader: readHere }), ...options }
		);

	async function openCurrent(folder: DataFolder): Promise<Warehouse> {
		const warehouse = await openWarehouse(versionPath(folder, currentVersion(folder)!));
		opened.push(warehouse);
		return warehouse;
	}

	/** A warehouse made of these exports, none of which may be refused. */
	async function warehouseOf(...exports: TestExport[]): Promise<Warehouse> {
		const folder = newFolder();
		for (const { outcome } of await take(folder, exports)) expect(outcome).toBe('taken');
		return openCurrent(folder);
	}

	/** Rows of the current version's file, as it lies on disk. */
	const served = (folder: DataFolder, sql: string) => rowsIn(versionPath(folder, currentVersion(folder)!), sql);

	/** The current version and the bytes of its file. */
	const standing = (folder: DataFolder) => {
		const version = currentVersion(folder)!;
		return { version, bytes: readFileSync(versionPath(folder, version)).toString('base64') };
	};

	return { root, newFolder, besideOf, write, take, openCurrent, warehouseOf, served, standing };
}

/** CSV of the columns a test speaks of, from rows of cells by header; every header of any row stands in all. */
export function csv(rows: Record<string, string>[]): string {
	const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))]
		.map((cells) => `${cells.join(',')}\n`)
		.join('');
}
