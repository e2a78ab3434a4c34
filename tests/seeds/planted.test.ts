import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadlineAfterWorkingDays } from '#lib/domain/working-days.ts';
import { plantedNames } from '#seeds/city/planted.ts';
import { units } from '#seeds/city/units.ts';
import { cityDefaults, generateCity } from '#seeds/generate.ts';
import { readCity, type Read } from './read-export.ts';
import { knownWords } from './vocabularies.ts';

const folder = mkdtempSync(join(tmpdir(), 'duban-planted-'));
const cut = '2026-10-31 23:59:59';
let orders: Read[] = [];
let dispatched: Read[] = [];

beforeAll(async () => {
	orders = [...(await readCity(await generateCity({ folder }))).values()];
	dispatched = orders.filter(({ handling }) => handling === '转办');
});
afterAll(() => rmSync(folder, { recursive: true }));

const of = (unit: string) => dispatched.filter((order) => order.unit === unit);
const dueOf = (order: Read) => order.extendedDueAt || order.dueAt;
const share = (rows: Read[], test: (order: Read) => boolean) => rows.filter(test).length / rows.length;
/** On time by due date: what is still open past its deadline counts against the unit. */
const onTime = (rows: Read[]) =>
	share(
		rows.filter((order) => dueOf(order) <= cut),
		(order) => order.closedAt !== '' && order.closedAt <= dueOf(order)
	);
const resolved = (rows: Read[]) =>
	share(
		rows.filter((order) => order.answered === '是'),
		(order) => order.resolved === '是'
	);

test('the city has its sixty thousand orders', () => {
	expect(orders).toHaveLength(cityDefaults.orders);
});

test('most units are alike, and mostly on time', () => {
	const planted: string[] = [plantedNames.slow, plantedNames.tiny, plantedNames.unsolved, plantedNames.excluding];
	const others = dispatched.filter(({ unit }) => !planted.includes(unit));
	expect(onTime(others)).toBeGreaterThan(0.91);
	expect(onTime(others)).toBeLessThan(0.96);
	expect(resolved(others)).toBeGreaterThan(0.8);
});

test('the slow unit is slow beyond doubt', () => {
	const slow = of(plantedNames.slow);
	expect(slow.length).toBeGreaterThan(800);
	expect(onTime(slow)).toBeGreaterThan(0.5);
	expect(onTime(slow)).toBeLessThan(0.65);
});

test('the tiny unit has fifteen orders, every one closed in time', () => {
	const tiny = of(plantedNames.tiny);
	expect(tiny).toHaveLength(15);
	expect(tiny.every(({ closedAt }) => closedAt !== '')).toBe(true);
	expect(onTime(tiny)).toBe(1);
});

test('the unit that closes without solving is on time and finds its citizens unhelped', () => {
	const unsolved = of(plantedNames.unsolved);
	expect(onTime(unsolved)).toBeGreaterThan(0.97);
	expect(resolved(unsolved)).toBeLessThan(0.45);
});

test('the reorganised unit has one name before its date and another from it on', () => {
	const { before, after, from } = plantedNames.renamed;
	expect(of(before).length).toBeGreaterThan(500);
	expect(of(after).length).toBeGreaterThan(500);
	expect(of(before).every(({ dispatchedAt }) => dispatchedAt < from)).toBe(true);
	expect(of(after).every(({ dispatchedAt }) => dispatchedAt >= from)).toBe(true);
});

test('the unit that gains by excluding has its late orders excluded, far more of them than others', () => {
	const isLate = (order: Read) => order.closedAt > dueOf(order) || (order.closedAt === '' && dueOf(order) <= cut);
	const known = (rows: Read[]) => rows.filter(({ exclusion }) => exclusion !== '');
	const excluded = (rows: Read[]) => rows.filter(({ exclusion }) => exclusion === '通过');
	const own = known(of(plantedNames.excluding));
	const others = known(dispatched.filter(({ unit }) => unit !== plantedNames.excluding));
	expect(excluded(own).length / own.length).toBeGreaterThan(4 * (excluded(others).length / others.length));
	expect(share(excluded(own), isLate)).toBeGreaterThan(0.8);
	expect(share(excluded(others), isLate)).toBeLessThan(0.5);
	expect(onTime(own.filter(({ exclusion }) => exclusion !== '通过')) - onTime(own)).toBeGreaterThan(0.03);
});

test('the unit satisfied by default has satisfied citizens whom nobody reached; no other has', () => {
	const unreached = (rows: Read[]) => rows.filter(({ reached }) => reached === '否');
	const said = (rows: Read[]) => share(unreached(rows), ({ satisfaction }) => satisfaction === '满意');
	expect(unreached(of(plantedNames.satisfiedByDefault)).length).toBeGreaterThan(50);
	expect(said(of(plantedNames.satisfiedByDefault))).toBe(1);
	expect(said(dispatched.filter(({ unit }) => unit !== plantedNames.satisfiedByDefault))).toBe(0);
});

test('the unit drawn kindly has its visited orders quicker than the others, as no other unit has', () => {
	const days = (rows: Read[]) => {
		const taken = rows.map(
			({ closedAt, receivedAt }) => (Date.parse(`${closedAt}Z`) - Date.parse(`${receivedAt}Z`)) / 864e5
		);
		return taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)]!;
	};
	const ratio = (rows: Read[]) => {
		const closed = rows.filter(({ closedAt, kind }) => closedAt !== '' && kind !== '咨询');
		const visited = (is: string) => closed.filter((order) => order.visited === is);
		return days(visited('是')) / days(visited('否'));
	};
	expect(ratio(of(plantedNames.drawnKindly))).toBeLessThan(0.75);
	expect(ratio(dispatched.filter(({ unit }) => unit !== plantedNames.drawnKindly))).toBeGreaterThan(0.9);
});

