import { describe, expect, test } from 'vitest';
import { monthsFromTo } from '#lib/domain/periods.ts';
import { seriesBreaks } from '#lib/server/reports/series-breaks.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { csv } from '../support/warehouse.ts';
import { cityOfOrders, scope } from '../queries/city.ts';

/** So many orders a month of one unit and line, closed the next day, with what else its export says. */
const lines = (from: string, to: string, 热线名称: string, 承办单位: string, more: Record<string, string> = {}) =>
	monthsFromTo(from, to).flatMap((month) =>
		Array.from({ length: 30 }, (_, place) => ({
			工单编号: `${热线名称}${承办单位}${month}-${place}`,
			...{ 热线名称, 承办单位, 承办单位类型: '部门', 办理类型: '转办' },
			...{ 受理时间: `${month}-10 08:00:00`, 办结时间: `${month}-11 08:00:00` },
			...more
		}))
	);
const due = { 办理截止时间: '2026-09-30 23:59:59' };
const city = cityOfOrders(
	csv([
		...lines('2025-12', '2026-02', '12345', '卫健委'),
		...lines('2026-03', '2026-04', '12345', '卫健委', due),
		...lines('2026-06', '2026-10', '12345', '卫健委', due),
		...lines('2025-12', '2026-02', '12301', '旅游局'),
		...lines('2026-03', '2026-04', '12345', '文旅局', due),
		...lines('2026-06', '2026-10', '12345', '文旅局', due)
	]),
	'2026-10-31 12:00:00'
);

describe('the breaks of a series', () => {
	test('a merged line, a unit that may be renamed, a column that begins, a month without orders', async () => {
		expect(await seriesBreaks(city.db, scope())).toEqual([
			{ month: '2026-03', what: 'line_ends', name: '12301', other: null },
			{ month: '2026-03', what: 'unit_ends', name: '旅游局', other: null },
			{ month: '2026-03', what: 'unit_begins', name: '文旅局', other: null },
			{ month: '2026-03', what: 'unit_may_be_renamed', name: '旅游局', other: '文旅局' },
			{ month: '2026-03', what: 'column_begins', name: 'due_at', other: null },
			{ month: '2026-05', what: 'no_orders', name: null, other: null }
		]);
	});

	test('are looked for in all months there are, whatever the period; within what the filters keep', async () => {
		const october = scope({ period: { from: '2026-10-01', to: '2026-10-31' }, unit: ['卫健委'] });
		const found = await seriesBreaks(city.db, october);
		expect(found.map(({ month, what }) => [month, what])).toEqual([
			['2026-03', 'column_begins'],
			['2026-05', 'no_orders']
		]);
		expect(await seriesBreaks(city.db, scope({ unit: ['没有'] }))).toEqual([]);
	});

	test('as a table, a column by the code of its name', async () => {
		const { rows } = await tables.breaks(city.db, { scope: scope(), by: 'unit' });
		expect(rows[4]).toEqual({
			...{ name: '2026-03', what: 'column_begins', brokenName: null, brokenColumn: 'column-due_at', otherName: null }
		});
	});
});

describe('months without an order', () => {
	test('stand in tables by month, with 0 orders and no rate', async () => {
		const volumes = await tables.volumes(city.db, { scope: scope(), by: 'month' });
		expect(volumes.rows.map(({ name }) => name)).toEqual(monthsFromTo('2025-12', '2026-10'));
		expect(volumes.rows[5]).toEqual({ name: '2026-05', received: 0, toUnits: 0, desk: 0 });
		const times = await tables['handling-time'](city.db, { scope: scope(), by: 'month' });
		expect(times.rows[5]).toMatchObject({ name: '2026-05', n: 0, medianSeconds: null });
	});

	test('add nothing to a table by anything else', async () => {
		expect((await tables.volumes(city.db, { scope: scope(), by: 'unit' })).rows).toHaveLength(3);
	});
});
