import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { csv, warehouseBench } from '../support/warehouse.ts';

const { newFolder, take, served, warehouseOf } = warehouseBench();

const order = (number: string, received: string, closed = '') => ({
	工单编号: number,
	受理时间: received,
	办结时间: closed
});
const cut = { dataCut: '2026-12-31 00:00:00' };

test('months without an order are there, with 0', async () => {
	const folder = newFolder();
	await take(folder, [{ text: csv([order('1', '2025-11-30 23:59:59'), order('2', '2026-02-01 00:00:00')]), ...cut }]);
	expect(await served(folder, 'select * from months')).toEqual([
		{ month: '2025-11', received: 1 },
		{ month: '2025-12', received: 0 },
		{ month: '2026-01', received: 0 },
		{ month: '2026-02', received: 1 }
	]);
});

test('what holds for the whole: T is the latest cut, and open orders last seen before it are counted', async () => {
	const { about } = await warehouseOf(
		{
			text: csv([order('1', '2026-09-01 08:00:00'), order('2', '2026-09-02 08:00:00')]),
			dataCut: '2026-09-30 23:59:59'
		},
		{ text: csv([order('2', '2026-09-02 08:00:00', '2026-10-02 08:00:00')]), dataCut: '2026-10-31 23:59:59' }
	);
	expect(about).toEqual({
		version: expect.stringMatching(/^[0-9a-f]{16}$/),
		...{ data_cut: '2026-10-31 23:59:59', zone: 'Asia/Shanghai', orders: 2, is_made_up: false },
		...{ first_received_at: '2026-09-01 08:00:00', last_received_at: '2026-09-02 08:00:00' },
		open_last_seen_before_cut: 1
	});
});

test('an export that calls itself made up makes the whole so', async () => {
	const made = [{ ...order('1', '2026-09-01 08:00:00'), 数据性质: '虚构数据' }];
	const { about } = await warehouseOf(
		{ text: csv(made), ...cut },
		{ text: csv([order('2', '2026-09-01 08:00:00')]), ...cut }
	);
	expect(about.is_made_up).toBe(true);
});

test('the tables have the columns that schema.ts tells of, in its order, and their types fit', async () => {
	const folder = newFolder();
	await take(folder, [{ text: csv([order('1', '2026-09-01 08:00:00', '2026-09-02 08:00:00')]), ...cut }]);
	const source = readFileSync(resolve(import.meta.dirname, '../../src/lib/server/warehouse/schema.ts'), 'utf8');
	const fits: Record<string, RegExp> = {
		string: /^(VARCHAR|TIMESTAMP|DATE)$/,
		TimelinessState: /^VARCHAR$/,
		boolean: /^BOOLEAN$/,
		number: /^(INTEGER|BIGINT)$/
	};
	const [, listed = ''] = /type WarehouseTables = \{([^}]*)\}/.exec(source) ?? [];
	const tables = [...listed.matchAll(/(\w+): (\w+);/g)].map(([, table, type]) => [table!, type!] as const);
	expect(tables).toHaveLength(15);
	for (const [table, type] of tables) {
		const [, body = ''] = new RegExp(`type ${type} = \\{([^}]*)\\}`).exec(source) ?? [];
		const told = [...body.replace(/\/\*\*.*?\*\//gs, '').matchAll(/(\w+): (\w+)(?: \| null)?(?=;|\s*$)/g)].map(
			([, name, kind]) => [name, kind]
		);
		const real = await served(
			folder,
			`select column_name, data_type from duckdb_columns() where table_name = '${table}' order by column_index`
		);
		expect(
			real.map(({ column_name }) => column_name),
			table
		).toEqual(told.map(([name]) => name));
		for (const [place, { column_name, data_type }] of real.entries()) {
			expect(String(data_type), `${table}.${column_name}`).toMatch(fits[told[place]![1]!]!);
		}
	}
	const counted = await served(folder, `select count(*)::integer as n from duckdb_tables()`);
	expect(counted).toEqual([{ n: tables.length }]);
});

test('columns that are never null by the types are never null in a version', async () => {
	const folder = newFolder();
	await take(folder, [
		{ text: csv([order('1', '2026-09-01'), order('2', '2026-09-02 08:00:00', '2026-09-03')]), ...cut }
	]);
	const never = [
		'received_is_date',
		'is_closed',
		'is_closed_without_time',
		'timeliness',
		'timeliness_from',
		'is_due',
		'is_year_not_loaded',
		'seen_at'
	];
	const counts = never.map((column) => `count(${column})::integer as ${column}`);
	expect(await served(folder, `select ${counts.join(', ')} from orders`)).toEqual([
		Object.fromEntries(never.map((column) => [column, 2]))
	]);
});
