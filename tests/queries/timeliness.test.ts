import { expect, test } from 'vitest';
import type { Dimension } from '#lib/domain/scope.ts';
import { timeliness } from '#queries/timeliness.ts';
import { cityOfOrders, nowhere, october, scope } from './city.ts';

const city = cityOfOrders();

type States = [onTime: number, late: number, within: number, overdue: number, unknown: number, withoutTime: number];
const row = ([closedOnTime, closedLate, openWithin, openOverdue, unknown, closedWithoutTime]: States) => ({
	...{ closedOnTime, closedLate, openWithin, openOverdue, unknown, closedWithoutTime, byFlag: 0 },
	total: closedOnTime + closedLate + openWithin + openOverdue + unknown
});

test('the states of all orders that went to units add up to them', async () => {
	expect(await timeliness(city.db, scope()).execute()).toEqual([row([7, 2, 2, 1, 4, 2])]);
});

test.each<[Dimension, [name: string | null, states: States][]]>([
	['line', [['12333', [2, 0, 0, 0, 1, 0]], ['12345', [5, 2, 2, 1, 3, 2]]]], // prettier-ignore
	['channel', [['微信', [1, 0, 0, 0, 1, 0]], ['电话', [6, 2, 2, 0, 2, 2]], ['网站', [0, 0, 0, 1, 1, 0]]]], // prettier-ignore
	['kind', [['咨询', [2, 0, 0, 0, 2, 1]], ['投诉', [2, 2, 1, 0, 2, 1]], ['求助', [3, 0, 1, 1, 0, 0]]]], // prettier-ignore
	['category', [['市容', [2, 2, 1, 0, 3, 2]], ['物业', [3, 0, 1, 1, 0, 0]], ['社保', [2, 0, 0, 0, 1, 0]]]], // prettier-ignore
	['district', [['东区', [2, 2, 1, 1, 2, 1]], ['西区', [5, 0, 1, 0, 1, 1]], [null, [0, 0, 0, 0, 1, 0]]]], // prettier-ignore
	['unit', [['人社局', [2, 0, 0, 0, 1, 0]], ['住建局', [3, 0, 1, 1, 0, 0]], ['城管局', [2, 2, 1, 0, 2, 2]], [null, [0, 0, 0, 0, 1, 0]]]], // prettier-ignore
	['month', [['2026-09', [1, 2, 0, 0, 0, 0]], ['2026-10', [6, 0, 2, 1, 4, 2]]]] // prettier-ignore
])('by %s', async (by, rows) => {
	expect(await timeliness(city.db, scope(), by).execute()).toEqual(
		rows.map(([name, states]) => ({ name, ...row(states) }))
	);
});

test('an order counts in the period it was received in', async () => {
	expect(await timeliness(city.db, october).execute()).toEqual([row([6, 0, 2, 1, 4, 2])]);
});

test('where nothing lies, every state is 0 and there are no rows', async () => {
	expect(await timeliness(city.db, nowhere).execute()).toEqual([row([0, 0, 0, 0, 0, 0])]);
	expect(await timeliness(city.db, nowhere, 'unit').execute()).toEqual([]);
});
