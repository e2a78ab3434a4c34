import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentVersion, versionPath } from '#lib/server/data-folder.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/warehouse.ts';
import { callsCarried } from '#queries/calls-carried.ts';
import { calls } from '#queries/calls.ts';
import { besideOrders, type CallKey } from '#queries/measures.ts';
import { perResident } from '#queries/per-resident.ts';
import { worst24Hours } from '#queries/worst-24-hours.ts';
import { inserted, runIn, warehouseBench } from '../support/warehouse.ts';
import { dataCut, october, orders, scope } from './city.ts';

const bench = warehouseBench();
const opened: Warehouse[] = [];
afterAll(() => Promise.all(opened.map((warehouse) => warehouse.close())));

/** The hand-countable orders with made-up calls beside them: rows as SQL values, by table. */
async function withCalls(statements: string[]): Promise<Warehouse> {
	const folder = bench.newFolder();
	await bench.take(folder, [{ text: orders, dataCut }]);
	const path = join(folder.root, 'with-calls.duckdb');
	copyFileSync(versionPath(folder, currentVersion(folder)!), path);
	await runIn(path, statements);
	const warehouse = await openWarehouse(path);
	opened.push(warehouse);
	return warehouse;
}

/** A daily summary's row; what is not named is not in the summary. */
const dayOf = (values: Record<string, number | string>) => inserted('call_days', values);

const value = async ({ db }: Warehouse, key: CallKey, asked = october) =>
	(await calls(db, key, asked).executeTakeFirstOrThrow()).value;

describe('daily summaries', () => {
	let city: Warehouse;
	beforeAll(async () => {
		city = await withCalls([
			dayOf({
				...{ day: '2026-10-05', line: '12345', offered: 1000, answered: 930, answered_in_15: 860 },
				...{ abandoned: 70, abandoned_soon: 20, wait_seconds: 9300, talk_seconds: 139500, after_call_seconds: 18600 },
				...{ rated: 500, rated_satisfied: 480, quality_checked: 93 }
			}),
			// The third quarter of 2020 of Ningxia's 12333: what the machine served counts as answered.
			dayOf({ day: '2020-07-01', line: '12333人社', incoming: 263851, answered: 85582, self_served: 154917 })
		]);
	});

	test('the worked example: 92.5 of the answered, 86.0 and 87.8 of the offered, answer rates 93.0 and 94.9', async () => {
		const percent = async (key: CallKey) => ((await value(city, key))! * 100).toFixed(1);
		expect(await percent('service-level')).toBe('92.5');
		expect(await percent('service-level-offered')).toBe('86.0');
		expect(await percent('service-level-without-short')).toBe('87.8');
		expect(await percent('answer-rate')).toBe('93.0');
		expect(await percent('answer-rate-without-short')).toBe('94.9');
		expect(await percent('abandonment')).toBe('7.0');
	});

	test('seconds per answered call, ratings and checks', async () => {
		expect(await value(city, 'speed-of-answer')).toBe(10);
		expect(await value(city, 'talk-time')).toBe(150);
		expect(await value(city, 'handle-time')).toBe(170);
		expect(await value(city, 'call-satisfaction')).toBe(0.96);
		expect(await value(city, 'quality-checks')).toBe(0.1);
	});

	test('Ningxia: the composite rate is 91.15 %, for 12333 as for all', async () => {
		for (const key of ['composite-answer-rate', 'social-security-answered'] as const) {
			const [row] = await calls(city.db, key, scope()).execute();
			expect(row).toMatchObject({ numerator: 85582 + 154917, denominator: 263851, days: 1 });
			expect((row!.value! * 100).toFixed(2)).toBe('91.15');
		}
	});

	test('a day that lacks a number it takes is in neither part; with none there is no value, never 0', async () => {
		expect(await calls(city.db, 'answer-rate', scope()).execute()).toMatchObject([{ denominator: 1000, days: 1 }]);
		expect(await calls(city.db, 'text-response', scope()).execute()).toEqual([
			{ numerator: 0, denominator: 0, value: null, days: 0 }
		]);
		expect(await callsCarried(city.db).execute()).toMatchObject([
			{ answered: 2, offered: 1, texts: 0, self_served: 1, residents: 0 }
		]);
	});

	test('by line and by month; kept to a line; other filters are refused, for calls know no unit', async () => {
		expect(await calls(city.db, 'answer-rate', scope(), 'line').execute()).toMatchObject([{ name: '12345' }]);
		expect(await calls(city.db, 'composite-answer-rate', scope(), 'month').execute()).toMatchObject([
			{ name: '2020-07' }
		]);
		expect(await value(city, 'answer-rate', scope({ line: ['12333人社'] }))).toBeNull();
		expect(() => calls(city.db, 'answer-rate', scope({ unit: ['城管局'] }))).toThrow('by line and day only');
	});
});

