import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/domain/random.ts';
import { effectiveSize, nonResponseBounds, responseRate, visitEstimate, wilsonOfSample } from '#lib/domain/survey.ts';

const four = (numbers: Record<string, number>) =>
	Object.fromEntries(Object.entries(numbers).map(([key, share]) => [key, Number(share.toFixed(4))]));

describe('the interval of a sample of a finite population', () => {
	test.each([
		[240, 246, 300, 0.966, 0.9826],
		[45, 50, 200, 0.8046, 0.9516]
	])('%i of %i asked of %i', (successes, n, population, low, high) => {
		expect(four(wilsonOfSample(successes, n, population))).toEqual({ low, high });
	});

	test('is Wilson’s own for an endless population and nothing but the share where all answered', () => {
		expect(four(wilsonOfSample(45, 50, 1e12))).toEqual({ low: 0.7864, high: 0.9565 });
		expect(wilsonOfSample(45, 50, 50)).toEqual({ low: 0.9, high: 0.9 });
		expect(wilsonOfSample(0, 0, 50)).toEqual({ low: 0, high: 1 });
		expect(effectiveSize(1, 50)).toBe(1);
	});

	test('holds the truth about 95 times in 100 when a third of 600 orders is drawn', () => {
		const random = randomFrom(7);
		const [population, good, n, rounds] = [600, 510, 200, 2000];
		let held = 0;
		let heldByWilson = 0;
		for (let round = 0; round < rounds; round += 1) {
			let [left, leftGood, successes] = [population, good, 0];
			for (let draw = 0; draw < n; draw += 1) {
				if (random() < leftGood / left) {
					successes += 1;
					leftGood -= 1;
				}
				left -= 1;
			}
			const within = ({ low, high }: { low: number; high: number }) => low <= 0.85 && 0.85 <= high;
			held += Number(within(wilsonOfSample(successes, n, population)));
			heldByWilson += Number(within(wilsonOfSample(successes, n, 1e12)));
		}
		expect(held / rounds).toBeGreaterThan(0.935);
		expect(held / rounds).toBeLessThan(0.965);
		// What the correction is for: without it the interval is too wide.
		expect(heldByWilson / rounds).toBeGreaterThan(0.97);
	});
});

describe('the bounds of what the silent could have said', () => {
	test('Jiangyin: 240 satisfied of 246 valid of 300 called', () => {
		const bounds = nonResponseBounds(240, 246, 300)!;
		expect(four(bounds)).toEqual({ worst: 0.8, best: 0.98 });
	});

	test('hold the truth whatever the silence hides, and everything where nobody answered', () => {
		const random = randomFrom(11);
		for (let round = 0; round < 2000; round += 1) {
			const asked = 1 + Math.floor(random() * 80);
			// The unhappy answer less: just what makes the share of the answers too good.
			const people = Array.from({ length: asked }, () => random() < 0.7);
			const answers = people.filter((isGood) => random() < (isGood ? 0.9 : 0.3));
			const truth = people.filter(Boolean).length / asked;
			const { worst, best } = nonResponseBounds(answers.filter(Boolean).length, answers.length, asked)!;
			expect(worst).toBeLessThanOrEqual(truth);
			expect(best).toBeGreaterThanOrEqual(truth);
		}
		expect(nonResponseBounds(0, 0, 12)).toEqual({ worst: 0, best: 1 });
		expect(nonResponseBounds(0, 0, 0)).toBeNull();
	});

	test('stay in order where an answer has no call on record', () => {
		expect(nonResponseBounds(3, 5, 4)).toEqual({ worst: 0.6, best: 0.6 });
	});
});

describe('an estimate', () => {
	const counts = { closed: 300, attempted: 300, valid: 246, contacted: null, resolved: 240, satisfied: 0 };

	test('brings rate, interval and bounds together', () => {
		expect(four(visitEstimate(counts, 'resolved') as Record<string, number>)).toEqual({
			...{ rate: 0.9756, low: 0.966, high: 0.9826 },
			...{ worst: 0.8, best: 0.98 }
		});
		expect(responseRate(counts)).toBe(0.82);
	});

	test('is unknown where the exports do not say, and only bounds where nobody answered', () => {
		const unknown = { rate: null, low: null, high: null, worst: null, best: null };
		expect(visitEstimate(counts, 'contacted')).toEqual(unknown);
		expect(visitEstimate({ ...counts, attempted: null }, 'resolved')).toEqual(unknown);
		expect(visitEstimate({ ...counts, attempted: 0, valid: 0, resolved: 0 }, 'resolved')).toEqual(unknown);
		expect(visitEstimate({ ...counts, valid: 0, resolved: 0 }, 'resolved')).toEqual({ ...unknown, worst: 0, best: 1 });
		expect(responseRate({ ...counts, attempted: 0 })).toBeNull();
	});
});
