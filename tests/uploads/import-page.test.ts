import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { ImportUnderWay, whileImporting } from '#lib/server/imports/lock.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { whenFree } from '#lib/server/imports/when-free.ts';
import { auditLatest } from '#lib/server/ledger/audit.ts';
import { importBySeq } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { allImported } from '#lib/server/imports/background.ts';
import { actions as nameActions, load as loadNames } from '../../src/routes/(office)/imports/names/+page.server.ts';
import { actions, load } from '../../src/routes/(office)/imports/[number]/+page.server.ts';
import { GET as csvFile } from '../../src/routes/(office)/imports/[number]/rows.csv/+server.ts';
import { GET as parquetFile } from '../../src/routes/(office)/imports/[number]/rows.parquet/+server.ts';
import { warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
let folder: DataFolder;

/** 450 orders of which 201 say no time of receipt; then the first order again, closed. */
beforeAll(async () => {
	folder = bench.newFolder();
	const header = '工单编号,登记时间,办结时间,承办单位\n';
	const rows = Array.from({ length: 450 }, (_, n) => `N${n},${n < 249 ? '2026-09-01 08:00:00' : ''},,=1+城管局\n`);
	const later = `${header}N0,2026-09-01 08:00:00,2026-09-02 08:00:00,=1+城管局\n`;
	const taken = await bench.take(folder, [
		{ text: header + rows.join(''), name: '九月.csv', dataCut: '2026-09-30 00:00:00' },
		{ text: later, name: '十月.csv', dataCut: '2026-10-31 00:00:00' },
		{ text: '', name: '空.csv' }
	]);
	await recordImports(folder, openLedger(folder), taken, 'test');
});
beforeEach(() => void vi.stubEnv('DUBAN_DATA', folder.root));
afterAll(async () => {
	vi.unstubAllEnvs();
	await closeLedger(folder);
});

const event = (number: string, query = '') =>
	({
		...{ url: new URL(`http://localhost/imports/${number}${query}`), params: { number } },
		locals: { user: { name: 'duban' }, locale: 'zh-CN' }
	}) as never;
type Page = {
	counts: { key: string; count: string; href: string | null }[];
	changes: { lines: { key: string; count: string; href: string | null }[]; hints: string[] } | null;
	rows: { table: { caption: string; rows: Record<string, { value: unknown }>[] }; pages: unknown[] } | null;
	mayUndo: boolean;
	asksUndo: boolean;
};
const page = async (number: string, query = '') => (await load(event(number, query))) as unknown as Page;
const views = async () =>
	(await auditLatest(openLedger(folder))).filter(({ action }) => action === 'orders_viewed').length;

test('each number that has rows opens them, and no other', async () => {
	const { counts, rows } = await page('1');
	expect(counts.map(({ key, count, href }) => [key, count, href])).toEqual([
		['read', '450', '/imports/1?outcome=read'],
		['accepted', '249', '/imports/1?outcome=accepted'],
		['repaired', '0', null],
		['superseded', '1', '/imports/1?outcome=superseded'],
		['setAside', '201', '/imports/1?outcome=setAside'],
		['identical', '0', null],
		['nonData', '0', null]
	]);
	expect(rows).toBeNull();
	expect(await views()).toBe(0);
});

test('rows stand in pages of 200 in the order of the file; who looks is written down', async () => {
	const first = (await page('1', '?outcome=setAside')).rows!;
	const second = (await page('1', '?outcome=setAside&page=2')).rows!;
	expect([first.table.rows.length, second.table.rows.length, first.pages.length]).toEqual([200, 1, 2]);
	expect(first.table.rows[0]).toMatchObject({ row: { value: '251' }, column: { value: '登记时间' } });
	expect(second.table.caption).toContain('201');
	const superseded = (await page('1', '?outcome=superseded')).rows!;
	expect(superseded.table.rows).toMatchObject([
		{ row: { value: '2' }, text: { value: 'N0' }, standsInstead: { value: expect.stringContaining('十月.csv') } }
	]);
	expect(await views()).toBe(3);
});

test('what is not there is refused, and nothing is written down', async () => {
	const before = await views();
	for (const [number, query] of [
		['9', ''],
		['x', ''],
		['1', '?outcome=other'],
		['1', '?outcome=accepted&page=3'],
		['1', '?outcome=setAside&page=3'],
		['3', '?outcome=setAside']
	] as const)
		await expect(page(number, query), number + query).rejects.toMatchObject({ status: 404 });
	expect(await views()).toBe(before);
});

test('the files hold every row, and no formula; each taking is written down', async () => {
	const before = await views();
	const csv = await (await csvFile(event('1', '?outcome=setAside'))).text();
	const lines = csv.split('\r\n').filter((line) => line.includes('登记时间'));
	expect(lines).toHaveLength(201);
	const parquet = await parquetFile(event('1', '?outcome=setAside'));
	expect(
		Buffer.from(await parquet.arrayBuffer())
			.subarray(0, 4)
			.toString()
	).toBe('PAR1');
	expect(parquet.headers.get('content-disposition')).toMatch(/\.parquet"/);
	expect(await views()).toBe(before + 2);
	await expect(csvFile(event('1'))).rejects.toMatchObject({ status: 404 });
});

test('undoing asks first, waits for an import under way, is done once, and is written down', async () => {
	expect(await page('2')).toMatchObject({ mayUndo: true, asksUndo: false });
	expect(await page('2', '?undo=1')).toMatchObject({ mayUndo: true, asksUndo: true });
	const undo = () => actions.undo!(event('2'));
	let release = () => {};
	const other = whileImporting(folder, () => new Promise<void>((resolve) => (release = resolve)));
	const waiting = undo();
	await expect(whenFree(() => whileImporting(folder, async () => {}), { forMs: 400 })).rejects.toThrow(ImportUnderWay);
	expect(await importBySeq(openLedger(folder), 2)).toMatchObject({ undoneAt: null });
	release();
	await other;
	await expect(waiting).rejects.toMatchObject({ status: 303, location: '/imports/2' });
	expect(await importBySeq(openLedger(folder), 2)).toMatchObject({ undoneAt: expect.any(String) });
	expect(await page('2')).toMatchObject({ mayUndo: false, changes: null });
	expect(await undo()).toMatchObject({ status: 409 });
	expect((await auditLatest(openLedger(folder)))[0]).toMatchObject({ actor: 'duban', action: 'import_undone' });
	expect(await bench.served(folder, "select closed_at from orders where order_number = 'N0'")).toEqual([
		{ closed_at: null }
	]);
	expect(await page('3')).toMatchObject({ mayUndo: false, counts: [] });
});

test('a file can be read as another kind of export; the lists say which kind each is', async () => {
	const own = bench.newFolder();
	vi.stubEnv('DUBAN_DATA', own.root);
	const text =
		'工单编号,登记时间,办结时间,是否满意,回访时间\nN1,2026-09-01 08:00:00,2026-09-02 08:00:00,满意,2026-09-03 08:00:00\n';
	await recordImports(own, openLedger(own), await bench.take(own, [{ text }]), 'test');
	const facts = async (number: string) =>
		(
			(await load(event(number))) as unknown as { detail: { taken: { facts: { text: string }[] } } }
		).detail.taken.facts.map(({ text }) => text);
	expect(await facts('1')).toContain('工单');
	const said = (kind: string) =>
		({
			...(event('1') as object),
			request: new Request('http://localhost', { method: 'POST', body: new URLSearchParams({ kind }) })
		}) as never;
	expect(await actions.kind!(said('nothing'))).toMatchObject({ status: 409 });
	await expect(actions.kind!(said('visits'))).rejects.toMatchObject({ status: 303, location: '/imports' });
	await allImported(own);
	expect(await facts('2')).toContain('回访记录（按工单）');
	expect(await bench.served(own, 'select kind, orders_shown, rows_waiting from exports')).toEqual([
		{ kind: 'visits', orders_shown: 0, rows_waiting: 1 }
	]);
	// The first reading is no longer the last word on these bytes.
	expect(await actions.kind!(said('orders'))).toMatchObject({ status: 409 });
	await closeLedger(own);
});

test('a unit that the directory does not know is told on the page, by a name it does know', async () => {
	const own = bench.newFolder();
	vi.stubEnv('DUBAN_DATA', own.root);
	const orders = '工单编号,登记时间,承办单位\nN1,2026-09-01 08:00:00,甲局（本级）\nN2,2026-09-01 08:00:00,甲局\n';
	await bench.take(own, [{ text: orders, dataCut: '2026-09-30 00:00:00' }, { text: '单位名称,单位编码\n甲局,1\n' }]);
	const list = async () =>
		(
			(await loadNames(event('1'))) as unknown as {
				lists: { of: string; known: string[]; waiting: { name: string; orders: string }[] }[];
			}
		).lists[0]!;
	expect(await list()).toMatchObject({ of: 'unit', known: ['甲局'], waiting: [{ name: '甲局（本级）', orders: '1' }] });
	const say = (name: string) =>
		nameActions.default!({
			...(event('1') as object),
			request: new Request('http://localhost', {
				method: 'POST',
				body: new URLSearchParams({ of: 'unit', written: '甲局（本级）', name })
			})
		} as never);
	expect(await say('')).toMatchObject({ status: 400 });
	expect(await say('乙局')).toMatchObject({ status: 400 });
	await expect(say('甲局')).rejects.toMatchObject({ status: 303 });
	expect((await list()).waiting).toEqual([]);
	expect(await bench.served(own, 'select distinct unit from orders')).toEqual([{ unit: '甲局' }]);
	await closeLedger(own);
});
