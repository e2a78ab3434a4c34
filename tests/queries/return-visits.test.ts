import { expect, test } from 'vitest';
import { returnVisits } from '#queries/return-visits.ts';
import { cityOfOrders, nowhere, october, scope } from './city.ts';

const city = cityOfOrders();

const keys = [
	...['closed', 'attempted', 'reached', 'valid', 'contacted', 'resolved', 'partlyResolved'],
	...['satisfied', 'basicallySatisfied', 'dissatisfied']
];
const row = (...counts: (number | null)[]) => Object.fromEntries(keys.map((key, place) => [key, counts[place]]));

test('each step holds no more than the one before; partly resolved and basically satisfied stand apart', async () => {
	expect(await returnVisits(city.db, scope()).execute()).toEqual([row(13, 8, 7, 6, 3, 2, 2, 2, 1, 2)]);
});

test('an order counts in the period it was closed in', async () => {
	expect(await returnVisits(city.db, october).execute()).toEqual([row(9, 6, 5, 4, 2, 1, 1, 1, 0, 2)]);
});

test('by unit; a column that no order of a row fills is null, not 0', async () => {
	expect(await returnVisits(city.db, scope(), 'unit').execute()).toEqual([
		{ name: '人社局', ...row(3, 1, 1, 1, 1, 1, 0, 1, 0, 0) },
		{ name: '住建局', ...row(3, 3, 2, 2, 1, 0, 1, 0, 0, 1) },
		{ name: '城管局', ...row(6, 4, 4, 3, 1, 1, 1, 1, 1, 1) },
		{ name: null, ...row(1, 0, null, null, null, null, null, null, null, null) }
	]);
});

test('by month of closing; closings without a time have no month', async () => {
	expect(await returnVisits(city.db, scope(), 'month').execute()).toEqual([
		{ name: '2026-09', ...row(2, 2, 2, 2, 1, 1, 1, 1, 1, 0) },
		{ name: '2026-10', ...row(9, 6, 5, 4, 2, 1, 1, 1, 0, 2) },
		{ name: null, ...row(2, null, null, null, null, null, null, null, null, null) }
	]);
});

test('where nothing lies, nothing was closed and nothing is known', async () => {
	expect(await returnVisits(city.db, nowhere).execute()).toEqual([
		row(0, null, null, null, null, null, null, null, null, null)
	]);
	expect(await returnVisits(city.db, nowhere, 'unit').execute()).toEqual([]);
});
