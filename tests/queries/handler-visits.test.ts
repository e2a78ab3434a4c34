import { expect, test } from 'vitest';
import { tables } from '#lib/server/reports/tables.ts';
import { handlerQuota } from '#queries/handler-quota.ts';
import { handlerVisits } from '#queries/handler-visits.ts';
import { cityOfOrders, scope } from './city.ts';

/** So many orders of a handler closed in 2026, the first of them with a valid visit, the next with one that was not. */
const of = (unit: string, handler: string, closed: number, valid: number, day = '2026-05-02') =>
	Array.from({ length: closed }, (_, place) => {
		const answer = place < valid ? '是,是' : place === valid ? '是,否' : '否,';
		return `${unit}${handler}${day}-${place},${unit},${handler},转办,已办结,${day} 08:00:00,${day} 09:00:00,${answer}`;
	});
const city = cityOfOrders(
	[
		'工单编号,承办单位,公证员编号,办理类型,工单状态,受理时间,办结时间,是否回访,是否有效回访',
		...of('甲处', 'N1', 12, 10),
		...of('甲处', 'N2', 30, 9),
		...of('乙处', 'N1', 4, 4),
		...of('乙处', 'N3', 15, 15, '2025-05-02'),
		...of('丙局', '', 20, 20)
	].join('\n')
);
const year = scope({ period: { from: '2026-01-01', to: '2026-12-31' } });

test('each handler of each unit by name; the year before and orders without a handler are not in it', async () => {
	expect(await handlerVisits(city.db, year).execute()).toEqual([
		{ unit: '乙处', handler: 'N1', closed: 4, valid: 4 },
		{ unit: '甲处', handler: 'N1', closed: 12, valid: 10 },
		{ unit: '甲处', handler: 'N2', closed: 30, valid: 9 }
	]);
});

test('compliant is yes or no, with what is left to do', async () => {
	const { rows } = await tables['handler-visits'](city.db, { scope: year, by: 'unit' });
	expect(rows.map(({ handler, quotaLeft, quotaMet }) => [handler, quotaLeft, quotaMet])).toEqual([
		['N1', 6, 'quota_few'],
		['N1', 0, 'quota_met'],
		['N2', 1, 'quota_short']
	]);
	expect(rows.some((row) => 'place' in row || 'rate' in row)).toBe(false);
});

test('the share of compliant handlers, of each unit and of the whole', async () => {
	expect(await handlerQuota(city.db, year, 10, 'unit').execute()).toEqual([
		{ name: '乙处', handlers: 1, compliant: 0, withinReach: 0, valid: 4, rate: 0 },
		{ name: '甲处', handlers: 2, compliant: 1, withinReach: 2, valid: 19, rate: 0.5 }
	]);
	const { total } = await tables['handler-quota'](city.db, { scope: year, by: 'unit' });
	expect(total).toMatchObject({ handlers: 3, compliant: 1, compliantRate: 1 / 3, quotaValid: 23 });
});
