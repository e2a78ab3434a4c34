import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { changes as changesCommand } from '../../src/commands/changes.ts';
import { listConflicts } from '../../src/commands/conflicts.ts';
import { rows as rowsCommand } from '../../src/commands/rows.ts';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { auditLatest } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import type { Table } from '#lib/components/table.ts';
import { load as importPage } from '../../src/routes/(office)/imports/[number]/+page.server.ts';
import { load as changesPage } from '../../src/routes/(office)/imports/[number]/changes/+page.server.ts';
import { GET as changesCsv } from '../../src/routes/(office)/imports/[number]/changes.csv/+server.ts';
import { GET as changesXlsx } from '../../src/routes/(office)/imports/[number]/changes.xlsx/+server.ts';
import { GET as rowsCsv } from '../../src/routes/(office)/imports/[number]/rows.csv/+server.ts';
import { load as conflictsPage } from '../../src/routes/(office)/imports/conflicts/+page.server.ts';
import { GET as conflictsCsv } from '../../src/routes/(office)/imports/conflicts.csv/+server.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
let folder: DataFolder;

const order = (number: number, day: string, closed = '', phone = '13900000001') => ({
	...{ 工单编号: `N${number}`, 登记时间: `2026-09-${day} 08:00:00`, 办结时间: closed, 承办单位: '=1+城管局' },
	...{ 来电号码: phone }
});
/** 120 orders, open; then all but the last three closed, the first by another caller, one more. */
const first = Array.from({ length: 120 }, (_, n) => order(n, '01'));
const second = [
	...first
		.slice(0, 117)
		.map((row, n) => ({ ...row, 办结时间: '2026-10-02 08:00:00', ...(n === 0 && { 来电号码: '13900000002' }) })),
	order(200, '01')
];

beforeAll(async () => {
	folder = bench.newFolder();
	const taken = await bench.take(folder, [
		{ text: csv(first), name: '九月.csv', dataCut: '2026-09-30 00:00:00' },
		{ text: csv(second), name: '十月.csv', dataCut: '2026-10-31 00:00:00' },
		{ text: '单位名称,单位编码\n甲局,1\n', name: '单位.csv' }
	]);
	await recordImports(folder, openLedger(folder), taken, 'test');
});
beforeEach(() => void vi.stubEnv('DUBAN_DATA', folder.root));
afterAll(async () => {
	const { servedWarehouse } = await import('#lib/server/warehouse/served.ts');
	await (await servedWarehouse())?.close();
	vi.unstubAllEnvs();
	await closeLedger(folder);
});

const event = (path: string, number = '2') =>
	({ url: new URL(path, 'http://localhost'), params: { number }, locals: { user: { name: 'duban' } } }) as never;
const viewsSince = async (before: number) =>
	(await auditLatest(openLedger(folder), 100))
		.filter(({ seq, action }) => seq > before && action === 'orders_viewed')
		.map(({ object }) => object);
const audited = async () => (await auditLatest(openLedger(folder), 1))[0]?.seq ?? 0;
type Listed = { table: Table; fields: string[]; hints: string[]; pages: unknown[] };
const listed = async (query: string) => (await changesPage(event(`/imports/2/changes${query}`))) as unknown as Listed;
const all = async (list: unknown) => {
	const found: Record<string, unknown>[] = [];
	for await (const one of list as AsyncIterable<Record<string, unknown>>) found.push(one);
	return found;
};

test('an import says what it changed, each number with the way to its orders; what is not told says why', async () => {
	const { changes } = (await importPage(event('/imports/2'))) as unknown as {
		changes: { lines: { key: string; count: string; href: string | null }[]; hints: string[] };
	};
	expect(changes.lines.map(({ key, count, href }) => [key, count, href])).toEqual([
		['new', '1', '/imports/2/changes?list=new'],
		['changed', '117', '/imports/2/changes?list=changed'],
		['unchanged', '0', null],
		['vanished', '3', '/imports/2/changes?list=vanished'],
		['notLookedFor', '0', null]
	]);
	expect(changes.hints.join('')).toMatch(/120 件中本文件再次列出 117 件.*仍按最后一次所见留在全部统计中/);
	const first = (await importPage(event('/imports/1', '1'))) as unknown as { changes: typeof changes };
	expect(first.changes.lines.find(({ key }) => key === 'vanished')).toMatchObject({ count: '–', href: null });
	expect(first.changes.hints.join('')).toContain('没有表头相同的较早文件');
	expect(((await importPage(event('/imports/3', '3'))) as { changes: unknown }).changes).toBeNull();
});

