import { describe, expect, test } from 'vitest';
import { dispersionOf, funnelLimits, pooled, wilson, z95, z998 } from '#lib/domain/statistics.ts';

const four = ({ low, high }: { low: number; high: number }) => [low, high].map((share) => Number(share.toFixed(4)));

describe('Wilson’s 95 % interval', () => {
	test.each([
		[22, 22, 0.8513, 1],
		[10, 10, 0.7225, 1],
		[8, 10, 0.4902, 0.9433],
		[240, 246, 0.9478, 0.9888],
		[45, 50, 0.7864, 0.9565],
		[0, 10, 0, 0.2775],
		[0, 0, 0, 1]
	])('%i of %i', (successes, n, low, high) => {
		expect(four(wilson(successes, n))).toEqual([low, high]);
	});

	test('holds the rate, and stays between 0 and 1', () => {
		for (let n = 1; n <= 60; n += 1) {
			for (let successes = 0; successes <= n; successes += 1) {
				const { low, high } = wilson(successes, n);
				expect(low).toBeGreaterThanOrEqual(0);
				expect(low).toBeLessThanOrEqual(successes / n + 1e-12);
				expect(high).toBeGreaterThanOrEqual(successes / n - 1e-12);
				expect(high).toBeLessThanOrEqual(1);
			}
		}
	});
});

describe('funnel limits round 0.9', () => {
	test.each([
		[100, z95, 0.8412, 0.9588],
		[100, z998, 0.8073, 0.9927],
		[1000, z95, 0.8814, 0.9186],
		[1000, z998, 0.8707, 0.9293]
	])('n = %i, z = %d', (n, z, low, high) => {
		expect(four(funnelLimits(0.9, n, z))).toEqual([low, high]);
	});

	test('are widened by the square root of the dispersion, and stay between 0 and 1', () => {
		expect(four(funnelLimits(0.9, 1000, z95, 4))).toEqual([0.8628, 0.9372]);
		expect(funnelLimits(0.9, 10, z998)).toMatchObject({ high: 1 });
		expect(funnelLimits(0.1, 10, z998)).toMatchObject({ low: 0 });
	});
});

test('a pooled share is sum over sum, and null without a denominator', () => {
	expect(
		pooled([
			{ numerator: 1, denominator: 1 },
			{ numerator: 0, denominator: 9 }
		])
	).toBe(0.1);
	expect(pooled([])).toBeNull();
	expect(pooled([{ numerator: 0, denominator: 0 }])).toBeNull();
});

describe('dispersion', () => {
	const shares = (...numerators: number[]) => numerators.map((numerator) => ({ numerator, denominator: 100 }));

	test('is 1 where chance explains the spread', () => {
		expect(dispersionOf(shares(88, 89, 90, 91, 92, 90, 90, 91, 89, 90), 0.9)).toBe(1);
	});

	test('is the mean squared z score where it does not, the farthest pulled in', () => {
		const p0 = 0.5;
		const scores = [-8, -6, -6, -4, 4, 6, 6, 8, -2, 2].map((score) => score / 2);
		const mean = [-6, -6, -6, -4, 4, 6, 6, 6, -2, 2].reduce((sum, score) => sum + (score / 2) ** 2, 0) / 10;
		expect(dispersionOf(shares(...scores.map((score) => 50 + score * 5)), p0)).toBeCloseTo(mean, 10);
	});

	test('is 1 for fewer than two units, and where all or none are on time', () => {
		expect(dispersionOf(shares(10), 0.9)).toBe(1);
		expect(dispersionOf(shares(100, 100), 1)).toBe(1);
		expect(dispersionOf(shares(0, 0), 0)).toBe(1);
	});
});
