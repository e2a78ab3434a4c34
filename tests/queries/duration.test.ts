import { describe, expect, test } from 'vitest';
import { durationDistribution } from '#queries/duration-distribution.ts';
import { duration } from '#queries/duration.ts';
import { cityOfOrders, nowhere, october, scope } from './city.ts';

const city = cityOfOrders();
const [minute, hour, day] = [60, 3600, 86_400];

type Row = [
	n: number,
	median: number | null,
	p90: number | null,
	mean: number | null,
	negative: number,
	missing: number
];
const row = ([n, medianSeconds, p90Seconds, meanSeconds, negative, missing]: Row) => ({
	...{ n, medianSeconds, p90Seconds, meanSeconds, negative, missing }
});

describe('handling time', () => {
	test('orders closed before their receipt are counted and left out', async () => {
		expect(await duration(city.db, 'handling-time', scope()).execute()).toEqual([
			row([8, 3 * day, 10 * day, 372_600, 1, 4])
		]);
	});

	test('or kept, where that is asked for', async () => {
		expect(await duration(city.db, 'handling-time', scope(), undefined, 'keep').execute()).toEqual([
			row([9, 2 * day, 10 * day, 330_400, 1, 4])
		]);
	});

	test('by unit; a unit without a time has null, and is there', async () => {
		expect(await duration(city.db, 'handling-time', scope(), 'unit').execute()).toEqual([
			{ name: '人社局', ...row([0, null, null, null, 1, 2]) },
			{ name: '住建局', ...row([3, 2 * day, 3.6 * day, 2.5 * day, 0, 0]) },
			{ name: '城管局', ...row([4, 7 * day, 10 * day, 6.25 * day, 0, 2]) },
			{ name: null, ...row([1, 2 * day, 2 * day, 2 * day, 0, 0]) }
		]);
	});

	test('by month of closing; closings without a time have no month', async () => {
		expect(await duration(city.db, 'handling-time', scope(), 'month').execute()).toEqual([
			{ name: '2026-09', ...row([2, 5.5 * day, 9.1 * day, 5.5 * day, 0, 0]) },
			{ name: '2026-10', ...row([6, 3 * day, 7 * day, 4 * day - 2 * hour, 1, 2]) },
			{ name: null, ...row([0, null, null, null, 0, 2]) }
		]);
	});

	test('an order counts in the period it was closed in', async () => {
		expect(await duration(city.db, 'handling-time', october).execute()).toEqual([
			row([6, 3 * day, 7 * day, 4 * day - 2 * hour, 1, 2])
		]);
	});

	test('where nothing lies, times are null', async () => {
		expect(await duration(city.db, 'handling-time', nowhere).execute()).toEqual([row([0, null, null, null, 0, 0])]);
		expect(await duration(city.db, 'handling-time', nowhere, 'unit').execute()).toEqual([]);
	});
});

describe('the stages before it', () => {
	test('dispatch: one before its receipt is left out, two without a time are missing', async () => {
		expect(await duration(city.db, 'dispatch-time', scope()).execute()).toEqual([
			row([13, 10 * minute, 30 * minute, 12_600 / 13, 1, 2])
		]);
	});

	test('signing', async () => {
		expect(await duration(city.db, 'sign-time', scope()).execute()).toEqual([
			row([11, 50 * minute, 105 * minute, 56_400 / 11, 0, 5])
		]);
	});

	test('first contact', async () => {
		expect(await duration(city.db, 'first-contact-time', scope()).execute()).toEqual([
			row([2, 3 * hour, 3.8 * hour, 3 * hour, 0, 14])
		]);
	});
});

describe('how the times are spread', () => {
	test('a time on an edge lies below it; bins without an order are no rows', async () => {
		expect(await durationDistribution(city.db, 'handling-time', scope()).execute()).toEqual([
			{ bin: 5, orders: 1 },
			{ bin: 6, orders: 3 },
			{ bin: 8, orders: 2 },
			{ bin: 10, orders: 2 }
		]);
		expect(await durationDistribution(city.db, 'dispatch-time', scope()).execute()).toEqual([
			{ bin: 0, orders: 2 },
			{ bin: 1, orders: 7 },
			{ bin: 2, orders: 4 }
		]);
	});

	test('the bins hold as many orders as the times are made of', async () => {
		const bins = await durationDistribution(city.db, 'sign-time', october).execute();
		const [times] = await duration(city.db, 'sign-time', october).execute();
		expect(bins.reduce((sum, { orders }) => sum + orders, 0)).toBe(times!.n);
	});

	test('where nothing lies there are no bins', async () => {
		expect(await durationDistribution(city.db, 'handling-time', nowhere).execute()).toEqual([]);
	});
});