test('lists stand in pages of 100 orders, field by field in words; no key of a caller; each look is written down', async () => {
	const before = await audited();
	const one = await listed('?list=changed');
	const two = await listed('?list=changed&page=2');
	expect([one.table.rows.length, two.table.rows.length, one.pages.length]).toEqual([101, 17, 2]);
	expect(one.table.rows.slice(0, 2)).toMatchObject([
		{ field: { value: '办结时间' }, before: { value: '空' }, after: { value: '2026-10-02 08:00:00' } },
		{ field: { value: '来电人' }, before: { value: expect.stringContaining('不显示') } }
	]);
	expect(one.table.rows[0]!.order).toMatchObject({ href: '/orders/N0' });
	expect(one.fields).toEqual(['办结时间（117）', '来电人（1）']);
	expect(one.table.fileRows).toBe(118);
	expect((await listed('?list=vanished')).table.rows).toMatchObject([
		{ order: { value: 'N117' }, lastShown: { value: '九月.csv 119' } },
		...[{ order: { value: 'N118' } }, { order: { value: 'N119' } }]
	]);
	expect(await viewsSince(before)).toHaveLength(3);
	for (const query of ['', '?list=other', '?list=new&page=2'])
		await expect(listed(query), query).rejects.toMatchObject({ status: 404 });
	await expect(changesPage(event('/imports/3/changes?list=new', '3'))).rejects.toMatchObject({ status: 404 });
	expect(await viewsSince(before)).toHaveLength(3);
});

test('files hold every line, and no formula', async () => {
	const before = await audited();
	const text = await (await changesCsv(event('/imports/2/changes.csv?list=changed'))).text();
	expect(text.split('\r\n').filter((line) => /^N\d/.test(line))).toHaveLength(118);
	expect(text).toContain('共 118 行');
	const sheets = (
		await readXlsx(
			new Uint8Array(await (await changesXlsx(event('/imports/2/changes.xlsx?list=vanished'))).arrayBuffer())
		)
	).sheets;
	expect(sheets[0]!.rows.slice(1).map(([number, , unit]) => [number, unit])).toEqual(
		['N117', 'N118', 'N119'].map((number) => [number, `'=1+城管局`])
	);
	const read = await (await rowsCsv(event('/imports/2/rows.csv?outcome=read'))).text();
	expect(read.split('\r\n').filter((line) => /^\d+,已用,/.test(line))).toHaveLength(118);
	expect(await viewsSince(before)).toHaveLength(3);
});

test('conflicts stand side by side with their places; a page without any says so', async () => {
	const page = async () =>
		(await conflictsPage(event('/imports/conflicts'))) as unknown as {
			caption: string;
			conflicts: Record<string, unknown>[];
		};
	expect(await page()).toMatchObject({
		conflicts: [
			{
				...{ order: 'N0', older: { place: '九月.csv 2', counts: false }, newer: { place: '十月.csv 2', counts: true } },
				values: [{ field: '办结时间' }, { field: '来电人' }]
			}
		]
	});
	const text = await (await conflictsCsv(event('/imports/conflicts.csv'))).text();
	expect(text.split('\r\n').filter((line) => line.startsWith('N0,'))).toHaveLength(1);
	expect(text).toContain('办结时间：空；来电人：');
	const empty = bench.newFolder();
	vi.stubEnv('DUBAN_DATA', empty.root);
	expect(await page()).toMatchObject({ conflicts: [], caption: '没有工单的内容互相矛盾。' });
});

test('the command line says the same', async () => {
	vi.stubEnv('DUBAN_LANG', 'en');
	expect((await changesCommand(['2', '--json'])).output).toMatchObject({
		...{ import: 2, new: 1, changed: 117, unchanged: 0, notShown: { vanished: 3, lookedFor: 120, shown: 117 } },
		fields: [
			{ field: 'closed_at', name: 'time of closing', orders: 117 },
			{ field: 'caller_key', orders: 1 }
		]
	});
	const changed = await all((await changesCommand(['2', '--list', 'changed', '--json'])).output);
	expect(changed).toHaveLength(118);
	expect(JSON.stringify(changed)).not.toMatch(/[0-9a-f]{32}/);
	expect(await all((await changesCommand(['2', '--list=vanished', '--limit=1', '--offset=1'])).output)).toMatchObject([
		{ orderNumber: 'N118', lastShown: '九月.csv 120' }
	]);
	await expect(changesCommand(['3'])).rejects.toThrow(/not an export of orders/);
	expect(await all((await listConflicts(['--json'])).output)).toMatchObject([
		{
			orderNumber: 'N0',
			reason: 'fixed_field',
			counts: 'newer',
			values: [{ field: 'closed_at' }, { field: 'caller_key' }]
		}
	]);
	expect(await all((await rowsCommand(['1', '--outcome', 'read', '--limit', '2'])).output)).toMatchObject([
		{ file: '九月.csv', outcome: 'accepted', row: 2, text: expect.stringContaining('N0 | 2026-09-01') },
		{ row: 3 }
	]);
});
