import { expect, test } from 'vitest';
import { caseMix } from '#queries/case-mix.ts';
import { ranking } from '#queries/ranking.ts';
import { cityOfOrders, nowhere, october, scope } from './city.ts';

const city = cityOfOrders();

test('a row per unit, kind, urgency and category; what is not stated is a value of its own', async () => {
	expect(await caseMix(city.db, 'on-time-due', october).execute()).toEqual([
		{ unit: '人社局', kind: '咨询', urgency: null, category: '社保', numerator: 2, denominator: 3 },
		{ unit: '住建局', kind: '求助', urgency: null, category: '物业', numerator: 2, denominator: 3 },
		{ unit: '城管局', kind: '咨询', urgency: null, category: '市容', numerator: 0, denominator: 1 },
		{ unit: '城管局', kind: '投诉', urgency: null, category: '市容', numerator: 1, denominator: 2 }
	]);
	expect(await caseMix(city.db, 'on-time-due', nowhere).execute()).toEqual([]);
});

test('the rows of a unit add up to its row in the ranking', async () => {
	const mix = await caseMix(city.db, 'resolved', scope()).execute();
	for (const { unit, numerator, denominator } of await ranking(city.db, 'resolved', scope()).execute()) {
		const own = mix.filter((row) => row.unit === unit);
		expect(own.reduce((sum, row) => sum + row.numerator, 0)).toBe(numerator);
		expect(own.reduce((sum, row) => sum + row.denominator, 0)).toBe(denominator);
	}
});