describe('a call log', () => {
	const call = (at: string, more: Record<string, unknown> = {}) =>
		inserted('calls', {
			...{ line: '12345', medium: 'phone', arrived_at: at, is_offered: true, is_answered: true, wait_seconds: 10 },
			...more
		});
	let city: Warehouse;
	beforeAll(async () => {
		city = await withCalls([
			call('2026-10-05 08:00:00'),
			call('2026-10-05 09:00:00', { wait_seconds: 16, talk_seconds: 100, agent_rating: 'satisfied' }),
			call('2026-10-05 10:00:00', { is_answered: false, wait_seconds: 9 }),
			call('2026-10-05 11:00:00', { is_answered: false, wait_seconds: 10 }),
			call('2026-10-05 12:00:00', { is_offered: false, is_answered: false, is_self_served: true, wait_seconds: null }),
			call('2026-10-05 13:00:00', { medium: 'text', is_offered: null, is_answered: null, reply_seconds: 180 }),
			call('2026-10-05 13:00:00', { medium: 'text', is_offered: null, is_answered: null, reply_seconds: 181 }),
			call('2026-10-05 13:00:00', { medium: 'mailbox', is_offered: null, is_answered: null, reply_seconds: 86400 }),
			// A summary of the same day and line says something else; the log is counted.
			dayOf({ day: '2026-10-05', line: '12345', offered: 9, answered: 1 }),
			dayOf({ day: '2026-10-06', line: '12345', offered: 6, answered: 6 })
		]);
	});

	test('gives the same sums as a summary would, and stands before one', async () => {
		expect(await calls(city.db, 'answer-rate', october).execute()).toMatchObject([
			{ numerator: 2 + 6, denominator: 4 + 6, days: 2 }
		]);
		const day = scope({ period: { from: '2026-10-05', to: '2026-10-05' } });
		expect(await value(city, 'answer-rate-without-short', day)).toBeCloseTo(2 / 3, 9);
		expect(await value(city, 'service-level', day)).toBe(0.5);
		expect(await value(city, 'composite-answer-rate', day)).toBe(0.6);
		expect(await value(city, 'abandonment', day)).toBe(0.5);
		expect(await value(city, 'speed-of-answer', day)).toBe(13);
		expect(await value(city, 'text-response', day)).toBe(0.5);
		expect(await value(city, 'letter-response', day)).toBe(1);
		expect(await value(city, 'call-satisfaction', day)).toBe(1);
	});
});

