import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parquetFile } from '#lib/domain/parquet.ts';
import { GET as png } from '../../src/routes/(supervision)/charts/[page]/[chart].png/+server.ts';
import { GET as csv } from '../../src/routes/(supervision)/tables/[table].csv/+server.ts';
import { GET as parquet } from '../../src/routes/(supervision)/tables/[table].parquet/+server.ts';
import { GET as xlsx } from '../../src/routes/(supervision)/tables/[table].xlsx/+server.ts';
import { dataCut, orders } from '../queries/city.ts';
import { warehouseBench } from '../support/warehouse.ts';

type Endpoint = (event: never) => Response | Promise<Response>;
const at = async (GET: unknown, address: string, params: Record<string, string>) =>
	(GET as Endpoint)({ url: new URL(address, 'http://localhost'), params } as never);
const nowhere = '?period=2026-10&unit=没有这个单位';

describe('where the orders asked for are none', () => {
	const bench = warehouseBench();
	beforeAll(async () => {
		const folder = bench.newFolder();
		await bench.take(folder, [{ text: orders, dataCut }]);
		vi.stubEnv('DUBAN_DATA', folder.root);
	});
	afterAll(async () => {
		const { servedWarehouse } = await import('#lib/server/warehouse/served.ts');
		await (await servedWarehouse())?.close();
		vi.unstubAllEnvs();
	});

	test('the table is a file all the same, and says that it has no row', async () => {
		const text = await (await at(csv, `/tables/ranking.csv${nowhere}`, { table: 'ranking' })).text();
		expect(text).toContain('共 0 行');
		const bytes = await (await at(xlsx, `/tables/ranking.xlsx${nowhere}`, { table: 'ranking' })).arrayBuffer();
		const { sheets } = await readXlsx(new Uint8Array(bytes));
		expect(sheets[0]!.rows.length).toBeLessThanOrEqual(2);
		expect(sheets[1]!.rows.flat()).toContain('共 0 行，完整，未截断');
		const columns = Buffer.from(
			await (await at(parquet, `/tables/ranking.parquet${nowhere}`, { table: 'ranking' })).arrayBuffer()
		);
		expect(columns.toString('latin1', columns.length - 4)).toBe('PAR1');
	});

	test('the picture that the page does not show is no file', async () => {
		const asked = at(png, `/charts/ranking/funnel.png${nowhere}`, { page: 'ranking', chart: 'funnel' });
		await expect(asked).rejects.toMatchObject({ status: 404 });
	});
});

describe('where nothing was ever loaded', () => {
	const root = mkdtempSync(join(tmpdir(), 'duban-empty-'));
	beforeAll(() => void vi.stubEnv('DUBAN_DATA', root));
	afterAll(() => {
		vi.unstubAllEnvs();
		rmSync(root, { recursive: true });
	});

	test('no table and no picture is there', async () => {
		await expect(at(csv, '/tables/volumes.csv', { table: 'volumes' })).rejects.toMatchObject({ status: 404 });
		const picture = at(png, '/charts/overview/funnel.png', { page: 'overview', chart: 'funnel' });
		await expect(picture).rejects.toMatchObject({ status: 404 });
	});
});

test('a Parquet file of no row has its columns', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'duban-none-'));
	const path = join(folder, 'none.parquet');
	writeFileSync(path, parquetFile([{ name: 'n', type: 'bigint' }], [], { about: '无' }));
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	const found = await connection.runAndReadAll(`select column_name as name from (describe from '${path}')`);
	expect(found.getRowObjects()).toEqual([{ name: 'n' }]);
	connection.closeSync();
	instance.closeSync();
	rmSync(folder, { recursive: true });
});
