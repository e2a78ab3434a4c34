import { expect, test } from 'vitest';
import { closingsInDays } from '#queries/closings-in-days.ts';
import { cityOfOrders, nowhere, scope } from './city.ts';

const city = cityOfOrders();

test('closings without a time of day are counted in whole days', async () => {
	expect(await closingsInDays(city.db, scope()).execute()).toEqual([
		{ dateOnly: 2, medianDays: 2.5, closedWithoutTime: 2 }
	]);
});

test('by unit', async () => {
	expect(await closingsInDays(city.db, scope(), 'unit').execute()).toEqual([
		{ name: '人社局', dateOnly: 2, medianDays: 2.5, closedWithoutTime: 0 },
		{ name: '住建局', dateOnly: 0, medianDays: null, closedWithoutTime: 0 },
		{ name: '城管局', dateOnly: 0, medianDays: null, closedWithoutTime: 2 },
		{ name: null, dateOnly: 0, medianDays: null, closedWithoutTime: 0 }
	]);
});

test('where nothing lies the median is null', async () => {
	expect(await closingsInDays(city.db, nowhere).execute()).toEqual([
		{ dateOnly: 0, medianDays: null, closedWithoutTime: 0 }
	]);
});
