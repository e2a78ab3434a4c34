import { describe, expect, test } from 'vitest';
import { judgeExclusions } from '#lib/domain/exclusions.ts';
import { randomFrom } from '#lib/domain/random.ts';

/** A unit of so many orders, of them good, of the rest excluded. */
const unit = (name: string, all: number, good: number, excluded: number) => ({
	...{ unit: name, numerator: good, denominator: all - excluded },
	...{ wholeNumerator: good, wholeDenominator: all, excluded }
});
const flags = (rows: ReturnType<typeof unit>[], isLowerBetter = false) =>
	Object.fromEntries(judgeExclusions(rows, isLowerBetter).map((row) => [row.unit, row.flag]));
const usual = Array.from({ length: 8 }, (_, place) => unit(`常${place}`, 1000, 950, 10));

describe('a unit gains by excluding', () => {
	test('where its rate rises by more than two points; two points to the hair are not more', () => {
		// All exclude a fortieth: that is no more than chance, and lifts 80 % by 2.05 points, 50 % by 1.28.
		const half = Array.from({ length: 8 }, (_, place) => unit(`半${place}`, 1000, 500, 25));
		expect(flags([...half, unit('多', 1000, 800, 25)])).toMatchObject({ 多: 'gains_rate', 半0: 'no_gain' });
		const hair = judgeExclusions([unit('两点', 100, 48, 4)], false)[0]!;
		expect(hair.difference).toBeCloseTo(0.02, 12);
		expect(hair.flag).toBe('no_gain');
	});

	test('where it excludes more than chance explains, though its rate hardly moves', () => {
		const found = flags([...usual, unit('剔', 1000, 940, 50)]);
		expect(found.剔).toBe('gains_both');
		expect(flags([...usual, { ...unit('剔', 1000, 940, 50), numerator: 893 }]).剔).toBe('gains_share');
	});

	test('never by excluding less than others', () => {
		expect(flags([...usual.map((one) => unit(one.unit, 1000, 900, 100)), unit('少', 1000, 900, 0)])).toMatchObject({
			少: 'no_gain'
		});
	});

	test('where lower is better, by a rate that falls', () => {
		const fallen = { ...unit('降', 100, 30, 10), numerator: 20 };
		expect(judgeExclusions([fallen], true)[0]!.flag).toBe('gains_rate');
		expect(judgeExclusions([fallen], false)[0]!.flag).toBe('no_gain');
	});

	test('a gain of a small unit is pointed out; its share is too few to judge', () => {
		expect(flags([...usual, unit('小', 10, 5, 2), unit('小二', 10, 10, 0)])).toMatchObject({
			小: 'gains_rate',
			小二: 'share_few'
		});
	});

	test('all excluded leaves no rate, and nothing to compare', () => {
		const [all] = judgeExclusions([unit('全', 40, 0, 40)], false);
		expect(all).toMatchObject({ rate: null, wholeRate: 0, difference: null, excludedShare: 1 });
	});
});

test('units that exclude alike, and blindly, are hardly ever pointed out', () => {
	const random = randomFrom(53);
	const rows = Array.from({ length: 30 }, () =>
		Array.from({ length: 60 }, (_, place) => {
			const all = 300 + Math.floor(random() * 900);
			const drawn = Array.from({ length: all }, () => ({ good: random() < 0.9, out: random() < 0.04 }));
			const kept = drawn.filter(({ out }) => !out);
			return {
				...{ unit: String(place), numerator: kept.filter(({ good }) => good).length, denominator: kept.length },
				...{
					wholeNumerator: drawn.filter(({ good }) => good).length,
					wholeDenominator: all,
					excluded: all - kept.length
				}
			};
		})
	).flatMap((units) => judgeExclusions(units, false));
	expect(rows.filter(({ flag }) => flag.startsWith('gains')).length / rows.length).toBeLessThan(0.01);
});