test('there is something of everything the newer systems write down, and nothing of it in the older ones', () => {
	const newer = dispatched.filter(({ exclusion }) => exclusion !== '');
	expect(newer.length).toBeGreaterThan(dispatched.length / 4);
	for (const column of ['returnsGranted', 'redispatches', 'suspendedDays'] as const) {
		expect(
			share(newer, (order) => order[column] !== '0'),
			column
		).toBeGreaterThan(0.01);
	}
	expect(new Set(newer.map(({ handler }) => handler)).size).toBe(15);
	expect(share(newer, ({ caller }) => /^100\d{8}$/.test(caller))).toBeGreaterThan(0.9);
	expect(share(newer, ({ caller }) => /^100\*{4}\d{4}$/.test(caller))).toBeGreaterThan(0.02);
	expect(orders.every(({ caller }) => caller === '' || caller.startsWith('100'))).toBe(true);
	const older = dispatched.filter(({ exclusion }) => exclusion === '');
	expect(older.every(({ caller, handler, finalSatisfaction }) => caller + handler + finalSatisfaction === '')).toBe(
		true
	);
});

test('a citizen asked a second time may have changed their mind, and only after the order was done again', () => {
	const twice = dispatched.filter(
		(order) => order.finalSatisfaction !== '' && order.finalSatisfaction !== order.satisfaction
	);
	expect(twice.length).toBeGreaterThan(50);
	expect(twice.every(({ reworks }) => reworks !== '0')).toBe(true);
});

test('about sixty units of four kinds, very unequal in volume', () => {
	const volumes = units.map(({ name }) => of(name).length).sort((a, b) => b - a);
	expect(new Set(dispatched.map(({ unit }) => unit)).size).toBe(units.length + 1);
	expect(units.length).toBeGreaterThan(55);
	expect(new Set(dispatched.map(({ unitKind }) => unitKind)).size).toBe(4);
	expect(volumes[0]! / dispatched.length).toBeGreaterThan(0.08);
	expect(volumes.filter((volume) => volume < 20).length).toBeGreaterThan(3);
});

test('every word is in the vocabularies', () => {
	for (const [column, words] of Object.entries(knownWords) as [keyof typeof knownWords, readonly string[]][]) {
		expect([...new Set(orders.map((order) => order[column]))].sort(), column).toEqual([...words].sort());
	}
});

test('lines arrive when they are merged, and the cancelled number goes', () => {
	const days = (line: string) =>
		orders
			.filter((order) => order.line.startsWith(line))
			.map(({ receivedAt }) => receivedAt.slice(0, 10))
			.sort();
	expect(days('12345')[0]).toBe('2024-11-01');
	expect(days('12348')[0]! >= '2025-03-01').toBe(true);
	expect(days('12333')[0]! >= '2025-07-01').toBe(true);
	expect(days('12301')[0]! >= '2025-12-01').toBe(true);
	expect(days('12301').at(-1)! <= '2026-05-31').toBe(true);
});

test('deadlines are those of the working-day calendar and never leave it', () => {
	const limitsOf = { 咨询: [1], 求助: [5, 15], 投诉: [5, 15], 举报: [10, 15], 建议: [5, 15], 表扬: [5], 无效: [1] };
	for (const order of dispatched) {
		const possible = limitsOf[order.kind as keyof typeof limitsOf].map((limit) =>
			deadlineAfterWorkingDays(order.receivedAt, limit)
		);
		expect(possible.map((date) => `${date} 23:59:59`)).toContain(order.dueAt);
		expect(dueOf(order) < '2027').toBe(true);
	}
});

test('what happens to an order happens in order', () => {
	for (const { number, receivedAt, dispatchedAt, signedAt, contactedAt, closedAt, visitedAt } of dispatched) {
		const moments = [receivedAt, dispatchedAt, signedAt, contactedAt, closedAt, visitedAt].filter((at) => at !== '');
		expect(moments, number).toEqual([...moments].sort());
	}
});

test('there is something of every state: open within and past the deadline, returned, extended, urged, supervised', () => {
	const open = dispatched.filter(({ closedAt }) => closedAt === '');
	expect(open.filter((order) => dueOf(order) > cut).length).toBeGreaterThan(100);
	expect(open.filter((order) => dueOf(order) <= cut).length).toBeGreaterThan(30);
	for (const column of ['returns', 'extensions', 'urges', 'reworks'] as const) {
		expect(share(dispatched, (order) => order[column] !== '0')).toBeGreaterThan(0.01);
	}
	expect(share(dispatched, ({ supervised }) => supervised === '是')).toBeGreaterThan(0.01);
	expect(share(orders, ({ handling }) => handling === '直接办结')).toBeGreaterThan(0.3);
	expect(orders.every(({ handling, dueAt }) => handling === '转办' || dueAt === '')).toBe(true);
});

test('the Spring Festival is quiet, and what comes in around it waits longer', () => {
	const within = (rows: Read[], from: string, to: string) =>
		rows.filter(({ receivedAt }) => receivedAt >= from && receivedAt < to);
	const festival = within(orders, '2026-02-16', '2026-02-23').length;
	expect(festival).toBeLessThan(within(orders, '2026-03-16', '2026-03-23').length / 2);
	const around = within(dispatched, '2026-02-10', '2026-02-28');
	expect(onTime(around)).toBeLessThan(onTime(within(dispatched, '2026-03-10', '2026-06-01')) - 0.02);
});
