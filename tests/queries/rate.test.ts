import { describe, expect, test } from 'vitest';
import type { Dimension } from '#lib/domain/scope.ts';
import type { RateKey } from '#queries/measures.ts';
import { rate } from '#queries/rate.ts';
import { cityOfOrders, nowhere, october, scope, september } from './city.ts';

const city = cityOfOrders();
const row = (numerator: number, denominator: number) => ({ numerator, denominator, rate: numerator / denominator });

describe('of all orders, of September and of October, by the measure’s own day', () => {
	test.each<[RateKey, all: [number, number], inSeptember: [number, number], inOctober: [number, number]]>([
		['on-time-due', [6, 11], [1, 2], [5, 9]],
		['on-time-closed', [7, 9], [1, 2], [6, 7]],
		['closure', [13, 16], [3, 3], [10, 13]],
		['visit-coverage', [8, 13], [2, 2], [6, 9]],
		['visit-response', [6, 8], [2, 2], [4, 6]],
		['contacted', [3, 6], [1, 2], [2, 4]],
		['resolved', [2, 6], [1, 2], [1, 4]],
		['satisfied', [2, 6], [1, 2], [1, 4]]
	])('%s', async (key, all, inSeptember, inOctober) => {
		expect(await rate(city.db, key, scope()).execute()).toEqual([row(...all)]);
		expect(await rate(city.db, key, september).execute()).toEqual([row(...inSeptember)]);
		expect(await rate(city.db, key, october).execute()).toEqual([row(...inOctober)]);
	});
});

describe('the on-time rate by due date', () => {
	test.each<[Dimension, [name: string | null, numerator: number, denominator: number][]]>([
		['line', [['12333', 2, 3], ['12345', 4, 8]]], // prettier-ignore
		['channel', [['微信', 1, 2], ['电话', 5, 8], ['网站', 0, 1]]], // prettier-ignore
		['kind', [['咨询', 2, 4], ['投诉', 2, 4], ['求助', 2, 3]]], // prettier-ignore
		['category', [['市容', 2, 5], ['物业', 2, 3], ['社保', 2, 3]]], // prettier-ignore
		['district', [['东区', 1, 6], ['西区', 5, 5]]], // prettier-ignore
		['unit', [['人社局', 2, 3], ['住建局', 2, 3], ['城管局', 2, 5]]], // prettier-ignore
		['month', [['2026-09', 1, 2], ['2026-10', 5, 9]]] // prettier-ignore
	])('by %s: names without a due order are in no row', async (by, rows) => {
		expect(await rate(city.db, 'on-time-due', scope(), by).execute()).toEqual(
			rows.map(([name, numerator, denominator]) => ({ name, ...row(numerator, denominator) }))
		);
	});

	test('the whole is sum over sum, not the mean of the units’ rates', async () => {
		const units = await rate(city.db, 'on-time-due', scope(), 'unit').execute();
		const mean = units.reduce((sum, unit) => sum + unit.rate!, 0) / units.length;
		const [whole] = await rate(city.db, 'on-time-due', scope()).execute();
		expect(units.reduce((sum, unit) => sum + unit.numerator, 0)).toBe(whole!.numerator);
		expect(units.reduce((sum, unit) => sum + unit.denominator, 0)).toBe(whole!.denominator);
		expect(whole!.rate).toBeCloseTo(0.5455, 4);
		expect(mean).toBeCloseTo(0.5778, 4);
	});

	test('an order closed early whose deadline lies after T is not yet due', async () => {
		const november = scope({ period: { from: '2026-11-01', to: '2026-11-30' } });
		expect(await rate(city.db, 'on-time-due', november).execute()).toEqual([
			{ numerator: 0, denominator: 0, rate: null }
		]);
	});
});

test('desk answers enter no unit’s rate', async () => {
	const unnamed = scope({ unit: [''] });
	expect(await rate(city.db, 'on-time-due', unnamed).execute()).toEqual([{ numerator: 0, denominator: 0, rate: null }]);
	expect(await rate(city.db, 'closure', unnamed).execute()).toEqual([row(1, 1)]);
});

test('a visit to an order that was still open at T counts nowhere', async () => {
	const later = scope({ period: { from: '2026-11-01', to: null } });
	expect(await rate(city.db, 'satisfied', later).execute()).toEqual([{ numerator: 0, denominator: 0, rate: null }]);
});

test('without a denominator the rate is null, never NaN, and there are no rows', async () => {
	expect(await rate(city.db, 'satisfied', nowhere).execute()).toEqual([{ numerator: 0, denominator: 0, rate: null }]);
	expect(await rate(city.db, 'satisfied', nowhere, 'unit').execute()).toEqual([]);
});
