import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/domain/random.ts';
import { rankPeers, rankWithDoubt } from '#lib/domain/ranking-doubt.ts';
import { rankUnits } from '#lib/domain/ranking.ts';
import { tiersOf } from '#lib/domain/tiers.ts';

const unit = (name: string, numerator: number, denominator: number, unitKind: string | null = null) => ({
	...{ unit: name, unitKind, numerator, denominator }
});
const ranged = (unit: string, rankLow: number | null, rankHigh: number | null) => ({ unit, rankLow, rankHigh });

describe('tiers', () => {
	test('units linked by overlapping ranges stand in one tier, whatever order they come in', () => {
		const units = [
			ranged('甲', 1, 2),
			ranged('丙', 3, 4),
			ranged('乙', 2, 3),
			ranged('丁', 5, 6),
			ranged('少', null, null)
		];
		const tiers = { 甲: 1, 乙: 1, 丙: 1, 丁: 2 };
		expect(Object.fromEntries(tiersOf(units))).toEqual(tiers);
		expect(Object.fromEntries(tiersOf([...units].reverse()))).toEqual(tiers);
	});

	test('are a partition: of two tiers no two units could hold the same place', () => {
		const random = randomFrom(41);
		for (let round = 0; round < 200; round += 1) {
			const units = Array.from({ length: 25 }, (_, place) => {
				const low = 1 + Math.floor(random() * 40);
				return ranged(String(place), low, low + Math.floor(random() * 4));
			});
			const tiers = tiersOf(units);
			expect(tiers.size).toBe(25);
			for (const a of units) {
				for (const b of units) {
					const overlap = a.rankLow! <= b.rankHigh! && b.rankLow! <= a.rankHigh!;
					if (overlap) expect(tiers.get(a.unit)).toBe(tiers.get(b.unit));
					else if (tiers.get(a.unit)! < tiers.get(b.unit)!) expect(a.rankHigh!).toBeLessThan(b.rankLow!);
				}
			}
			expect(new Set(tiers.values())).toEqual(
				new Set(Array.from({ length: Math.max(...tiers.values()) }, (_, i) => i + 1))
			);
		}
	});
});

describe('the minimum volume is the asker’s', () => {
	const shares = [unit('大', 90, 100), unit('中', 40, 50), unit('小', 10, 12)];
	const placed = (fewest?: number) =>
		rankWithDoubt(shares, fewest).units.flatMap((one) => (one.place === null ? [] : one.unit));

	test('30 unless another is given, for places, ranges and tiers alike', () => {
		expect(placed()).toEqual(['大', '中']);
		expect(placed(10)).toEqual(['大', '小', '中']);
		expect(placed(51)).toEqual(['大']);
		const few = rankWithDoubt(shares, 51).units.filter(({ unit: name }) => name !== '大');
		expect(few).toMatchObject([
			{ standing: 'too_few', rankLow: null, rankHigh: null, tier: null },
			{ standing: 'too_few', rankLow: null, rankHigh: null, tier: null }
		]);
		expect(rankUnits(shares, 13).units.at(-1)).toMatchObject({ unit: '小', place: null });
	});
});

describe('like with like', () => {
	test('places, the pooled rate and what units are drawn towards are of their own kind', () => {
		const shares = [
			...[unit('局甲', 950, 1000, '部门'), unit('局乙', 900, 1000, '部门'), unit('局丙', 925, 1000, '部门')],
			...[unit('区甲', 600, 1000, '区县'), unit('区乙', 700, 1000, '区县'), unit('未写', 40, 50)]
		];
		const groups = rankPeers(shares);
		expect(groups.map(({ kind, ranking }) => [kind, ranking.pooledRate])).toEqual([
			['区县', 0.65],
			['部门', 0.925],
			[null, 0.8]
		]);
		const places = groups.map(({ ranking }) => ranking.units.map((one) => [one.unit, one.place]));
		expect(places).toEqual([
			[
				['区乙', 1],
				['区甲', 2]
			],
			[
				['局甲', 1],
				['局丙', 2],
				['局乙', 3]
			],
			[['未写', 1]]
		]);
		for (const { ranking } of groups)
			for (const { shrunk, rate, rankHigh } of ranking.units) {
				const [low, high] = [rate, ranking.pooledRate!].sort((a, b) => a - b);
				expect(shrunk).toBeGreaterThanOrEqual(low! - 1e-12);
				expect(shrunk).toBeLessThanOrEqual(high! + 1e-12);
				expect(rankHigh!).toBeLessThanOrEqual(ranking.units.length);
			}
	});

	test('every unit stands in exactly one group, and nothing in is nothing out', () => {
		const shares = Array.from({ length: 40 }, (_, place) => unit(String(place), 40 + place, 90, `类${place % 3}`));
		const names = rankPeers(shares).flatMap(({ ranking }) => ranking.units.map((one) => one.unit));
		expect([...names].sort()).toEqual(shares.map((one) => one.unit).sort());
		expect(rankPeers([])).toEqual([]);
		expect(rankPeers([unit('空', 0, 0, '部门')])).toEqual([]);
	});
});

