import { expect, test } from 'vitest';
import { randomFrom } from '#lib/domain/random.ts';
import { nonResponseBounds } from '#lib/domain/survey.ts';
import { rate } from '#queries/rate.ts';
import { returnVisits } from '#queries/return-visits.ts';
import { csv } from '../support/warehouse.ts';
import { cityOfOrders, scope } from './city.ts';

/**
 * 1,500 visits of three units whose citizens' true answers are known. Of those who did not pick up, 甲局 writes down
 * "satisfied" for two in five, 乙局 never does, 丙局 for one in twenty.
 */
const random = randomFrom(44);
const habits = { 甲局: 0.4, 乙局: 0, 丙局: 0.05 };
const visits = Object.entries(habits).flatMap(([unit, habit]) =>
	Array.from({ length: 500 }, (_, place) => {
		const isSatisfied = random() < 0.7;
		// The unsatisfied pick up less often: silence is not blind.
		const isReached = random() < (isSatisfied ? 0.75 : 0.5);
		return { unit, place, isSatisfied, isReached, isPlanted: !isReached && random() < habit };
	})
);
const city = cityOfOrders(
	csv(
		visits.map(({ unit, place, isSatisfied, isReached, isPlanted }) => ({
			工单编号: `${unit}${place}`,
			承办单位: unit,
			办理类型: '转办',
			工单状态: '已办结',
			受理时间: '2026-10-01 08:00:00',
			办结时间: '2026-10-02 08:00:00',
			是否回访: '是',
			是否接通电话: isReached ? '是' : '否',
			是否有效回访: isReached ? '是' : '否',
			首次满意度: isReached ? (isSatisfied ? '满意' : '不满意') : isPlanted ? '满意' : '无法联系'
		}))
	)
);
const count = (unit: string, test: (visit: (typeof visits)[number]) => boolean) =>
	visits.filter((visit) => visit.unit === unit && test(visit)).length;

test('every satisfaction written down for nobody is found, and no other', async () => {
	const found = await rate(city.db, 'default-satisfied', scope(), 'unit').execute();
	expect(Object.fromEntries(found.map(({ name, numerator }) => [name, numerator]))).toEqual(
		Object.fromEntries(Object.keys(habits).map((unit) => [unit, count(unit, ({ isPlanted }) => isPlanted)]))
	);
	expect(count('甲局', ({ isPlanted }) => isPlanted)).toBeGreaterThan(50);
});

test('they leave the satisfied rate alone, and the bounds hold the truth of all who were called', async () => {
	for (const row of await returnVisits(city.db, scope(), 'unit').execute()) {
		const unit = row.name!;
		expect(row.satisfied).toBe(count(unit, ({ isReached, isSatisfied }) => isReached && isSatisfied));
		const truth = count(unit, ({ isSatisfied }) => isSatisfied) / 500;
		const { worst, best } = nonResponseBounds(row.satisfied!, row.valid!, row.attempted!)!;
		expect(worst).toBeLessThanOrEqual(truth);
		expect(best).toBeGreaterThanOrEqual(truth);
		// What the silence hides: the answers alone are too good.
		expect(row.satisfied! / row.valid!).toBeGreaterThan(truth);
	}
});
