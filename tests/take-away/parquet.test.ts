import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { tables, type TableId } from '#lib/server/reports/tables.ts';
import { parquetFile } from '#lib/server/warehouse/parquet-file.ts';
import { fromDuckDb } from '#lib/server/warehouse/values.ts';
import { tableParquet } from '#lib/view/table-parquet.ts';
import { cityOfOrders, scope } from '../queries/city.ts';

const city = cityOfOrders();
const root = mkdtempSync(join(tmpdir(), 'duban-parquet-'));
beforeEach(() => void vi.stubEnv('DUBAN_DATA', root));
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(root, { recursive: true });
});

/** Asks a question of the bytes of a Parquet file. */
async function asking(bytes: Uint8Array, sql: (file: string) => string) {
	const path = join(root, 'read.parquet');
	writeFileSync(path, bytes);
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	const rows = (await connection.runAndReadAll(sql(`'${path}'`))).getRowObjects();
	connection.closeSync();
	instance.closeSync();
	return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromDuckDb(value)])));
}

async function fileOf(id: TableId) {
	const table = await tables[id](city.db, { scope: scope(), by: 'unit' });
	const { columns, rows } = tableParquet(table);
	return { table, bytes: await parquetFile(columns, rows, { period: '2026年10月', it: `it's "so"` }) };
}

describe('a table as Parquet', () => {
	test.each(Object.keys(tables) as TableId[])('%s has every row and its total, typed by column', async (id) => {
		const { table, bytes } = await fileOf(id);
		const rows = await asking(bytes, (file) => `select * from ${file}`);
		expect(rows.filter((row) => row.is_total === false)).toHaveLength(table.rows.length);
		expect(rows.filter((row) => row.is_total === true)).toHaveLength(table.total ? 1 : 0);
		const types = await asking(bytes, (file) => `select column_name, column_type from (describe from ${file})`);
		expect(types.map((row) => row.column_name)).toEqual(
			types.map((row) => String(row.column_name)).filter((name) => /^[a-z][a-z0-9_]*$/.test(name))
		);
		const numeric = table.columns.filter(({ kind }) => kind !== 'text' && kind !== 'code').length;
		expect(types.filter((row) => /BIGINT|DOUBLE/.test(String(row.column_type)))).toHaveLength(numeric);
	});

	test('holds the very numbers and names of the table, null for what is not stated', async () => {
		const { table, bytes } = await fileOf('timeliness');
		const rows = await asking(bytes, (file) => `select name, closed_on_time, total from ${file} where not is_total`);
		expect(rows).toEqual(
			table.rows.map(({ name, closedOnTime, total }) => ({ name, closed_on_time: closedOnTime, total }))
		);
		expect(rows.some((row) => row.name === null)).toBe(true);
	});

	test('says what it is in its own metadata', async () => {
		const { bytes } = await fileOf('volumes');
		const notes = await asking(
			bytes,
			(file) => `select decode(key) as key, decode(value) as value from parquet_kv_metadata(${file}) order by 1`
		);
		expect(notes).toEqual([
			{ key: 'it', value: `it's "so"` },
			{ key: 'period', value: '2026年10月' }
		]);
	});

	test('keeps texts as they are, whatever they look like, and leaves no file behind', async () => {
		const texts = [`=cmd|' /C calc'!A0`, `'); drop table t --`, '＝1', '', '换\n行'];
		const bytes = await parquetFile(
			[{ name: 'a"b', type: 'varchar' }],
			texts.map((text) => [text]),
			{}
		);
		expect(await asking(bytes, (file) => `select "a""b" as text from ${file}`)).toEqual(
			texts.map((text) => ({ text }))
		);
		expect(readdirSync(join(root, 'scratch'))).toEqual([]);
	});

	test('that can not be written leaves no file behind either', async () => {
		await expect(parquetFile([{ name: 'n', type: 'bigint' }], [[0.5]], {})).rejects.toThrow();
		expect(readdirSync(join(root, 'scratch'))).toEqual([]);
	});
});