describe('the worst 24 hours on end', () => {
	const log = (calls: [string, boolean][]) =>
		calls.map(
			([at, answered]) =>
				`insert into calls (medium, arrived_at, is_offered, is_answered) values ('phone', '${at}', true, ${answered})`
		);
	const worst = async (given: [string, boolean][]) =>
		worst24Hours((await withCalls(log(given))).db, october).executeTakeFirst();

	test('cross midnight: every calendar day answers half or more, the night between does not', async () => {
		const given: [string, boolean][] = [
			...['08', '09', '10', '11'].map((hour): [string, boolean] => [`2026-10-05 ${hour}:00:00`, true]),
			...['18', '19', '20', '21'].map((hour): [string, boolean] => [`2026-10-05 ${hour}:00:00`, false]),
			...['01', '02', '03', '04'].map((hour): [string, boolean] => [`2026-10-06 ${hour}:00:00`, false]),
			...['18', '19', '20', '21'].map((hour): [string, boolean] => [`2026-10-06 ${hour}:00:00`, true])
		];
		// Right after the 11:00 call to right before the 18:00 call a day later there is no whole 24 hours without one more.
		expect(await worst(given)).toMatchObject({ numerator: 0, denominator: 8, rate: 0 });
	});

	test('as a minute-by-minute search finds it', async () => {
		let state = 12345;
		const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
		const start = Date.UTC(2026, 9, 5);
		const minutes = Array.from({ length: 120 }, () => Math.floor(next() * 5 * 1440)).sort((a, b) => a - b);
		const given = [...new Set(minutes)].map((minute) => ({ minute, answered: next() < 0.8 }));
		const first = given[0]!.minute;
		const last = given.at(-1)!.minute;
		let least = 1;
		for (let begin = first; begin + 1440 <= last + 1 / 60; begin += 1 / 60) {
			const inside = given.filter(({ minute }) => minute >= begin - 1e-9 && minute < begin + 1440 - 1e-9);
			if (inside.length === 0) continue;
			least = Math.min(least, inside.filter(({ answered }) => answered).length / inside.length);
			// Nothing changes until the next call enters or leaves.
			const events = given.flatMap(({ minute }) => [minute, minute - 1440]).filter((at) => at > begin + 1 / 60);
			begin = Math.max(begin, Math.min(...events, last) - 2 / 60);
		}
		const at = (minute: number) => new Date(start + minute * 60_000).toISOString().slice(0, 19).replace('T', ' ');
		const row = await worst(given.map(({ minute, answered }) => [at(minute), answered]));
		expect(row!.rate).toBeCloseTo(least, 9);
	});

	test('a log of less than 24 hours has none', async () => {
		expect(
			await worst([
				['2026-10-05 08:00:00', false],
				['2026-10-06 07:00:00', true]
			])
		).toBeUndefined();
	});
});

describe('residents and seats', () => {
	let city: Warehouse;
	beforeAll(async () => {
		city = await withCalls([
			"insert into places values (null, '2020-01-01', 1000000, 20, 150), (null, '2026-01-01', 2000000, 50, null)",
			"insert into places values ('东区', '2026-01-01', 40000, null, null), ('西区', '2027-01-01', 30000, null, null)"
		]);
	});

	test('of the latest entry up to the end of the period', async () => {
		expect(await perResident(city.db, 'seats-per-resident', october).execute()).toEqual([
			{ numerator: 50, residents: 2000000, value: 2.5 }
		]);
		const before = scope({ period: { from: null, to: '2025-12-31' } });
		expect(await perResident(city.db, 'staff-per-resident', before).execute()).toEqual([
			{ numerator: 150, residents: 1000000, value: 15 }
		]);
		expect(await perResident(city.db, 'staff-per-resident', october).execute()).toEqual([
			{ numerator: null, residents: null, value: null }
		]);
	});

	test('orders of the whole city, of a district, and by district; a district without residents is left out', async () => {
		expect(await perResident(city.db, 'demands-per-resident', scope()).execute()).toEqual([
			{ numerator: 18, residents: 2000000, value: 0.09 }
		]);
		expect(await perResident(city.db, 'demands-per-resident', scope({ district: ['东区'] })).execute()).toEqual([
			{ numerator: 8, residents: 40000, value: 2 }
		]);
		expect(await perResident(city.db, 'demands-per-resident', scope(), 'district').execute()).toEqual([
			{ name: '东区', numerator: 8, residents: 40000, value: 2 }
		]);
	});
});

test('while no call log, summary or list of places is loaded every one of them has no value', async () => {
	const { db } = await withCalls([]);
	for (const [key, { type }] of Object.entries(besideOrders)) {
		if (type === 'calls')
			expect(await calls(db, key as CallKey, scope()).execute(), key).toEqual([
				{ numerator: 0, denominator: 0, value: null, days: 0 }
			]);
	}
	expect(await worst24Hours(db, scope()).execute()).toEqual([]);
	expect(await perResident(db, 'seats-per-resident', scope()).execute()).toMatchObject([{ value: null }]);
	expect(Object.values((await callsCarried(db).executeTakeFirstOrThrow()) as Record<string, number>)).toEqual(
		expect.arrayContaining([0])
	);
});
