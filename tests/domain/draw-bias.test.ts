import { describe, expect, test } from 'vitest';
import { beyondChance, compareShares, compareTimes, verdictOf } from '#lib/domain/draw-bias.ts';
import { exactChance, expectedGood, varianceOfGood } from '#lib/domain/hypergeometric.ts';
import { upperTail, zAbove } from '#lib/domain/normal.ts';

describe('the normal distribution', () => {
	test('has the tails of the tables', () => {
		expect(upperTail(1.959964)).toBeCloseTo(0.025, 7);
		expect(upperTail(0)).toBeCloseTo(0.5, 7);
		expect(upperTail(-1.644854)).toBeCloseTo(0.95, 6);
		expect(upperTail(6) / 9.865876e-10).toBeCloseTo(1, 5);
		expect(zAbove(0.2)).toBeCloseTo(0.841621, 5);
		expect(zAbove(0.025)).toBeCloseTo(1.959964, 5);
	});
});

describe('the exact chance', () => {
	test('is Fisher’s for one table: the lady tasting tea', () => {
		// 8 cups, 4 with milk first; all four named right: 1/70, doubled.
		expect(exactChance([{ orders: 8, drawn: 4, good: 4, goodDrawn: 4 }])).toBeCloseTo(2 / 70, 12);
		expect(exactChance([{ orders: 8, drawn: 4, good: 4, goodDrawn: 2 }])).toBe(1);
	});

	test('of two tables is that of the sum', () => {
		const one = { orders: 2, drawn: 1, good: 1, goodDrawn: 1 };
		expect(exactChance([one, one])).toBeCloseTo(2 / 4, 12);
	});

	test('agrees with mean and variance', () => {
		const stratum = { orders: 50, drawn: 20, good: 10 };
		expect(expectedGood(stratum)).toBe(4);
		expect(varianceOfGood(stratum)).toBeCloseTo((20 * 10 * 40 * 30) / (2500 * 49), 12);
	});
});

describe('shares compared', () => {
	test('a unit visited more than others is no bias: units are compared with themselves', () => {
		// Unit A is good at 90 % and visited to 80 %, B good at 10 % and visited to 20 %: pooled it looks very biased.
		const strata = [
			{ orders: 1000, drawn: 800, good: 900, goodDrawn: 720 },
			{ orders: 1000, drawn: 200, good: 100, goodDrawn: 20 }
		];
		const alike = compareShares(strata)!;
		expect(alike.difference).toBe(0);
		expect(alike.p).toBeGreaterThan(0.9);
		const pooled = compareShares([{ orders: 2000, drawn: 1000, good: 1000, goodDrawn: 740 }])!;
		expect(pooled.p).toBeLessThan(1e-20);
	});

	test('strata in which all or none were visited tell nothing, and too few are not judged', () => {
		const all = { orders: 500, drawn: 500, good: 400, goodDrawn: 400 };
		expect(compareShares([all, { orders: 500, drawn: 0, good: 3, goodDrawn: 0 }])).toBeNull();
		expect(compareShares([all, { orders: 30, drawn: 9, good: 15, goodDrawn: 9 }])).toBeNull();
		expect(compareShares([all, { orders: 30, drawn: 10, good: 15, goodDrawn: 5 }])!.difference).toBe(0);
	});

	test('where every order is good there is nothing to find', () => {
		expect(compareShares([{ orders: 100, drawn: 50, good: 100, goodDrawn: 50 }])).toMatchObject({
			difference: 0,
			p: 1
		});
	});
});

describe('times compared', () => {
	test('Mann and Whitney’s tortoises and hares, with and without ties', () => {
		// Visited rank 1…10 of 20: every pair is won. U = 100, mean 50, variance 175.
		const won = compareTimes([{ orders: 20, drawn: 10, rankSum: 55, ties: 0 }])!;
		expect(won.difference).toBeCloseTo(0.5, 12);
		expect(won.p).toBeCloseTo(2 * upperTail(50 / Math.sqrt(175)), 12);
		// All times equal: nothing can be told.
		const tied = compareTimes([{ orders: 20, drawn: 10, rankSum: 105, ties: 20 ** 3 - 20 }])!;
		expect(tied).toMatchObject({ difference: 0, p: 1 });
	});
});

describe('many looks', () => {
	test('Benjamini and Hochberg’s own example: four of fifteen at 5 %', () => {
		const chances = [
			...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
			...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
		];
		expect(beyondChance(chances).filter(Boolean)).toHaveLength(4);
		expect(beyondChance([null, 0.01, null])).toEqual([false, true, false]);
		expect(beyondChance([])).toEqual([]);
	});

	test('what is found is named by its direction', () => {
		const comparison = { difference: -0.1, p: 0, smallest: () => 0 };
		expect(verdictOf(comparison, true)).toBe('draw_unflattering');
		expect(verdictOf({ ...comparison, difference: 0.1 }, true)).toBe('draw_flattering');
		expect(verdictOf(comparison, false)).toBe('draw_alike');
		expect(verdictOf(null, false)).toBe('too_few');
	});
});
