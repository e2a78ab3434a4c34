import { describe, expect, test } from 'vitest';
import { importRows } from '#lib/server/internal/import-rows.ts';
import { currentManifest } from '#lib/server/build/manifest.ts';
import type { DataFolder } from '#lib/server/data-folder.ts';
import type { Imported } from '#lib/server/imports/import-exports.ts';
import { csv, type TestExport, warehouseBench } from '../support/warehouse.ts';

const { newFolder, besideOf, take, served } = warehouseBench();
/** Staged once; every case has a warehouse of its own over it. */
const shared = newFolder();

const order = (number: string, closed: string, unit = '城管局', more: Record<string, string> = {}) => ({
	...{ 工单编号: number, 受理时间: '2026-09-01 08:00:00', 办结时间: closed, 承办单位: unit },
	...more
});
const orders: TestExport = {
	name: 'orders.csv',
	dataCut: '2026-09-30 23:59:59',
	text: csv([
		order('GD1', '2026-09-05 08:00:00'),
		order('GD2', '2026-09-06 08:00:00'),
		order('GD3', '2026-09-06 12:00:00', '民政局'),
		order('GD4', '')
	])
};
const visit = (number: string, at: string, resolved: string, satisfied: string, reached = '是') => ({
	...{ 工单编号: number, 回访时间: at, 是否接通电话: reached },
	...{ 是否联系: resolved && '是', 是否解决: resolved, 是否满意: satisfied }
});
const visits: TestExport = {
	name: 'visits.csv',
	text: csv([
		visit('GD1', '2026-09-06 10:00:00', '', '', '否'),
		visit('GD1', '2026-09-07 10:00:00', '否', '不满意'),
		visit('GD1', '2026-09-09 10:00:00', '是', '满意'),
		visit('GD2', '2026-09-08 10:00:00', '是', '非常满意'),
		visit('GD9', '2026-09-08 11:00:00', '是', '满意')
	])
};
const event = (number: string, what: string, at: string, unit = '城管局') => ({
	...{ 工单编号: number, 操作类型: what, 操作时间: at, 操作单位: unit, 操作人工号: '1024' }
});
const events: TestExport = {
	name: 'events.csv',
	text: csv([
		event('GD4', '派单', '2026-09-01 09:00:00'),
		event('GD4', '退单', '2026-09-01 15:00:00'),
		event('GD4', '改派', '2026-09-02 09:00:00', '民政局'),
		event('GD4', '签收', '2026-09-02 10:00:00', '民政局'),
		event('GD4', '联系', '2026-09-02 11:00:00', '民政局'),
		event('GD4', '答复', '2026-09-03 09:00:00', '民政局'),
		event('GD4', '办结', '2026-09-03 12:00:00', '热线中心'),
		event('GD4', '重办', '2026-09-04 09:00:00', '民政局'),
		event('GD4', '答复', '2026-09-05 09:00:00', '民政局'),
		event('GD4', '办结', '2026-09-05 12:00:00', '热线中心'),
		event('GD3', '派单', '2026-09-01 09:30:00', '民政局'),
		event('GD8', '派单', '2026-09-01 09:30:00', '民政局')
	])
};
const notices: TestExport = {
	name: 'notices.csv',
	text: csv([
		{
			督办单号: 'DB1',
			工单编号: 'GD2',
			督办时间: '2026-09-04 09:00:00',
			督办类型: '书面督办',
			督办办结时间: '2026-09-06 09:00:00'
		},
		{ 督办单号: 'DB2', 工单编号: 'GD7', 督办时间: '2026-09-01 07:00:00', 督办类型: '系统督办', 督办办结时间: '' }
	])
};
const totals: TestExport = {
	name: 'totals.csv',
	text: csv([{ 月份: '2026-09', 单位: '城管局', 回访量: '100', 有效回访量: '80', 满意数: '60' }])
};

