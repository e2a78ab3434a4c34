import { expect, test } from 'vitest';
import { ranking } from '#queries/ranking.ts';
import { cityOfOrders, nowhere, october, scope } from './city.ts';

const city = cityOfOrders();
const row = (unit: string, numerator: number, denominator: number) => ({
	...{ unit, unitKind: '部门', numerator, denominator }
});

test('one row a named unit, with its kind, by name', async () => {
	expect(await ranking(city.db, 'on-time-due', scope()).execute()).toEqual([
		row('人社局', 2, 3),
		row('住建局', 2, 3),
		row('城管局', 2, 5)
	]);
});

test('a unit that nothing of the denominator belongs to is in no row', async () => {
	expect(await ranking(city.db, 'satisfied', scope({ ...october, unit: ['住建局', '人社局'] })).execute()).toEqual([
		row('人社局', 1, 1),
		row('住建局', 0, 2)
	]);
	expect(await ranking(city.db, 'on-time-due', scope({ district: ['西区'], kind: ['咨询'] })).execute()).toEqual([
		row('人社局', 2, 2)
	]);
});

test('where nothing lies there are no rows', async () => {
	expect(await ranking(city.db, 'on-time-due', nowhere).execute()).toEqual([]);
});
