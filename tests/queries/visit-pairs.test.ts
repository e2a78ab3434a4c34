import { expect, test } from 'vitest';
import { tables } from '#lib/server/reports/tables.ts';
import { rate } from '#queries/rate.ts';
import { pairRateKeys, pairRates, visitPairs } from '#queries/visit-pairs.ts';
import { cityOfOrders, scope } from './city.ts';

/**
 * P1 turned satisfied after rework, P2 without; P3 satisfied both times; P4 no final answer; P5 got worse; P6 final not
 * rated. U: unit yes. P7 was never visited, P8 excluded, P9 a desk answer.
 */
const orders = `
工单编号,承办单位,办理类型,工单状态,受理时间,办结时间,重办次数,部门是否解决,是否剔除,是否回访,是否有效回访,是否解决,首次满意度,最终满意度
P1,甲局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,1,是,,是,是,是,不满意,满意
P2,甲局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,0,是,,是,是,否,基本满意,非常满意
P3,甲局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,0,是,,是,是,部分解决,满意,满意
P4,乙局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,0,否,,是,是,是,满意,
P5,乙局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,0,否,,是,是,否,满意,不满意
P6,乙局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,0,,,是,是,是,不满意,未评价
P7,乙局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,0,是,,否,,,,
P8,乙局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,1,是,是,是,是,否,不满意,满意
P9,,直接解答,已办结,2026-10-01 08:00:00,2026-10-01 08:01:00,1,是,,是,是,否,不满意,满意
`.trimStart();
const city = cityOfOrders(orders);

const shown = (row: object) =>
	Object.fromEntries(
		pairRateKeys.map((key) => {
			const counts = row as Record<string, number>;
			return [key, `${counts[`${key}Numerator`]}/${counts[`${key}Denominator`]}`];
		})
	);

test('first and last, unit and citizen, each of its own orders', async () => {
	const [row] = await visitPairs(city.db, scope()).execute();
	expect(shown(row!)).toEqual({
		...{ first: '3/6', last: '4/6', turned: '2/2', reworked: '1/2', unit: '4/6', citizen: '3/6' },
		...{ bothYes: '1/5', unitOnly: '2/5', citizenOnly: '1/5', bothNot: '1/5' }
	});
});

test('are the rates themselves, of the whole and of each unit', async () => {
	const [whole] = await visitPairs(city.db, scope()).execute();
	const units = await visitPairs(city.db, scope(), 'unit').execute();
	for (const key of pairRateKeys) {
		const [one] = await rate(city.db, pairRates[key], scope()).execute();
		expect([one!.numerator, one!.denominator], key).toEqual([whole![`${key}Numerator`], whole![`${key}Denominator`]]);
		for (const { name, numerator, denominator } of await rate(city.db, pairRates[key], scope(), 'unit').execute())
			expect(
				units.find((unit) => unit.name === name),
				key
			).toMatchObject({
				[`${key}Numerator`]: numerator,
				[`${key}Denominator`]: denominator
			});
	}
});

test('the gap is of two rates with denominators of their own; the four answers add up to those where both spoke', async () => {
	const words = await tables['visit-words'](city.db, { scope: scope(), by: 'unit' });
	expect(words.total!.unitLessCitizen).toBeCloseTo(4 / 6 - 3 / 6, 12);
	const { rows } = await tables['visit-agreement'](city.db, { scope: scope(), by: 'unit' });
	expect(rows.map(({ orders }) => orders)).toEqual([1, 2, 1, 1]);
	const answers = await tables['visit-answers'](city.db, { scope: scope(), by: 'unit' });
	expect(answers.total!.lastLessFirst).toBeCloseTo(1 / 6, 12);
});

test('the funnel holds every step with its own base, and all of the eligible', async () => {
	const { rows } = await tables['visit-funnel'](city.db, { scope: scope(), by: 'unit' });
	expect(rows.map(({ step, orders, stepBase, eligible }) => [step, orders, stepBase, eligible])).toEqual([
		['visit-eligible', 7, null, 7],
		['visit-drawn', 6, 7, 7],
		['visit-coverage', 6, 6, 7],
		['visit-reached', null, 6, 7],
		['visit-response', 6, 6, 7],
		['contacted', null, 6, 7],
		['resolved', 3, 6, 7],
		['satisfied', 3, 6, 7]
	]);
});