const all = [orders, visits, events, notices, totals];
const rowsOf = (imported: Imported[]) => imported.map((one) => (one.outcome === 'taken' ? one.rows : one.result));
const answersOf = (folder: DataFolder) =>
	served(
		folder,
		`select order_number as number, visited_at as visited, visit_attempted as attempted, visit_reached as reached,
			visit_valid as valid, visit_resolved as resolved, satisfaction as first, satisfaction_final as final
		from orders order by 1`
	);

describe('return visits by order', () => {
	test('the first valid visit answers, the last one’s satisfaction is the final; who closed since and is in no list was not visited', async () => {
		const folder = besideOf(shared);
		await take(folder, [orders, visits]);
		const unlisted = { reached: null, valid: null, resolved: null, first: null, final: null, visited: null };
		expect(await answersOf(folder)).toEqual([
			{
				...{ number: 'GD1', visited: '2026-09-06 10:00:00', attempted: true, reached: true, valid: true },
				...{ resolved: 'no', first: 'dissatisfied', final: 'satisfied' }
			},
			{
				...{ number: 'GD2', visited: '2026-09-08 10:00:00', attempted: true, reached: true, valid: true },
				...{ resolved: 'yes', first: 'very_satisfied', final: null }
			},
			{ number: 'GD3', attempted: false, ...unlisted },
			{ number: 'GD4', attempted: null, ...unlisted }
		]);
		// T is the orders' own.
		expect(await served(folder, 'select data_cut, orders from about')).toEqual([
			{ data_cut: '2026-09-30 23:59:59', orders: 4 }
		]);
	});

	test('a visit of an order that no export shows waits, and counts when the order arrives', async () => {
		const folder = besideOf(shared);
		expect(rowsOf(await take(folder, [visits]))).toEqual([
			{ read: 5, accepted: 5, repaired: 0, identical: 0, superseded: 0, setAside: 0, nonData: 0 }
		]);
		const waiting = () => served(folder, `select rows_waiting as n from exports where kind = 'visits'`);
		expect(await waiting()).toEqual([{ n: 5 }]);
		await take(folder, [orders]);
		expect(await waiting()).toEqual([{ n: 1 }]);
		await take(folder, [{ ...orders, text: csv([order('GD9', '2026-09-08 08:00:00')]) }]);
		expect(await waiting()).toEqual([{ n: 0 }]);
		expect((await answersOf(folder)).at(-1)).toMatchObject({ number: 'GD9', resolved: 'yes', first: 'satisfied' });
	});

	test('where the orders’ own export tells of a visit too, the newer data cut holds', async () => {
		const own = (dataCut: string) => ({
			dataCut,
			text: csv([
				order('GD1', '2026-09-05 08:00:00', '城管局', { 回访时间: '2026-09-06 09:00:00', 是否满意: '基本满意' })
			])
		});
		for (const [cut, first] of [
			['2026-09-08 00:00:00', 'dissatisfied'],
			['2026-09-30 00:00:00', 'basically_satisfied']
		] as const) {
			const folder = besideOf(shared);
			await take(folder, [own(cut), visits]);
			expect(await answersOf(folder)).toMatchObject([{ number: 'GD1', first }]);
		}
	});
});

describe('events of orders', () => {
	test('fill in the times and counts that the orders’ own export lacks', async () => {
		const folder = besideOf(shared);
		await take(folder, [orders, events]);
		expect(
			await served(
				folder,
				`select order_number as number, dispatched_at as dispatched, signed_at as signed, first_contact_at as contacted,
					replied_at as replied, closed_at as closed, return_count as returns, redispatch_count as redispatches,
					rework_count as reworks, extension_count as extensions, has_signed_column as tells
				from orders where order_number in ('GD3', 'GD4') order by 1`
			)
		).toEqual([
			{
				...{ number: 'GD3', dispatched: '2026-09-01 09:30:00', signed: null, contacted: null, replied: null },
				...{ closed: '2026-09-06 12:00:00', returns: 0, redispatches: 0, reworks: 0, extensions: null, tells: true }
			},
			{
				...{ number: 'GD4', dispatched: '2026-09-01 09:00:00', signed: '2026-09-02 10:00:00' },
				...{ contacted: '2026-09-02 11:00:00', replied: '2026-09-05 09:00:00', closed: '2026-09-05 12:00:00' },
				...{ returns: 1, redispatches: 1, reworks: 1, extensions: null, tells: true }
			}
		]);
		expect(
			await served(folder, `select event_code, unit, handler from events where order_number = 'GD4' limit 3`)
		).toEqual([
			{ event_code: 'dispatch', unit: '城管局', handler: '1024' },
			{ event_code: 'return', unit: '城管局', handler: '1024' },
			{ event_code: 'redispatch', unit: '民政局', handler: '1024' }
		]);
	});

	test('an order that was sent back after its closing is open', async () => {
		const folder = besideOf(shared);
		await take(folder, [
			orders,
			{ text: csv([event('GD4', '办结', '2026-09-03 12:00:00'), event('GD4', '重办', '2026-09-04 09:00:00')]) }
		]);
		expect(await served(folder, `select is_closed, rework_count from orders where order_number = 'GD4'`)).toEqual([
			{ is_closed: false, rework_count: 1 }
		]);
	});
});

