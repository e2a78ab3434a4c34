import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { everything } from '#lib/domain/scope.ts';
import { plainRules } from '#lib/domain/rules/rule-set.ts';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { freeze } from '#lib/server/release/freeze.ts';
import { tables } from '#lib/server/reports/tables.ts';
import type { Warehouse } from '#lib/server/warehouse/warehouse.ts';
import { order } from '#queries/order.ts';
import { ordersBehindTotal } from '#queries/orders-behind-total.ts';
import { ordersBehind } from '#queries/orders-behind.ts';
import { qualityOrdersTotal } from '#queries/quality-orders-total.ts';
import { qualityOrders } from '#queries/quality-orders.ts';
import { sampleDrawn } from '#queries/sample-drawn.ts';
import { sampleEligible } from '#queries/sample-eligible.ts';
import { watchListCounts } from '#queries/watch-list-counts.ts';
import { watchList } from '#queries/watch-list.ts';
import { underRules } from '#queries/where/under-rules.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
const row = (number: string, isConfidential: string | undefined, closed: string) => ({
	...{ 工单编号: number, 受理时间: '2026-09-01 08:00:00', 承办单位: '甲局', 办结时间: closed },
	...{ 办理截止时间: '2026-09-03 18:00:00', ...(isConfidential !== undefined && { 是否保密: isConfidential }) }
});
const exported = (day: string, ...rows: Record<string, string>[]) => ({
	dataCut: `2026-10-${day} 12:00:00`,
	text: csv(rows)
});

let folder: DataFolder;
let city: Warehouse;
beforeAll(async () => {
	folder = bench.newFolder();
	await bench.take(folder, [
		// Closed before it was received, so that a check of quality finds it.
		exported('01', row('GD1', '是', ''), row('GD2', '否', ''), row('GD3', '保密', '2026-08-02 08:00:00')),
		// The column is missing: nothing is said of it.
		exported('02', row('GD1', undefined, ''), row('GD4', undefined, '2026-09-02 08:00:00')),
		exported('03', row('GD5', '是', '2026-09-02 08:00:00'), row('GD6', '是', '2026-09-02 08:00:00')),
		// The secret was lifted.
		exported('04', row('GD6', '否', '2026-09-02 08:00:00'))
	]);
	city = await bench.openCurrent(folder);
});

test('an order stays confidential until an export says that it is not', async () => {
	expect(
		await bench.served(folder, 'select order_number as number from orders where is_confidential order by 1')
	).toEqual([{ number: 'GD1' }, { number: 'GD3' }, { number: 'GD5' }]);
});

const numbers = (rows: { orderNumber: string }[]) => rows.map(({ orderNumber }) => orderNumber).join(' ');

test('a confidential order counts in the figures inside, and no list shows it', async () => {
	const { db } = city;
	expect((await tables.volumes(db, { scope: everything, by: 'unit' })).total).toMatchObject({ received: 6 });
	expect(await ordersBehindTotal(db, 'received', 'numerator', everything).execute()).toEqual([
		{ orders: 6, confidential: 3 }
	]);
	expect(numbers(await ordersBehind(db, 'received', 'numerator', everything).execute())).toBe('GD2 GD4 GD6');
	expect(await order(db, 'GD1').execute()).toEqual([]);
	expect(await order(db, 'GD2').execute()).toHaveLength(1);
	expect(await watchListCounts(db, everything).executeTakeFirst()).toMatchObject({
		...{ looked: 6, overdue: 2, overdueConfidential: 1, orders: 2, ordersConfidential: 1 }
	});
	expect(numbers(await watchList(db, everything).execute())).toBe('GD2');
	expect(await qualityOrdersTotal(db, 'closed-before-received', everything).execute()).toEqual([
		{ orders: 1, of: 4, confidential: 1 }
	]);
	expect(await qualityOrders(db, 'closed-before-received', everything).execute()).toEqual([]);
});

test('it is not drawn for a return visit', async () => {
	const { db } = city;
	expect(await sampleEligible(db, everything).execute()).toEqual([{ unit: '甲局', eligible: 2 }]);
	expect(numbers(await sampleDrawn(db, everything, 'seed', [{ unit: '甲局', size: 9 }]).execute()).split(' ')).toEqual(
		expect.arrayContaining(['GD4', 'GD6'])
	);
	expect(await sampleDrawn(db, everything, 'seed', [{ unit: '甲局', size: 9 }]).execute()).toHaveLength(2);
});

test.each(['plain', 'other'])('it is in no release, under %s rules', async (rules) => {
	const asked = rules === 'plain' ? plainRules : { ...plainRules, visitsCountBy: 'receipt' as const };
	const db = underRules(city.db, [{ from: null, rules: asked }], 'publishable');
	expect((await tables.volumes(db, { scope: everything, by: 'unit' })).total).toMatchObject({ received: 3 });
});

test('a release says so', async () => {
	const { manifest } = await freeze(folder, city, '2026-09');
	expect(manifest.leftOut).toEqual(['confidential']);
	const [{ statements }] = [JSON.parse(readFileSync(join(folder.releases, '2026-09/1/manifest.json'), 'utf8'))];
	for (const list of Object.values(statements as Record<string, { sql: string }[]>)) {
		for (const { sql } of list) if (/\borders\b/.test(sql)) expect(sql).toContain('where not is_confidential');
	}
});
