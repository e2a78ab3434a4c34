import { describe, expect, test } from 'vitest';
import { rankRanges } from '#lib/domain/rank-ranges.ts';
import { rankWithDoubt } from '#lib/domain/ranking-doubt.ts';
import { betaFrom, randomFrom } from '#lib/domain/random.ts';
import { priorOf, shrunkRate } from '#lib/domain/shrinkage.ts';

const unit = (name: string, numerator: number, denominator: number) => ({
	...{ unit: name, unitKind: null, numerator, denominator }
});

/** Volumes and rates of 盘锦, as an illustration. */
const panjin = [
	unit('甲', 22, 22),
	unit('乙', 4184, 4226),
	unit('丙', 1891, 1922),
	unit('丁', 6428, 6530),
	unit('戊', 2429, 2584),
	unit('己', 260, 268)
];

describe('shrinkage', () => {
	test('Panjin: the unit with 22 of 22 drops from first to second', () => {
		const prior = priorOf(panjin)!;
		expect(prior.mean.toFixed(5)).toBe('0.97827');
		expect(prior.variance.toFixed(8)).toBe('0.00041827');
		expect(prior.strength.toFixed(2)).toBe('49.83');
		const shrunk = panjin.map((one) => Number(shrunkRate(one, prior).toFixed(4)));
		expect(shrunk).toEqual([0.9849, 0.9899, 0.9837, 0.9843, 0.9407, 0.9714]);
	});

	test('where chance explains the spread, every unit is drawn all the way to the mean and can hold every place', () => {
		const equal = [unit('甲', 90, 100), unit('乙', 180, 200), unit('丙', 44, 50)];
		const ranking = rankWithDoubt(equal);
		expect(ranking.prior).toMatchObject({ variance: 0, strength: Infinity });
		expect(ranking.units.map(({ shrunk }) => shrunk)).toEqual([314 / 350, 314 / 350, 314 / 350]);
		expect(ranking.units.map(({ rankLow, rankHigh }) => [rankLow, rankHigh])).toEqual([
			[1, 3],
			[1, 3],
			[1, 3]
		]);
	});

	test('a shrunk rate lies between the unit’s own and the mean, however few or odd the units', () => {
		const random = randomFrom(3);
		for (let round = 0; round < 300; round += 1) {
			const units = Array.from({ length: 1 + Math.floor(random() * 8) }, (_, place) => {
				const denominator = Math.floor(random() * 60);
				return unit(String(place), Math.round(random() * denominator), denominator);
			});
			const prior = priorOf(units);
			for (const one of units.filter(({ denominator }) => denominator > 0)) {
				const [low, high] = [one.numerator / one.denominator, prior!.mean].sort((a, b) => a - b);
				expect(shrunkRate(one, prior!)).toBeGreaterThanOrEqual(low! - 1e-12);
				expect(shrunkRate(one, prior!)).toBeLessThanOrEqual(high! + 1e-12);
			}
		}
		expect(priorOf([])).toBeNull();
		expect(priorOf([unit('空', 0, 0)])).toBeNull();
	});

	test('brings units nearer to the truth than their own rates do', () => {
		const random = randomFrom(5);
		const beta = betaFrom(random);
		let [own, drawn] = [0, 0];
		for (let round = 0; round < 60; round += 1) {
			const truths = Array.from({ length: 40 }, () => beta(45, 5));
			const units = truths.map((truth, place) => {
				const n = 30 + Math.floor(random() * 70);
				return unit(String(place), Array.from({ length: n }, () => random() < truth).filter(Boolean).length, n);
			});
			const prior = priorOf(units)!;
			units.forEach((one, place) => {
				own += (one.numerator / one.denominator - truths[place]!) ** 2;
				drawn += (shrunkRate(one, prior) - truths[place]!) ** 2;
			});
		}
		expect(drawn / own).toBeLessThan(0.7);
	});
});

describe('the draws', () => {
	test.each([
		[9, 1],
		[0.4, 2.2],
		[180, 20]
	])('from Beta(%d, %d) have its mean and variance', (a, b) => {
		const beta = betaFrom(randomFrom(1));
		const draws = Array.from({ length: 40_000 }, () => beta(a, b));
		const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
		const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
		const truth = (a * b) / ((a + b) ** 2 * (a + b + 1));
		expect(Math.abs(mean - a / (a + b))).toBeLessThan(4 * Math.sqrt(truth / draws.length));
		expect(variance / truth).toBeGreaterThan(0.95);
		expect(variance / truth).toBeLessThan(1.05);
	});
});

