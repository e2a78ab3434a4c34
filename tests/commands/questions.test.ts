import { plainRules } from '#lib/domain/rules/rule-set.ts';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/commands/arguments.ts';
import { questions } from '../../src/commands/questions/index.ts';
import { cityOfOrders, october, scope } from '../queries/city.ts';

const city = cityOfOrders();
const ask = (name: string, line: string[] = [], kept = scope(), by?: 'unit' | 'district') =>
	questions[name]!.answer(city.db, kept, by, parseArguments(line), { rules: plainRules, inUse: null });

/** Numbers to four places, as far as they are numbers. */
const four = (row: Record<string, unknown>) =>
	Object.fromEntries(
		Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toFixed(4)) : value])
	);

describe('return visits', () => {
	test('who was drawn is who was called; every rate has its interval and its bounds', async () => {
		const [row] = await ask('return-visits');
		expect(Object.keys(row!).slice(0, 3)).toEqual(['closed', 'drawn', 'attempted']);
		// 2 of 6 valid say resolved, of 13 closed: n_eff = 6 · 12 / 7; 8 were called, 2 of them silent.
		expect(four(row!)).toMatchObject({
			...{ closed: 13, drawn: 8, attempted: 8, valid: 6, resolved: 2, responseRate: 0.75 },
			...{ resolvedRate: 0.3333, resolvedLow: 0.1287, resolvedHigh: 0.6286, resolvedWorst: 0.25, resolvedBest: 0.5 },
			...{ contactedRate: 0.5, contactedWorst: 0.375, contactedBest: 0.625 },
			...{ satisfiedRate: 0.3333, satisfiedWorst: 0.25, satisfiedBest: 0.5 }
		});
	});

	test('the bounds hold the rate, and what is not known stays null', async () => {
		const rows = await ask('return-visits', [], scope(), 'unit');
		for (const row of rows) {
			for (const question of ['contacted', 'resolved', 'satisfied']) {
				const [rate, worst, best] = ['Rate', 'Worst', 'Best'].map((ending) => row[question + ending]);
				if (rate === null) continue;
				expect(worst).toBeLessThanOrEqual(rate as number);
				expect(best).toBeGreaterThanOrEqual(rate as number);
			}
		}
		expect(rows.at(-1)).toMatchObject({ name: null, closed: 1, drawn: 0, valid: null, responseRate: null });
		expect(rows.at(-1)).toMatchObject({ resolvedRate: null, resolvedLow: null, resolvedWorst: null });
	});
});

describe('the ranking', () => {
	test('a measure by its key or by its id, the on-time rate where nothing is asked', async () => {
		const rows = await ask('ranking', ['--measure', 'on-time-due']);
		expect(rows.map(({ unit }) => unit)).toEqual(['人社局', '住建局', '城管局']);
		expect(await ask('ranking', ['--measure', 'T9'])).toEqual(rows);
		expect(await ask('ranking')).toEqual(rows);
		expect(await ask('ranking', ['--measure', 'S3'], october)).not.toEqual(rows);
	});

	test('units with too few orders have no place and were not judged, but are drawn towards the mean', async () => {
		const [first] = await ask('ranking');
		expect(four(first!)).toEqual({
			...{ unit: '人社局', numerator: 2, denominator: 3, rate: 0.6667, low: 0.2077, high: 0.9385, shrunk: 0.5455 },
			...{ rankLow: null, rankHigh: null, ranked: false, outside95: null, outside998: null },
			place: null
		});
	});

	test('no rate, and no other row than the unit, are refused with what there is', async () => {
		await expect(ask('ranking', ['--measure', 'received'])).rejects.toThrow(/resolved \(S3\)/);
		await expect(ask('ranking', [], scope(), 'district')).rejects.toThrow(/unit/);
	});
});
