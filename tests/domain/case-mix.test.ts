import { describe, expect, test } from 'vitest';
import { isComparable, isParadox, reversals, standardised, type UnitStratum } from '#lib/domain/case-mix.ts';
import { differenceInterval, directionOf } from '#lib/domain/movement.ts';
import { randomFrom } from '#lib/domain/random.ts';

const row = (unit: string, stratum: string, numerator: number, denominator: number): UnitStratum => ({
	...{ unit, stratum, numerator, denominator }
});

/** A handles inquiries, B complaints: B is better at both and lower in sum. */
const simpson = [
	row('A', '咨询', 855, 900),
	row('A', '投诉', 60, 100),
	row('B', '咨询', 98, 100),
	row('B', '投诉', 585, 900)
];

describe('standardisation by what units are given', () => {
	test('Simpson: A leads by 91.5 % to 68.3 %, and B does better with what it is given', () => {
		const [a, b] = standardised(simpson);
		expect(a).toMatchObject({ unit: 'A', numerator: 915, denominator: 1000 });
		expect(b).toMatchObject({ unit: 'B', numerator: 683, denominator: 1000 });
		expect([a!.ratio!.toFixed(4), b!.ratio!.toFixed(4)]).toEqual(['0.9922', '1.0107']);
		expect(reversals([a!, b!])).toEqual([{ above: a, below: b }]);
		expect(isParadox(simpson, 'A', 'B')).toBe(true);
	});

	test('what was expected of all units is what all of them did', () => {
		const random = randomFrom(2);
		const strata = ['甲', '乙', '丙', '丁'].flatMap((unit) =>
			['一', '二', '三'].map((stratum) => {
				const denominator = Math.floor(random() * 90);
				return row(unit, stratum, Math.floor(random() * (denominator + 1)), denominator);
			})
		);
		const units = standardised(strata);
		const observed = units.reduce((sum, { numerator }) => sum + numerator, 0);
		expect(units.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(observed, 9);
		for (const { ratio, low, high } of units) {
			expect(low).toBeLessThanOrEqual(ratio!);
			expect(high).toBeGreaterThanOrEqual(ratio!);
		}
	});

	test('units of one mix keep the order of their rates, and none is turned round', () => {
		const same = [row('A', '一', 90, 100), row('A', '二', 40, 100), row('B', '一', 70, 100), row('B', '二', 20, 100)];
		const [a, b] = standardised(same);
		expect(a!.ratio! / b!.ratio!).toBeCloseTo(130 / 90, 12);
		expect(reversals([a!, b!])).toEqual([]);
		expect(isParadox(same, 'A', 'B')).toBe(false);
	});

	test('a unit that alone handles its matters is compared with itself: no share of it is comparable, and it turns nothing', () => {
		const alone = [...simpson, row('C', '档案', 1990, 2000), row('C', '投诉', 6, 10), row('A', '档案', 99, 100)];
		const units = standardised(alone);
		expect(units.map(({ unit, comparable }) => [unit, comparable])).toEqual([
			['A', 1100],
			['B', 1000],
			['C', 10]
		]);
		expect(isComparable(units[2]!)).toBe(false);
		expect(units[2]!.ratio).toBeCloseTo(1, 2);
		expect(reversals(units).map(({ above, below }) => above.unit + below.unit)).toEqual(['AB']);
	});

	test('a turn within chance is not one; nothing expected gives no ratio', () => {
		const few = simpson.map(({ numerator, denominator, ...rest }) => ({
			...rest,
			numerator: Math.round(numerator / 100),
			denominator: denominator / 100
		}));
		expect(reversals(standardised(few))).toEqual([]);
		expect(standardised([row('A', '一', 0, 5)])[0]).toMatchObject({ ratio: null, low: null, high: null });
	});

	test('equal units with unequal mixes: the limits of the ratio hold 1 at least 93 times in 100', () => {
		const random = randomFrom(19);
		const rates = [0.95, 0.8, 0.6];
		let [held, all] = [0, 0];
		for (let round = 0; round < 60; round += 1) {
			const strata = Array.from({ length: 30 }, (_, unit) =>
				rates.map((rate, stratum) => {
					const n = Math.floor(random() * 120) + 5;
					const good = Array.from({ length: n }, () => random() < rate).filter(Boolean).length;
					return row(String(unit), String(stratum), good, n);
				})
			).flat();
			for (const { low, high } of standardised(strata)) {
				held += Number(low! <= 1 && high! >= 1);
				all += 1;
			}
		}
		expect(held / all).toBeGreaterThan(0.93);
	});
});

describe('movement', () => {
	const share = (numerator: number, denominator: number) => ({ numerator, denominator });

	test('the interval of a difference is Newcombe’s: 56 of 70 against 48 of 80', () => {
		const { difference, low, high } = differenceInterval(share(56, 70), share(48, 80));
		expect([difference, low, high].map((one) => one.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339']);
	});

	test('holds at the ends: 10 of 10 against 0 of 10 stays below 1', () => {
		expect(differenceInterval(share(10, 10), share(0, 10)).high).toBe(1);
		expect(differenceInterval(share(0, 20), share(0, 10)).difference).toBe(0);
	});

	test('up or down only beyond 99.8 %', () => {
		expect(directionOf(share(56, 70), share(48, 80))).toBe('unclear');
		expect(directionOf(share(560, 700), share(480, 800))).toBe('up');
		expect(directionOf(share(480, 800), share(560, 700))).toBe('down');
	});

	test('of 4,000 units that did not change, hardly one in 300 is said to have moved', () => {
		const random = randomFrom(23);
		const draw = () => share(Array.from({ length: 120 }, () => random() < 0.85).filter(Boolean).length, 120);
		const moved = Array.from({ length: 4000 }, () => directionOf(draw(), draw())).filter((one) => one !== 'unclear');
		expect(moved.length).toBeLessThan(14);
	});
});
