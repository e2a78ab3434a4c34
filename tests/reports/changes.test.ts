import { describe, expect, test } from 'vitest';
import { differenceInterval } from '#lib/domain/movement.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { csv } from '../support/warehouse.ts';
import { cityOfOrders, scope } from '../queries/city.ts';

/** So many orders of a unit received on the first of a month, the first of them on time. */
const lines = (承办单位: string, month: string, onTime: number, all: number) =>
	Array.from({ length: all }, (_, place) => ({
		工单编号: `${承办单位}${month}-${place}`,
		...{ 承办单位, 办理类型: '转办', 受理时间: `${month}-01 08:00:00`, 办理截止时间: `${month}-05 23:59:59` },
		办结时间: `${month}-${place < onTime ? '03' : '09'} 08:00:00`
	}));
const city = cityOfOrders(
	csv([
		...lines('甲局', '2026-10', 60, 100),
		...lines('甲局', '2026-09', 90, 100),
		...lines('甲局', '2025-10', 61, 100),
		...lines('乙局', '2026-10', 20, 20),
		...lines('乙局', '2026-09', 40, 40),
		...lines('丙局', '2025-10', 45, 50)
	])
);
const month = (from: string, to: string) => scope({ period: { from, to } });
const options = {
	scope: month('2026-10-01', '2026-10-31'),
	by: 'unit' as const,
	earlier: { before: month('2026-09-01', '2026-09-30'), year: month('2025-10-01', '2025-10-31') }
};

describe('the period before and the year before stand side by side', () => {
	test('a row for whatever any of the three periods holds, each with its own counts', async () => {
		const { rows } = await tables['changes-by'](city.db, options);
		expect(rows).toMatchObject([
			{ name: '丙局', denominator: 0, rate: null, beforeDenominator: 0, yearNumerator: 45, yearDenominator: 50 },
			{ name: '乙局', numerator: 20, denominator: 20, beforeNumerator: 40, beforeDenominator: 40, yearRate: null },
			{ name: '甲局', numerator: 60, beforeNumerator: 90, yearNumerator: 61, yearDenominator: 100 }
		]);
	});

	test('differences carry Newcombe’s interval and say up or down only beyond chance', async () => {
		const { rows } = await tables['changes-by'](city.db, options);
		const { difference, low, high } = differenceInterval(
			{ numerator: 60, denominator: 100 },
			{ numerator: 90, denominator: 100 }
		);
		expect(rows[2]).toMatchObject({
			...{ beforeDifference: difference, beforeLow: low, beforeHigh: high, beforeMovement: 'moved_down' },
			yearMovement: 'moved_unclear'
		});
		expect(rows[1]).toMatchObject({ beforeMovement: 'moved_few', beforeDifference: null, yearMovement: 'moved_few' });
	});

	test('the total is of the orders: neither a mean of the rates above nor a sum of their differences', async () => {
		const { total } = await tables['changes-by'](city.db, options);
		expect(total).toMatchObject({ numerator: 80, denominator: 120, beforeNumerator: 130, beforeDenominator: 140 });
		expect(total!.beforeDifference).toBeCloseTo(80 / 120 - 130 / 140, 12);
	});

	test('the headline says the same of the whole', async () => {
		const [{ rows }, { total }] = await Promise.all([
			tables.changes(city.db, options),
			tables['changes-by'](city.db, options)
		]);
		expect({ ...rows[0], name: null }).toEqual({ ...total, measure: 'on-time-due' });
		expect(rows.find(({ measure }) => measure === 'resolved')).toMatchObject({ rate: null, yearMovement: 'moved_few' });
	});

	test('medians are of the orders, the open ones counted, and nothing is claimed of them', async () => {
		const { rows, total, columns } = await tables['changes-times'](city.db, options);
		expect(rows[2]).toMatchObject({ name: '甲局', nowReceived: 100, nowMedian: 2, beforeMedian: 2, yearN: 100 });
		expect(rows[0]).toMatchObject({ name: '丙局', nowReceived: 0, nowMedian: null, yearReceived: 50 });
		expect(total).toMatchObject({ nowReceived: 120, beforeReceived: 140, yearReceived: 150, nowMedian: 2 });
		expect(columns.filter(({ kind }) => kind === 'points')).toEqual([]);
	});

	test('without an earlier period its side is empty', async () => {
		const { rows } = await tables['changes-by'](city.db, { scope: options.scope, by: 'unit', earlier: { year: null } });
		expect(rows).toHaveLength(2);
		expect(rows[1]).toMatchObject({
			name: '甲局',
			beforeDenominator: 0,
			beforeRate: null,
			beforeMovement: 'moved_few'
		});
	});
});
