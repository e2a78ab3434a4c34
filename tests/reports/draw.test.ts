import { expect, test } from 'vitest';
import { randomFrom } from '#lib/domain/random.ts';
import { drawReport } from '#lib/server/reports/draw-report.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { csv } from '../support/warehouse.ts';
import { cityOfOrders, scope } from '../queries/city.ts';

const random = randomFrom(20261122);
const moment = (hours: number) =>
	new Date(Date.UTC(2026, 8, 1) + hours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** Twelve units; 丑局 draws quick orders four times as often, the others draw blindly. */
const orders = [...'子丑寅卯辰巳午未申酉戌亥'].flatMap((unit) =>
	Array.from({ length: unit === '丑' ? 400 : 200 }, (_, place) => {
		const received = Math.floor(random() * 400);
		const hours = Math.ceil(-70 * Math.log(1 - random()));
		const chance = unit === '丑' ? (hours < 50 ? 0.6 : 0.15) : 0.4;
		return {
			工单编号: `${unit}${place}`,
			诉求类型: random() < 0.4 ? '咨询' : '投诉',
			紧急程度: random() < 0.1 ? '紧急' : '一般',
			承办单位: `${unit}局`,
			办理类型: '转办',
			工单状态: '已办结',
			受理时间: moment(received),
			办结时间: moment(received + hours),
			办理截止时间: moment(received + 120),
			是否回访: random() < chance ? '是' : '否'
		};
	})
);
const city = cityOfOrders(csv(orders));

test('the unit that draws its quick orders is found, and no other', async () => {
	const { whole, units } = await drawReport(city.db, scope());
	const verdicts = units.map(({ unit, looks }) => [
		unit,
		looks.time.verdict,
		looks['on-time'].verdict,
		looks.inquiry.verdict
	]);
	expect(verdicts.filter(([, ...found]) => found.some((verdict) => verdict !== 'draw_alike'))).toEqual([
		['丑局', 'draw_flattering', 'draw_flattering', 'draw_alike']
	]);
	expect(whole.looks.declared.verdict).toBe('too_few');
	expect(units).toHaveLength(12);
});

test('its table says by how much, in medians and in pairs, and stands it first', async () => {
	const { rows, total } = await tables['draw-times'](city.db, { scope: scope(), by: 'unit' });
	expect(rows[0]).toMatchObject({ name: '丑局', verdict: 'draw_flattering' });
	const { visitedMedian, unvisitedMedian, quicker, smallest } = rows[0] as Record<string, number>;
	expect(visitedMedian).toBeLessThan(0.6 * unvisitedMedian!);
	expect(quicker).toBeGreaterThan(0.5 + smallest!);
	expect(total!.visitedOrders).toBe(rows.reduce((sum, row) => sum + (row.visitedOrders as number), 0));
	const shares = await tables['draw-shares'](city.db, { scope: scope(), by: 'unit', rateKey: 'visited-on-time' });
	expect(shares.rows[0]).toMatchObject({ name: '丑局', verdict: 'draw_flattering' });
	expect(shares.rows[0]!.alikeDifference).toBeGreaterThan(0.1);
});
