import { expect, test } from 'vitest';
import { drawReport } from '#lib/server/reports/draw-report.ts';
import { drawComparison } from '#queries/draw-comparison.ts';
import { drawRanks } from '#queries/draw-ranks.ts';
import { rate } from '#queries/rate.ts';
import { drawTraitKeys } from '#queries/where/draw-traits.ts';
import { cityOfOrders, scope } from './city.ts';

const city = cityOfOrders();

test('the counts are those of the rates of visited and unvisited orders', async () => {
	const { whole, units } = await drawReport(city.db, scope());
	expect([whole.eligible, whole.visited, whole.unsaid]).toEqual([13, 8, 2]);
	for (const trait of drawTraitKeys) {
		for (const side of ['visited', 'unvisited'] as const) {
			const [all] = await rate(city.db, `${side}-${trait}`, scope()).execute();
			expect(whole.looks[trait][side], `${side}-${trait}`).toEqual({ good: all!.numerator, orders: all!.denominator });
			const rows = await rate(city.db, `${side}-${trait}`, scope(), 'unit').execute();
			for (const { unit, looks } of units) {
				const row = rows.find(({ name }) => name === unit);
				expect(looks[trait][side]).toEqual({ good: row?.numerator ?? 0, orders: row?.denominator ?? 0 });
			}
		}
	}
});

/** One unit, one month: 10 h twice, 20 h, 30 h three times; visited are a 10, the 20 and a 30. N: closed before received. */
const timed = `
工单编号,承办单位,办理类型,工单状态,受理时间,办结时间,是否回访
R1,甲局,转办,已办结,2026-10-01 00:00:00,2026-10-01 10:00:00,是
R2,甲局,转办,已办结,2026-10-02 00:00:00,2026-10-02 10:00:00,否
R3,甲局,转办,已办结,2026-10-01 00:00:00,2026-10-01 20:00:00,是
R4,甲局,转办,已办结,2026-10-01 00:00:00,2026-10-02 06:00:00,是
R5,甲局,转办,已办结,2026-10-02 00:00:00,2026-10-03 06:00:00,否
R6,甲局,转办,已办结,2026-10-03 00:00:00,2026-10-04 06:00:00,
N1,甲局,转办,已办结,2026-10-05 00:00:00,2026-10-04 06:00:00,是
S1,甲局,转办,已办结,2026-09-01 00:00:00,2026-09-01 01:00:00,是
T1,乙局,转办,已办结,2026-10-01 00:00:00,2026-10-01 01:00:00,否
D1,,直接解答,已办结,2026-10-01 00:00:00,2026-10-01 01:00:00,是
`.trimStart();
const small = cityOfOrders(timed);

test('ranks run within one unit and one month, ties share the middle, what has no usable time has no rank', async () => {
	const ranks = await drawRanks(small.db, scope()).execute();
	expect(
		ranks.map(({ unit, month, timed, timedDrawn, rankSum, ties }) => [unit, month, timed, timedDrawn, rankSum, ties])
	).toEqual([
		['乙局', '2026-10', 1, 0, 0, 0],
		['甲局', '2026-09', 1, 1, 1, 0],
		// Ranks 1.5, 1.5, 3, 5, 5, 5: of the visited 1.5 + 3 + 5; ties 2³ − 2 + 3³ − 3.
		['甲局', '2026-10', 6, 3, 9.5, 30]
	]);
	const counts = await drawComparison(small.db, scope()).execute();
	expect(counts.map(({ eligible, visited, unsaid }) => [eligible, visited, unsaid])).toEqual([
		[1, 0, 0],
		[1, 1, 0],
		[7, 4, 1]
	]);
});
