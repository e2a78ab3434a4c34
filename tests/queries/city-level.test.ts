import { expect, test } from 'vitest';
import { dimensions, filterDimensions } from '#lib/domain/scope.ts';
import { count } from '#queries/count.ts';
import { ordersBehindTotal } from '#queries/orders-behind-total.ts';
import { ordersBehind } from '#queries/orders-behind.ts';
import { CityLevelOnly } from '#queries/where/city-level.ts';
import { csv } from '../support/warehouse.ts';
import { cityOfOrders, october, scope } from './city.ts';

const city = cityOfOrders(
	csv([
		{ 工单编号: '1', 受理时间: '2026-10-01 08:00:00', 特殊群体: '未成年人', 承办单位: '教育局' },
		{ 工单编号: '2', 受理时间: '2026-10-02 08:00:00', 特殊群体: '老年人', 承办单位: '民政局' },
		{ 工单编号: '3', 受理时间: '2026-10-03 08:00:00', 特殊群体: '', 热线名称: '未成年人保护热线' },
		{ 工单编号: '4', 受理时间: '2026-09-03 08:00:00', 特殊群体: '未成年人' }
	])
);

test('orders of minors are counted for the whole city', async () => {
	expect(await count(city.db, 'minors', october).execute()).toEqual([{ orders: 2 }]);
	expect(await count(city.db, 'minors', scope()).execute()).toEqual([{ orders: 3 }]);
});

test.each(dimensions)('and never by %s', (by) => {
	expect(() => count(city.db, 'minors', october, by)).toThrow(CityLevelOnly);
});

test.each(filterDimensions)('nor kept to a %s', (dimension) => {
	expect(() => count(city.db, 'minors', scope({ [dimension]: ['教育局'] }))).toThrow(CityLevelOnly);
	expect(() => count(city.db, 'minors', scope({ [dimension]: [''] }))).toThrow(CityLevelOnly);
});

test('nor order by order', () => {
	for (const part of ['numerator', 'denominator'] as const) {
		expect(() => ordersBehind(city.db, 'minors', part, october).compile()).toThrow(CityLevelOnly);
		expect(() => ordersBehindTotal(city.db, 'minors', part, october).compile()).toThrow(CityLevelOnly);
	}
});
