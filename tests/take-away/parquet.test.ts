import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, test } from 'vitest';
import { tables, type TableId } from '#lib/server/reports/tables.ts';
import { parquetFile } from '#lib/domain/parquet.ts';
import { fromDuckDb } from '#lib/server/warehouse/values.ts';
import { tableParquet } from '#lib/view/table-parquet.ts';
import { cityOfOrders, scope } from '../queries/city.ts';

const city = cityOfOrders();
const root = mkdtempSync(join(tmpdir(), 'duban-parquet-'));
afterAll(() => rmSync(root, { recursive: true }));

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
	return { table, bytes: parquetFile(columns, rows, { period: '2026年10月', it: `it's "so"` }) };
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
		const numeric = table.columns.filter(({ kind }) => !['text', 'code', 'time'].includes(kind)).length;
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

	test('keeps texts as they are, whatever they look like', async () => {
		const texts = [`=cmd|' /C calc'!A0`, `'); drop table t --`, '＝1', '', '换\n行', null, '字'.repeat(300)];
		const bytes = parquetFile(
			[{ name: 'a"b', type: 'varchar' }],
			texts.map((text) => [text]),
			{}
		);
		expect(await asking(bytes, (file) => `select "a""b" as text from ${file}`)).toEqual(
			texts.map((text) => ({ text }))
		);
	});

	test.each([0, 1, 7, 8, 9, 1000, 20_000])(
		'of %i rows gives back every one of them, nulls in their places',
		async (n) => {
			const rows = Array.from({ length: n }, (_, place) => [
				place % 3 === 0 ? null : place - 500,
				place % 5 === 0 ? null : place / 7,
				place % 2 === 0 ? null : place % 4 === 1,
				`第${place}行`
			]);
			const bytes = parquetFile(
				[
					{ name: 'n', type: 'bigint' },
					{ name: 'x', type: 'double' },
					{ name: 'is', type: 'boolean' },
					{ name: 'name', type: 'varchar' }
				],
				rows,
				Object.fromEntries(Array.from({ length: 20 }, (_, place) => [`note_${place}`, '说明'.repeat(100)]))
			);
			const found = await asking(bytes, (file) => `select * from ${file}`);
			expect(found.map((row) => [row.n, row.x, row.is, row.name])).toEqual(rows);
		}
	);

	test('that would round a count is refused', () => {
		expect(() => parquetFile([{ name: 'n', type: 'bigint' }], [[0.5]], {})).toThrow();
	});
});