describe('rank ranges', () => {
	const ranges = (units: typeof panjin) => rankRanges(units, priorOf(panjin)!);

	test('Panjin: the large units have their places, the unit of 22 could have nearly any', () => {
		const { units } = rankWithDoubt([...panjin.slice(1), unit('甲', 22, 22), unit('庚', 44, 45)]);
		const at = (name: string) => {
			const { rankLow, rankHigh } = units.find((one) => one.unit === name)!;
			return [rankLow, rankHigh];
		};
		expect(at('戊')).toEqual([6, 6]);
		expect(at('乙')[0]).toBe(1);
		expect(at('庚')[1]! - at('庚')[0]!).toBeGreaterThanOrEqual(4);
		expect(at('甲')).toEqual([null, null]);
	});

	test('are the same each time and in whatever order the units come', () => {
		const once = ranges(panjin);
		expect([...ranges([...panjin].reverse())].sort()).toEqual([...once].sort());
	});

	test('units whose rates are the same to the order have the same range but for the luck of the draw', () => {
		const twins = ranges([...panjin, unit('乙二', 4184, 4226)]);
		const [one, other] = [twins.get('乙')!, twins.get('乙二')!];
		expect(Math.abs(one.rankLow - other.rankLow)).toBeLessThanOrEqual(1);
		expect(Math.abs(one.rankHigh - other.rankHigh)).toBeLessThanOrEqual(1);
	});

	test('hold the true place at least 88 times in 100', () => {
		const random = randomFrom(13);
		const beta = betaFrom(random);
		let [held, all] = [0, 0];
		for (let round = 0; round < 8; round += 1) {
			const truths = Array.from({ length: 25 }, () => beta(27, 3));
			const units = truths.map((truth, place) => {
				const n = 40 + Math.floor(random() * 300);
				return unit(String(place), Array.from({ length: n }, () => random() < truth).filter(Boolean).length, n);
			});
			for (const { unit: name, rankLow, rankHigh } of rankWithDoubt(units).units) {
				const place = 1 + truths.filter((truth) => truth > truths[Number(name)]!).length;
				held += Number(rankLow! <= place && place <= rankHigh!);
				all += 1;
			}
		}
		expect(held / all).toBeGreaterThanOrEqual(0.88);
	});
});

describe('60 units that are equal in truth', () => {
	const random = randomFrom(17);
	const rounds = Array.from({ length: 60 }, () =>
		rankWithDoubt(
			Array.from({ length: 60 }, (_, place) => {
				const n = 60 + Math.floor(random() ** 2 * 900);
				return unit(String(place), Array.from({ length: n }, () => random() < 0.85).filter(Boolean).length, n);
			})
		)
	);
	const units = rounds.flatMap((ranking) => ranking.units);

	test('no more lie outside the 99.8 % limits than chance puts there: 0.2 %, 1 % at the very most', () => {
		const outside = units.filter(({ standing }) => standing.startsWith('far_')).length;
		expect(outside / units.length).toBeLessThan(0.01);
	});

	test('about one in 20 lies outside the 95 % limits', () => {
		const outside = units.filter(({ standing }) => standing !== 'inside').length / units.length;
		expect(outside).toBeGreaterThan(0.03);
		expect(outside).toBeLessThan(0.07);
	});

	test('the shrunk rates lie far closer together than the units’ own', () => {
		const spread = (numbers: number[]) => Math.max(...numbers) - Math.min(...numbers);
		for (const { units: one } of rounds) {
			expect(spread(one.map(({ shrunk }) => shrunk))).toBeLessThan(0.5 * spread(one.map(({ rate }) => rate)));
		}
	});

	test('hardly ever is one unit alone called the worst', () => {
		const isLast = ({ rankLow }: { rankLow: number | null }) => rankLow === 60;
		expect(rounds.filter((one) => one.units.some(isLast)).length).toBe(0);
	});
});