test('a supervision notice makes its order supervised; the others received since were not', async () => {
	const folder = besideOf(shared);
	await take(folder, [orders, notices]);
	expect(
		await served(
			folder,
			'select order_number as number, is_supervised as is, supervision_type as type, is_supervision_closed as closed from orders order by 1 limit 2'
		)
	).toEqual([
		{ number: 'GD1', is: false, type: null, closed: null },
		{ number: 'GD2', is: true, type: '书面督办', closed: true }
	]);
	expect(await served(folder, `select rows_waiting as n from exports where kind = 'notices'`)).toEqual([{ n: 1 }]);
});

test('totals of return visits stand apart', async () => {
	const folder = besideOf(shared);
	await take(folder, [orders, totals]);
	expect(await served(folder, 'select month, unit, attempted, valid, satisfied, resolved from visit_totals')).toEqual([
		{ month: '2026-09', unit: '城管局', attempted: 100, valid: 80, satisfied: 60, resolved: null }
	]);
	expect(await served(folder, 'select count(visit_attempted)::integer as n from orders')).toEqual([{ n: 0 }]);
});

test('the order of import changes nothing, nor does the same file twice', async () => {
	const found = new Set<string | undefined>();
	for (const turned of [all, all.toReversed(), [visits, totals, orders, notices, events]]) {
		const folder = besideOf(shared);
		for (const one of turned === all ? [all] : turned.map((each) => [each])) await take(folder, one);
		found.add(currentManifest(folder)!.fingerprint);
		const { version } = currentManifest(folder)!;
		const again = await take(folder, [visits, events]);
		expect([currentManifest(folder)!.version, rowsOf(again)]).toMatchObject([
			version,
			[
				{ read: 5, accepted: 0, identical: 5 },
				{ read: 12, accepted: 0, identical: 12 }
			]
		]);
	}
	expect(found.size).toBe(1);
});

test('a newer list of visits supersedes what it says otherwise, and only that', async () => {
	const folder = besideOf(shared);
	await take(folder, [orders, visits]);
	const later = csv([
		visit('GD2', '2026-09-08 10:00:00', '否', '不满意'),
		visit('GD1', '2026-09-09 10:00:00', '是', '满意'),
		visit('GD3', '2026-10-01 10:00:00', '是', '满意')
	]);
	expect(rowsOf(await take(folder, [{ text: later }]))).toMatchObject([{ accepted: 2, identical: 1, superseded: 0 }]);
	const [read] = (await take(folder, [visits])).map(({ result }) => result.sha256);
	expect(await importRows(folder, read!, ['superseded'])).toMatchObject([
		{ outcome: 'superseded', row: 5, text: 'GD2 2026-09-08 10:00:00', standsInstead: 'export.csv 2' }
	]);
	expect((await answersOf(folder)).map(({ number, first }) => [number, first])).toEqual([
		...[
			['GD1', 'dissatisfied'],
			['GD2', 'dissatisfied'],
			['GD3', 'satisfied'],
			['GD4', null]
		]
	]);
});
