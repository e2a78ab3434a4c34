import { describe, expect, test } from 'vitest';
import { headline } from '#lib/server/reports/overview.ts';
import { tables, type TableId } from '#lib/server/reports/tables.ts';
import { cityOfOrders, nowhere, october, scope } from '../queries/city.ts';

const city = cityOfOrders();
const ids = Object.keys(tables) as TableId[];
const table = (id: TableId, kept = scope()) => tables[id](city.db, { scope: kept, by: 'unit' });

describe('every table', () => {
	test.each(ids)('%s has in each row a value, or null, for each of its columns', async (id) => {
		for (const kept of [scope(), october, nowhere]) {
			const { columns, rows, total } = await table(id, kept);
			for (const row of total ? [...rows, total] : rows) {
				for (const { key } of columns) {
					expect(row[key], `${id}.${key}`).not.toBeUndefined();
					expect(row[key], `${id}.${key}`).not.toBeNaN();
				}
			}
		}
	});

	test.each(ids)('%s names for each rate the columns it is made of, and is their quotient', async (id) => {
		const { columns, rows, total } = await table(id);
		for (const { key, of } of columns) {
			if (!of) continue;
			for (const row of total ? [...rows, total] : rows) {
				const [numerator, denominator] = [row[of.numerator], row[of.denominator]];
				const isKnown = typeof numerator === 'number' && typeof denominator === 'number' && denominator > 0;
				expect(row[key], `${id}.${key}`).toBe(isKnown ? numerator / denominator : null);
			}
		}
	});
});

describe('the total', () => {
	test('of counts is their sum', async () => {
		const { rows, total } = await table('volumes');
		expect(rows.reduce((sum, row) => sum + (row.received as number), 0)).toBe(total!.received);
	});

	test('of times is made of the orders, not of the rows: a median of medians would be another', async () => {
		const { rows, total } = await table('handling-time');
		expect(rows.map((row) => row.medianSeconds)).toEqual([null, 172_800, 604_800, 172_800]);
		expect(total).toMatchObject({ n: 8, medianSeconds: 259_200, meanSeconds: 372_600 });
	});

	test('of a ranking holds the orders of no unit too, and has no place', async () => {
		const { rows, total } = await table('ranking');
		expect(rows.every((row) => row.place === null && row.standing === 'too_few')).toBe(true);
		expect(total).toMatchObject({ numerator: 6, denominator: 11, place: null });
	});
});

test('the headline numbers are those of the questions', async () => {
	expect(await headline(city.db, october)).toMatchObject({
		received: { received: 15 },
		due: { numerator: 5, denominator: 9 },
		closed: { numerator: 6, denominator: 7 },
		handling: { n: 6, medianSeconds: 259_200 },
		states: { total: 13, unknown: 4 },
		visits: { attempted: 6, valid: 4 }
	});
});
