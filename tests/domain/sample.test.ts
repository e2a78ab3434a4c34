import { describe, expect, test } from 'vitest';
import { isSeed, sampleSize, sampleSizes, type SampleWish } from '#lib/domain/sample.ts';

describe('how many to draw', () => {
	test.each([
		[0.05, 0.5, undefined, 385],
		[0.05, 0.9, undefined, 139],
		[0.05, 0.9, 200, 83],
		[0.05, 0.9, 1, 1],
		[0.05, 0.9, 0, 0],
		[0.01, 0.5, 50, 50]
	])('±%d near %d of %s', (precision, expected, population, n) => {
		expect(sampleSize({ precision, expected, population })).toBe(n);
	});
});

const strata = [
	{ unit: '甲局', eligible: 600 },
	{ unit: '乙局', eligible: 390 },
	{ unit: null, eligible: 7 },
	{ unit: '丙局', eligible: 3 }
];
const sizes = (wish: SampleWish) => sampleSizes(strata, wish).map(({ size, isCensus }) => [size, isCensus]);

describe('how the draw is shared out', () => {
	const wish = { kind: 'precision', precision: 0.05, expected: 0.9, minimum: 5 } as const;

	test('so many of every unit; small units whole', () => {
		expect(sizes({ kind: 'perUnit', perUnit: 10 })).toEqual([
			[10, false],
			[10, false],
			[7, true],
			[3, true]
		]);
	});

	test('for the city in proportion, adding up to the size, before the minimum raises the small', () => {
		// n₀ = 138.3 of N = 1,000: 121.6, so 122; 73.2, 47.6, 0.85 and 0.37 of them.
		expect(sizes({ ...wish, by: 'city', minimum: 0 })).toEqual([
			[73, false],
			[48, false],
			[1, false],
			[0, false]
		]);
		expect(sizes({ ...wish, by: 'city' })).toEqual([
			[73, false],
			[48, false],
			[5, false],
			[3, true]
		]);
	});

	test('for each unit the size of a population of its own', () => {
		expect(sizes({ ...wish, by: 'unit' })).toEqual([
			[113, false],
			[103, false],
			[7, true],
			[3, true]
		]);
	});
});

test('a seed is a word that can be printed and typed again', () => {
	expect(['20261101', 'a', 'Beijing-7.2_x'].every(isSeed)).toBe(true);
	expect(['', ' 1', '-x', 'a b', '种子', 'x'.repeat(65), "1');--"].some(isSeed)).toBe(false);
});
