import { describe, expect, test } from 'vitest';
import { fewestToRank, rankUnits, type UnitShare } from '#lib/domain/ranking.ts';

const unit = (name: string, numerator: number, denominator: number): UnitShare => ({
	...{ unit: name, unitKind: null, numerator, denominator }
});
const places = (...units: UnitShare[]) => rankUnits(units).units.map(({ unit, place }) => [unit, place]);
const standings = (...units: UnitShare[]) => rankUnits(units).units.map(({ unit, standing }) => [unit, standing]);

describe('places', () => {
	test('go from the highest rate down', () => {
		expect(places(unit('乙', 80, 100), unit('甲', 90, 100), unit('丙', 70, 100))).toEqual([
			...[['甲', 1], ['乙', 2], ['丙', 3]] // prettier-ignore
		]);
	});

	test('are shared by equal rates, and the next one is skipped', () => {
		expect(places(unit('丁', 60, 100), unit('丙', 90, 100), unit('乙', 180, 200), unit('甲', 95, 100))).toEqual([
			...[['甲', 1], ['乙', 2], ['丙', 2], ['丁', 4]] // prettier-ignore
		]);
	});

	test('are not given below 30 orders; those units come last, whatever their rate', () => {
		expect(fewestToRank).toBe(30);
		expect(places(unit('少', 29, 29), unit('够', 15, 30))).toEqual([
			...[['够', 1], ['少', null]] // prettier-ignore
		]);
	});

	test('do not change with the order the units come in', () => {
		const units = [unit('a', 40, 50), unit('b', 80, 100), unit('c', 32, 40), unit('d', 10, 10), unit('e', 45, 50)];
		const once = rankUnits(units);
		expect(rankUnits([...units].reverse())).toEqual(once);
		expect(once.units.map(({ unit, place }) => [unit, place])).toEqual([
			...[['e', 1], ['b', 2], ['a', 2], ['c', 2], ['d', null]] // prettier-ignore
		]);
	});
});

describe('the whole', () => {
	test('is pooled over all units, those too few to rank included', () => {
		expect(rankUnits([unit('甲', 90, 100), unit('乙', 0, 20)]).pooledRate).toBe(0.75);
	});

	test('is null without an order, and units without one are not in the ranking', () => {
		expect(rankUnits([])).toEqual({ pooledRate: null, dispersion: 1, units: [] });
		expect(rankUnits([unit('空', 0, 0)])).toEqual({ pooledRate: null, dispersion: 1, units: [] });
		expect(places(unit('空', 0, 0), unit('甲', 30, 30))).toEqual([['甲', 1]]);
	});
});

describe('standing in the funnel', () => {
	test('beyond the 99.8 % limits is far, beyond the 95 % limits is not', () => {
		const usual = Array.from({ length: 7 }, (_, n) => unit(`内${n}`, 9000, 10_000));
		const odd = [unit('远低', 60, 100), unit('低', 83, 100), unit('高', 97, 100), unit('少', 0, 29)];
		const found = Object.fromEntries(standings(...usual, ...odd));
		expect(rankUnits([...usual, ...odd]).dispersion).toBe(1);
		expect(found).toMatchObject({ 远低: 'far_below', 低: 'below', 内0: 'inside', 高: 'above', 少: 'too_few' });
	});

	test('the limits are widened where the units differ more than chance explains', () => {
		const units = Array.from({ length: 10 }, (_, n) => unit(`单位${n}`, n % 2 === 0 ? 80 : 98, 100));
		const { dispersion } = rankUnits(units);
		expect(dispersion).toBeGreaterThan(5);
		expect(new Set(rankUnits(units).units.map(({ standing }) => standing))).toEqual(new Set(['inside']));
	});

	test('a small unit with every order on time is not above what chance explains', () => {
		expect(standings(unit('大', 900, 1000), unit('小', 30, 30))).toEqual([
			...[['小', 'inside'], ['大', 'inside']] // prettier-ignore
		]);
	});

	test('each unit has the interval of its own rate', () => {
		const [only] = rankUnits([unit('甲', 45, 50)]).units;
		expect([only!.low.toFixed(4), only!.high.toFixed(4), only!.rate]).toEqual(['0.7864', '0.9565', 0.9]);
	});
});
