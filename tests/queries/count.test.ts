import { expect, test } from 'vitest';
import { count } from '#queries/count.ts';
import { cityOfOrders, nowhere, october, scope } from './city.ts';

const city = cityOfOrders();

test('every order received counts once, desk answers too', async () => {
	expect(await count(city.db, 'received', scope()).execute()).toEqual([{ orders: 18 }]);
	expect(await count(city.db, 'received', october).execute()).toEqual([{ orders: 15 }]);
});

test('by month', async () => {
	expect(await count(city.db, 'received', scope(), 'month').execute()).toEqual([
		{ name: '2026-09', orders: 3 },
		{ name: '2026-10', orders: 15 }
	]);
});

test('where nothing lies, the whole is 0 and there are no rows', async () => {
	expect(await count(city.db, 'received', nowhere).execute()).toEqual([{ orders: 0 }]);
	expect(await count(city.db, 'received', nowhere, 'unit').execute()).toEqual([]);
});
