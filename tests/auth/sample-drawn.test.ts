import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { auditLatest } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { GET as file } from '../../src/routes/(supervision)/return-visits/draw.csv/+server.ts';
import { load as page } from '../../src/routes/(supervision)/return-visits/draw/+page.server.ts';
import { csv, rowsIn, warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
let folder: DataFolder;

beforeAll(async () => {
	folder = bench.newFolder();
	const rows = Array.from({ length: 30 }, (_, place) => ({
		工单编号: `W${place}`,
		承办单位: place < 25 ? '甲局' : '乙局',
		工单状态: '已办结',
		受理时间: '2026-09-01 08:00:00',
		办结时间: '2026-09-02 08:00:00',
		诉求人电话: '13800000000',
		是否回访: '否'
	}));
	await bench.take(folder, [{ text: csv(rows), dataCut: '2026-10-31 00:00:00' }]);
});
beforeEach(() => void vi.stubEnv('DUBAN_DATA', folder.root));
afterAll(async () => {
	vi.unstubAllEnvs();
	await closeLedger(folder);
});

const event = (query: string) =>
	({
		url: new URL(`/return-visits/draw?period=2026-09&how=per-unit&per-unit=10${query}`, 'http://localhost'),
		params: {},
		locals: { user: { name: 'duban' }, locale: 'en' }
	}) as never;
const draws = async () =>
	(await auditLatest(openLedger(folder))).filter(({ action }) => action === 'sample_drawn').toReversed();

test('looking at sizes draws nothing; drawing without a seed draws a seed first', async () => {
	expect(await page(event(''))).toMatchObject({ list: null });
	await expect(page(event('&draw=1'))).rejects.toMatchObject({
		status: 303,
		location: expect.stringMatching(/draw=1&seed=\d{8}$/)
	});
	expect(await draws()).toEqual([]);
});

test('page and file hold the same list, and each is in the chain with seed, period, version and digest', async () => {
	const shown = (await page(event('&draw=1&seed=20261101'))) as {
		list: { table: { rows: { order: { value: string } }[] }; digest: string };
	};
	const response = await file(event('&seed=20261101'));
	const text = await response.text();
	const numbers = [...text.matchAll(/^(W\d+),/gm)].map(([, number]) => number);
	expect(numbers).toEqual(shown.list.table.rows.map(({ order }) => order.value));
	expect(numbers).toHaveLength(15);
	expect(text).not.toContain('138');
	const all = (await draws()).map(({ actor, detail }) => ({ actor, ...JSON.parse(detail) }));
	expect(all).toHaveLength(2);
	expect(all[0]).toEqual(all[1]);
	expect(all[0]).toMatchObject({ actor: 'duban', seed: '20261101', from: '2026-09-01', size: 15, eligible: 30 });
	for (const said of [all[0].digest, all[0].version, '20261101', '2026-10-31']) expect(text).toContain(said);
	expect(shown.list.digest).toContain(all[0].digest);
});

test('a seed or a number that can not be read is refused, and nothing is drawn', async () => {
	const before = (await draws()).length;
	for (const query of ['&seed=a%20b', '&seed=', '&seed=1&precision=0', '&seed=1&minimum=x']) {
		await expect(file(event(query)), query).rejects.toMatchObject({ status: 400 });
	}
	expect(await draws()).toHaveLength(before);
});

test('the workbook and the Parquet file hold the list too, and are in the chain', async () => {
	const before = (await draws()).length;
	const { GET: xlsx } = await import('../../src/routes/(supervision)/return-visits/draw.xlsx/+server.ts');
	const { GET: parquet } = await import('../../src/routes/(supervision)/return-visits/draw.parquet/+server.ts');
	const text = await (await file(event('&seed=20261101'))).text();
	const numbers = [...text.matchAll(/^(W\d+),/gm)].map(([, number]) => number!);
	const book = await readXlsx(new Uint8Array(await (await xlsx(event('&seed=20261101'))).arrayBuffer()));
	expect(book.sheets[0]!.rows.slice(1).map(([number]) => number)).toEqual(numbers);
	expect(book.sheets[1]!.rows.flat()).toContain('20261101');
	const bytes = Buffer.from(await (await parquet(event('&seed=20261101'))).arrayBuffer());
	writeFileSync(join(folder.root, 'drawn.parquet'), bytes);
	const rows = await rowsIn(':memory:', `select * from read_parquet('${join(folder.root, 'drawn.parquet')}')`);
	expect(rows.map((row) => Object.values(row)[0])).toEqual(numbers);
	expect(await draws()).toHaveLength(before + 3);
});
