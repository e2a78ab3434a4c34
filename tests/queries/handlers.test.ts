import { expect, test } from 'vitest';
import { tables } from '#lib/server/reports/tables.ts';
import { handlers } from '#queries/handlers.ts';
import { quota } from '#queries/quota.ts';
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
	expect(await handlers(city.db, 'notary-visits', year).execute()).toEqual([
		{ unit: '乙处', handler: 'N1', asked: 4, counted: 4, isMet: false },
		{ unit: '甲处', handler: 'N1', asked: 12, counted: 10, isMet: true },
		{ unit: '甲处', handler: 'N2', asked: 30, counted: 9, isMet: false }
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
	expect(await quota(city.db, 'notary-visits', year, 'unit').execute()).toEqual([
		{ name: '乙处', numerator: 0, denominator: 1, rate: 0, withinReach: 0, counted: 4, asked: 4 },
		{ name: '甲处', numerator: 1, denominator: 2, rate: 0.5, withinReach: 2, counted: 19, asked: 42 }
	]);
	const { total } = await tables['handler-quota'](city.db, { scope: year, by: 'unit' });
	expect(total).toMatchObject({ handlers: 3, compliant: 1, compliantRate: 1 / 3, quotaValid: 23 });
});