/** Three kinds of 20 units each, alike within their kind and far apart between kinds. */
const truths = { 部门: 0.95, 区县: 0.85, 街道: 0.7 };
const drawn = (random: () => number, n: number, truth: number) =>
	Array.from({ length: n }, () => random() < truth).filter(Boolean).length;
const sixty = (random: () => number, slow?: string) =>
	Object.entries(truths).flatMap(([kind, truth]) =>
		Array.from({ length: 20 }, (_, place) => {
			const n = 60 + Math.floor(random() ** 2 * 900);
			const name = `${kind}${place}`;
			return unit(
				name,
				drawn(random, name === slow ? 400 : n, name === slow ? truth - 0.15 : truth),
				name === slow ? 400 : n,
				kind
			);
		})
	);

describe('60 units, equal in truth within three kinds that are not', () => {
	const random = randomFrom(43);
	const rounds = Array.from({ length: 60 }, () => sixty(random)).map((shares) => ({
		shares,
		groups: rankPeers(shares)
	}));
	const units = rounds.flatMap(({ groups }) => groups.flatMap(({ ranking }) => ranking.units));
	const share = (holds: (one: (typeof units)[number]) => boolean) => units.filter(holds).length / units.length;

	test('within its kind no unit is called different more often than chance says: 0.2 %, 1 % at the very most', () => {
		expect(share(({ standing }) => standing.startsWith('far_'))).toBeLessThan(0.01);
	});

	test('about one in 20 lies outside the 95 % limits of its kind', () => {
		expect(share(({ standing }) => standing !== 'inside')).toBeGreaterThan(0.03);
		expect(share(({ standing }) => standing !== 'inside')).toBeLessThan(0.07);
	});

	test('compared with all, a kind’s own rate passes for its units’ doing: what groups are for', () => {
		const isLastKind = ({ unit: name }: { unit: string }) => name.startsWith('街道');
		const all = rounds.flatMap(({ shares }) => rankUnits(shares).units.filter(isLastKind));
		const lowerHalf = all.filter(({ place }) => place! > 30).length / all.length;
		expect(lowerHalf).toBeGreaterThan(0.95);
	});

	test('hardly ever are equal units set into different tiers', () => {
		const split = rounds
			.flatMap(({ groups }) => groups)
			.filter(({ ranking }) => ranking.units.some(({ tier }) => tier! > 1));
		expect(split.length / (rounds.length * 3)).toBeLessThan(0.05);
	});
});

describe('one slow unit, 15 points below its own kind', () => {
	const random = randomFrom(47);
	const slow = '部门7';
	const rounds = Array.from({ length: 40 }, () => sixty(random, slow));

	test('is found in its group every time, and stands there in the last tier', () => {
		for (const shares of rounds) {
			const { ranking } = rankPeers(shares).find(({ kind }) => kind === '部门')!;
			const found = ranking.units.find((one) => one.unit === slow)!;
			expect(found.standing).toBe('far_below');
			expect(found).toMatchObject({ place: 20, tier: Math.max(...ranking.units.map(({ tier }) => tier!)) });
		}
	});

	test('is not seen where all kinds are thrown together: it is better than every street', () => {
		const seen = rounds.filter((shares) =>
			rankUnits(shares).units.some((one) => one.unit === slow && one.standing === 'far_below')
		);
		expect(seen.length).toBeLessThan(rounds.length / 2);
	});
});
