import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { auditLatest, verifyAudit } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { load as behind } from '../../src/routes/(supervision)/orders/behind/[measure]/+page.server.ts';
import { load as order } from '../../src/routes/(supervision)/orders/[number]/+page.server.ts';
import { load as watchList } from '../../src/routes/(supervision)/watch-list/+page.server.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
const odd = `甲/'%?<b>`;
let folder: DataFolder;

beforeAll(async () => {
	folder = bench.newFolder();
	await bench.take(folder, [{ text: csv([{ 工单编号: odd, 受理时间: '2026-09-01 08:00:00' }]) }]);
});
beforeEach(() => void vi.stubEnv('DUBAN_DATA', folder.root));
afterAll(async () => {
	vi.unstubAllEnvs();
	await closeLedger(folder);
});

const event = (path: string, params = {}) =>
	({ url: new URL(path, 'http://localhost'), params, locals: { user: { name: 'duban' }, locale: 'en' } }) as never;
const views = async () =>
	(await auditLatest(openLedger(folder))).filter(({ action }) => action === 'orders_viewed').toReversed();

test('every view of order rows is in the chain: who, what, and with which question', async () => {
	await behind(event('/orders/behind/received?period=2026-09&part=numerator', { measure: 'received' }));
	await order(event(`/orders/${encodeURIComponent(odd)}`, { number: odd }));
	await watchList(event('/watch-list?reason=overdue'));
	expect((await views()).map(({ actor, object, detail }) => [actor, object, JSON.parse(detail)])).toEqual([
		['duban', 'received', { query: '?period=2026-09&part=numerator' }],
		['duban', odd, { query: '' }],
		['duban', 'watch-list', { query: '?reason=overdue' }]
	]);
	expect(await verifyAudit(openLedger(folder))).toMatchObject({ intact: true });
});

test('what is not there is refused and shows nothing to write down', async () => {
	const before = (await views()).length;
	const refused = { status: 404, body: { message: expect.stringMatching(/[.。]$/) } };
	await expect(order(event('/orders/x', { number: 'x' }))).rejects.toMatchObject(refused);
	await expect(behind(event('/orders/behind/x', { measure: 'x' }))).rejects.toMatchObject(refused);
	const beyond = event('/orders/behind/received?page=2', { measure: 'received' });
	await expect(behind(beyond)).rejects.toMatchObject(refused);
	expect(await views()).toHaveLength(before);
});
