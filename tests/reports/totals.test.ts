import { describe, expect, test } from 'vitest';
import { dimensions, type Dimension } from '#lib/domain/scope.ts';
import { tables, type TableId } from '#lib/server/reports/tables.ts';
import { cityOfOrders, october, scope, september } from '../queries/city.ts';

const city = cityOfOrders();
const ids = Object.keys(tables) as TableId[];
const ask = (id: TableId, by: Dimension = 'unit') =>
	tables[id](city.db, {
		...{ scope: scope(), by, compared: september, earlier: { before: september, year: october } },
		inUse: { db: city.db, scope: scope(), fewest: 30 }
	});

/** Whose rows are measures, stages, bins or strata of their own, so that there is no whole to add them to. */
const withoutTotal = [
	...['backlog', 'breaks', 'case-mix', 'catalogue', 'changes', 'distribution', 'handler-visits', 'stages'],
	...['stage-days', 'quality', 'quality-measures', 'quality-orders'],
	...['orders-behind', 'watch-list', 'visit-agreement', 'visit-estimates', 'visit-funnel']
];
/** Whose rows are named units, or those that can be compared: the total holds the other orders too. */
const ofUnitsOnly = ['ranking', 'movement', 'replay', 'draw-shares', 'draw-times'];

test('every table has a total, or is known to have no whole', async () => {
	const missing = await Promise.all(ids.map(async (id) => ((await ask(id)).total === null ? [id] : [])));
	expect(missing.flat().filter((id) => !withoutTotal.includes(id))).toEqual([]);
});

const totalled = ids.filter((id) => !withoutTotal.includes(id));

describe.each(totalled)('the total of %s', (id) => {
	test('is the same whatever its rows are: it is asked of the orders and not of them', async () => {
		const wholes = await Promise.all(dimensions.map(async (by) => (await ask(id, by)).total));
		for (const whole of wholes) expect(whole).toEqual(wholes[0]);
	});

	test('counts each order once: as many as the rows together, or more where rows leave out the unnamed', async () => {
		const tablesBy = await Promise.all(dimensions.map((by) => ask(id, by)));
		for (const { columns, rows, total } of tablesBy) {
			for (const { key } of columns.filter(({ kind }) => kind === 'count')) {
				const sum = rows.reduce((before, row) => before + Number(row[key] ?? 0), 0);
				if (ofUnitsOnly.includes(id)) expect(Number(total![key])).toBeGreaterThanOrEqual(sum);
				else expect(Number(total![key] ?? 0), `${id}.${key}`).toBe(sum);
			}
		}
	});

	test('has rates that are sum over sum', async () => {
		const { columns, total } = await ask(id);
		for (const { key, of } of columns) {
			if (!of) continue;
			const [numerator, denominator] = [total![of.numerator], total![of.denominator]];
			const isKnown = typeof numerator === 'number' && typeof denominator === 'number' && denominator > 0;
			expect(total![key], `${id}.${key}`).toBe(isKnown ? numerator / denominator : null);
		}
	});
});

const mean = (values: unknown[]) => {
	const known = values.filter((value) => typeof value === 'number');
	return known.reduce((sum, value) => sum + value, 0) / known.length;
};

describe('what the rows alone would make of it is another number', () => {
	test.each([
		['on-time', 'dueRate'],
		['return-visits', 'resolvedRate'],
		['ranking', 'rate'],
		['exclusions', 'rate'],
		['visit-doubts', 'falseClosureRate']
	] as const)('%s: a mean of the rates', async (id, key) => {
		const { rows, total } = await ask(id);
		expect(total![key]).not.toBeCloseTo(mean(rows.map((row) => row[key])), 6);
	});

	test.each([
		['handling-time', 'medianSeconds'],
		['handling-time', 'p90Seconds'],
		['changes-times', 'nowMedian']
	] as const)('%s: a mean of the medians', async (id, key) => {
		const { rows, total } = await ask(id);
		expect(total![key]).not.toBeCloseTo(mean(rows.map((row) => row[key])), 6);
	});

	test('done-within: a median of all orders, the open ones counted', async () => {
		const { rows, total } = await ask('done-within', 'month');
		expect(total!.n).toBe(rows.reduce((sum, row) => sum + Number(row.n), 0));
		expect(total!.medianDays).not.toBeCloseTo(mean(rows.map((row) => row.medianDays)), 6);
	});
});
