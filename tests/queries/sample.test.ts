import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawSample } from '#lib/server/reports/sample.ts';
import { sampleEligible } from '#queries/sample-eligible.ts';
import { cityOfOrders, october, scope } from './city.ts';

const wish = { kind: 'perUnit', perUnit: 1 } as const;
const city = cityOfOrders();

test('eligible is what was closed in the period, assessed, and has no visit on record', async () => {
	expect(await sampleEligible(city.db, scope()).execute()).toEqual([
		{ unit: '人社局', eligible: 2 },
		{ unit: '城管局', eligible: 2 },
		{ unit: null, eligible: 1 }
	]);
	expect(await sampleEligible(city.db, october).execute()).toEqual([
		{ unit: '人社局', eligible: 2 },
		{ unit: null, eligible: 1 }
	]);
});

const header = '工单编号,承办单位,办理类型,工单状态,受理时间,办结时间,是否回访';
const lines = ['甲局', '乙局'].flatMap((unit) =>
	Array.from(
		{ length: 40 },
		(_, place) => `${unit}${place},${unit},转办,已办结,2026-10-01 08:00:00,2026-10-${10 + (place % 20)} 08:00:00,否`
	)
);
const there = cityOfOrders([header, ...lines].join('\n'));
const back = cityOfOrders([header, ...lines.toReversed()].join('\n'));

/** What any other tool would draw: the first of each unit by md5('seed:number'). */
const byHand = (seed: string, unit: string, size: number) =>
	lines
		.map((line) => line.split(','))
		.filter((cells) => cells[1] === unit)
		.map(([number]) => ({ number: number!, hash: createHash('md5').update(`${seed}:${number}`).digest('hex') }))
		.sort((a, b) => (a.hash < b.hash ? -1 : 1))
		.slice(0, size)
		.map(({ number }) => number);

test('the draw depends on the seed and the numbers alone, not on the order of the rows', async () => {
	const sample = await drawSample(there.db, scope(), { ...wish, perUnit: 7 }, '20261101');
	expect(sample.orders.map(({ orderNumber }) => orderNumber)).toEqual([
		...byHand('20261101', '乙局', 7),
		...byHand('20261101', '甲局', 7)
	]);
	const again = await drawSample(back.db, scope(), { ...wish, perUnit: 7 }, '20261101');
	expect(again.orders).toEqual(sample.orders);
	expect(again.digest).toBe(sample.digest);
	const numbers = sample.orders.map(({ orderNumber }) => `${orderNumber}\n`).join('');
	expect(sample.digest).toBe(createHash('sha256').update(numbers).digest('hex'));
});

test('a larger draw holds the smaller one, another seed draws others', async () => {
	const draw = async (perUnit: number, seed: string) =>
		(await drawSample(there.db, scope(), { ...wish, perUnit }, seed)).orders.map(({ orderNumber }) => orderNumber);
	const [small, large, other] = await Promise.all([draw(5, 'a'), draw(12, 'a'), draw(12, 'b')]);
	expect(small.every((number) => large.includes(number))).toBe(true);
	expect(other).not.toEqual(large);
});

test('every order has the same chance: of 400 seeds each of 40 orders is among 10 about a hundred times', async () => {
	const counts = new Map<string, number>();
	for (let seed = 0; seed < 400; seed += 1)
		for (const number of byHand(String(seed), '甲局', 10)) counts.set(number, (counts.get(number) ?? 0) + 1);
	// Chi-square of 39 degrees of freedom, shrunk by the finite draw: below 72 in 999 of 1,000.
	const square = [...counts.values()].reduce((sum, count) => sum + (count - 100) ** 2 / (100 * (30 / 39)), 0);
	expect(counts.size).toBe(40);
	expect(square).toBeLessThan(72);
});

test('a unit that has no name is a stratum of its own; nothing to draw draws nothing', async () => {
	const sample = await drawSample(city.db, october, wish, 'x');
	expect(sample.orders.map(({ unit, place }) => [unit, place])).toEqual([
		['人社局', 1],
		[null, 1]
	]);
	expect(await drawSample(city.db, scope({ unit: ['没有这个单位'] }), wish, 'x')).toMatchObject({
		size: 0,
		orders: []
	});
});
