import { beforeAll, expect, test } from 'vitest';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { watchListCounts } from '#queries/watch-list-counts.ts';
import { watchList } from '#queries/watch-list.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';
import { dataCut, scope } from './city.ts';

/** One caller's orders on one matter at one unit, of which some differ in one thing.  */
const order = (工单编号: string, 受理时间: string, more: Record<string, string> = {}) => ({
	工单编号,
	...{ 承办单位: '水务局', 办理类型: '转办', 一级分类: '停水', 来电号码: '13800000001', 受理时间, 办结时间: '' },
	...more
});
const orders = [
	order('first', '2026-08-01 08:00:00'),
	order('day-30', '2026-08-31 08:00:00'),
	order('day-30-too', '2026-08-31 08:00:00'),
	order('other-matter', '2026-08-31 09:00:00', { 一级分类: '噪音' }),
	order('other-unit', '2026-08-31 10:00:00', { 承办单位: '住建局' }),
	order('other-caller', '2026-08-31 11:00:00', { 来电号码: '13800000002' }),
	order('no-caller', '2026-09-01 08:00:00', { 来电号码: '' }),
	order('no-caller-again', '2026-09-01 09:00:00', { 来电号码: '' }),
	order('no-matter', '2026-09-01 08:00:00', { 一级分类: '' }),
	order('no-matter-again', '2026-09-01 09:00:00', { 一级分类: '' }),
	order('too-late', '2026-09-30 08:00:01'),
	order('late-and-again', '2026-10-05 08:00:00', { 办理截止时间: '2026-10-06 08:00:00' })
];
const bench = warehouseBench();
let db: WarehouseDb;
beforeAll(async () => {
	({ db } = await bench.warehouseOf({ text: csv(orders), dataCut }));
});

test('a repeat is the same caller, matter and unit within 30 days; what is not stated never matches', async () => {
	const rows = await watchList(db, scope(), 'repeated').execute();
	expect(rows.map(({ orderNumber }) => orderNumber).sort()).toEqual(['day-30', 'day-30-too', 'late-and-again']);
	expect(await watchListCounts(db, scope()).executeTakeFirstOrThrow()).toMatchObject({
		...{ repeated: 3, repeatedCarried: 10, overdue: 1, orders: 3 }
	});
});

test('what is overdue and asked for again stands above what is only asked for again', async () => {
	const [first] = await watchList(db, scope()).execute();
	expect(first).toMatchObject({ orderNumber: 'late-and-again', overdue: true, repeated: true });
});

test('a repeat counts in its own period though the first call lies before it', async () => {
	const kept = scope({ period: { from: '2026-08-31', to: '2026-08-31' } });
	expect((await watchList(db, kept, 'repeated').execute()).length).toBe(2);
});
