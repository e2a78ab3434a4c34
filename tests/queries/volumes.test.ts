import { describe, expect, test } from 'vitest';
import { type Dimension, type Scope } from '#lib/domain/scope.ts';
import { volumes } from '#queries/volumes.ts';
import { cityOfOrders, nowhere, october, scope, september } from './city.ts';

const city = cityOfOrders();
const received = async (kept: Scope) => (await volumes(city.db, kept).executeTakeFirstOrThrow()).received;

test('every order counts once; desk answers are told apart from what went to units', async () => {
	expect(await volumes(city.db, scope()).execute()).toEqual([{ received: 18, desk: 2, toUnits: 16 }]);
});

test.each<[Dimension, [name: string | null, received: number, desk: number, toUnits: number][]]>([
	['line', [['12345', 15, 2, 13], ['12333', 3, 0, 3]]], // prettier-ignore
	['channel', [['电话', 14, 2, 12], ['微信', 2, 0, 2], ['网站', 2, 0, 2]]], // prettier-ignore
	['kind', [['投诉', 7, 0, 7], ['咨询', 6, 2, 4], ['求助', 5, 0, 5]]], // prettier-ignore
	['category', [['市容', 8, 0, 8], ['物业', 5, 0, 5], ['社保', 4, 1, 3], [null, 1, 1, 0]]], // prettier-ignore
	['district', [['东区', 8, 0, 8], ['西区', 7, 0, 7], [null, 3, 2, 1]]], // prettier-ignore
	['unit', [['城管局', 7, 0, 7], ['住建局', 5, 0, 5], ['人社局', 3, 0, 3], [null, 3, 2, 1]]], // prettier-ignore
	['month', [['2026-09', 3, 0, 3], ['2026-10', 15, 2, 13]]] // prettier-ignore
])('by %s: largest first, months in order, what is not stated last', async (by, rows) => {
	expect(await volumes(city.db, scope(), by).execute()).toEqual(
		rows.map(([name, received, desk, toUnits]) => ({ name, received, desk, toUnits }))
	);
});

describe('the scope', () => {
	test('a period holds its first moment and its last', async () => {
		expect(await received(september)).toBe(3);
		expect(await received(october)).toBe(15);
		expect(await received(scope({ period: { from: '2026-09-30', to: '2026-09-30' } }))).toBe(1);
		expect(await received(scope({ period: { from: '2026-10-01', to: '2026-10-01' } }))).toBe(1);
	});

	test('a period may be open on either side', async () => {
		expect(await received(scope({ period: { from: '2026-10-01', to: null } }))).toBe(15);
		expect(await received(scope({ period: { from: null, to: '2026-09-30' } }))).toBe(3);
	});

	test('an empty value keeps the orders that do not state it', async () => {
		expect(await received(scope({ unit: [''] }))).toBe(3);
		expect(await received(scope({ unit: ['', '人社局'] }))).toBe(6);
		expect(await received(scope({ category: [''] }))).toBe(1);
	});

	test('several values of a dimension add up, several dimensions narrow', async () => {
		expect(await received(scope({ unit: ['城管局', '住建局'] }))).toBe(12);
		expect(await received(scope({ unit: ['城管局', '住建局'], district: ['东区'] }))).toBe(7);
		expect(await received(scope({ line: ['12333'], channel: ['微信'], kind: ['咨询'], category: ['社保'] }))).toBe(1);
	});

	test('words of SQL in a value are words', async () => {
		expect(await received(scope({ unit: [`' or 1=1 --`, '";drop table orders'] }))).toBe(0);
	});

	test('where nothing lies, the whole is 0 and there are no rows', async () => {
		expect(await volumes(city.db, nowhere).execute()).toEqual([{ received: 0, desk: 0, toUnits: 0 }]);
		expect(await volumes(city.db, nowhere, 'unit').execute()).toEqual([]);
	});
});
