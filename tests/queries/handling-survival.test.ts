import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { everything } from '#lib/domain/scope.ts';
import { backlogByAge } from '#queries/backlog-by-age.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import { makeUpDays } from '#queries/make-up-days.ts';
import { monthsWatched } from '#queries/months-watched.ts';
import { survivalCurve } from '#queries/survival-curve.ts';
import { survival } from '#queries/where/survival.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';
import { cityOfOrders, dataCut, nowhere, october, scope } from './city.ts';

const city = cityOfOrders();
const { warehouseOf } = warehouseBench();

const moment = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
const day = 86_400_000;

/** Orders of which each was closed after so many days, or is open since so many at T. */
async function ordersOf(times: [days: number, closed: boolean][], cut = Date.UTC(2026, 5, 30)) {
	const rows = times.map(([days, closed], place) => {
		const received = cut - (closed ? Math.max(days, 100) : days) * day;
		return {
			工单编号: String(place),
			受理时间: moment(received),
			办结时间: closed ? moment(received + days * day) : ''
		};
	});
	const { db } = await warehouseOf({ text: csv(rows), dataCut: moment(cut) });
	return db;
}

describe('the golden vector of measures.md, section 7', () => {
	const times: [number, 0 | 1][] = [
		[1, 1],
		[2, 1],
		[2, 1],
		[3, 0],
		[4, 1],
		[5, 1],
		[6, 0],
		[8, 1],
		[10, 0],
		[12, 0] // prettier-ignore
	];
	const vector = () => ordersOf(times.map(([days, closed]) => [days, closed === 1]));

	test('the shares still open, to the digit', async () => {
		const rows = await survival(await vector(), 'handling-survival', everything)
			.orderBy('days')
			.execute();
		const falls = rows.filter(({ closings }) => closings > 0);
		expect(falls.map(({ days, share_open }) => [days, Number(share_open!.toFixed(4))])).toEqual([
			...[[1, 0.9], [2, 0.7], [4, 0.5833], [5, 0.4667], [8, 0.3111]] // prettier-ignore
		]);
	});

	test('the median is 5; 90 % are not reached; the mean of the closed flatters', async () => {
		const [row] = await handlingSurvival(await vector(), 'handling-survival', everything).execute();
		expect(row).toEqual({
			...{ n: 10, closed: 6, open: 4, medianDays: 5, p75Days: null, p90Days: null },
			doneIn1: expect.closeTo(0.1, 10),
			doneIn5: expect.closeTo(0.5333333333, 9),
			doneIn10: expect.closeTo(0.6888888889, 9),
			doneIn15: null,
			meanClosedDays: expect.closeTo(3.6666666667, 9),
			...{ negative: 0, missing: 0, yearNotLoaded: 0 }
		});
	});

	test('where all are closed the curve ends at nothing open', async () => {
		const db = await ordersOf([[1, true], [2, true], [3, true], [4, true]]); // prettier-ignore
		const [row] = await handlingSurvival(db, 'handling-survival', everything).execute();
		expect(row).toMatchObject({ n: 4, medianDays: 2, p75Days: 3, p90Days: 4, doneIn1: expect.closeTo(0.25, 10) });
		expect(row).toMatchObject({ doneIn5: 1, doneIn15: 1 });
	});
});

test('a third open: the estimate lies within 2 % of the truth, the mean of the closed far below it', async () => {
	let state = 20_261_121;
	const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
	const mean = 6;
	const cut = Date.UTC(2026, 5, 30);
	const rows = Array.from({ length: 40_000 }, (_, place) => {
		const received = cut - random() * 2.82 * mean * day;
		const closed = received - Math.log(1 - random()) * mean * day;
		return {
			工单编号: String(place),
			受理时间: moment(received),
			办结时间: closed <= cut ? moment(closed) : ''
		};
	});
	const { db } = await warehouseOf({ text: csv(rows), dataCut: moment(cut) });
	const [row] = await handlingSurvival(db, 'handling-survival', everything).execute();
	expect(row!.open / row!.n).toBeCloseTo(1 / 3, 2);
	const truth = mean * Math.LN2;
	expect(Math.abs(row!.medianDays! - truth) / truth).toBeLessThan(0.02);
	expect(row!.meanClosedDays!).toBeLessThan(0.65 * mean);
});

describe('the orders of the city', () => {
	test('open ones count as open at T; every order that is no desk answer is in n or left out by a reason', async () => {
		const [row] = await handlingSurvival(city.db, 'handling-survival', scope()).execute();
		expect(row).toMatchObject({ n: 13, closed: 10, open: 3, negative: 1, missing: 2, yearNotLoaded: 0 });
		const [working] = await handlingSurvival(city.db, 'handling-survival-working', scope()).execute();
		expect(working).toMatchObject({ n: 13, closed: 10, open: 3, negative: 1, missing: 2, medianDays: 3 });
		const [unit] = await handlingSurvival(city.db, 'unit-survival', scope()).execute();
		expect(unit).toMatchObject({ closed: 9, open: 3, negative: 1, missing: 3 });
	});

	test('by unit and by month of receipt; nowhere there is nothing', async () => {
		const byMonth = await handlingSurvival(city.db, 'handling-survival-working', scope(), 'month').execute();
		expect(byMonth.map(({ name, n, closed }) => [name, n, closed])).toEqual([
			['2026-09', 3, 3],
			['2026-10', 10, 7]
		]);
		const byUnit = await handlingSurvival(city.db, 'handling-survival', october, 'unit').execute();
		expect(byUnit.map(({ name, n }) => [name, n])).toEqual([
			['人社局', 2],
			['住建局', 5],
			['城管局', 2],
			[null, 1]
		]);
		expect(await handlingSurvival(city.db, 'handling-survival', nowhere, 'unit').execute()).toEqual([]);
		const [none] = await handlingSurvival(city.db, 'handling-survival', nowhere).execute();
		expect(none).toMatchObject({ n: 0, closed: 0, medianDays: null, doneIn1: null, meanClosedDays: null });
	});

	test('the curve never falls, and says at each time what the figures say', async () => {
		const curve = await survivalCurve(city.db, 'handling-survival-working', scope()).execute();
		const [row] = await handlingSurvival(city.db, 'handling-survival-working', scope()).execute();
		expect(curve.every(({ done }, place) => place === 0 || done >= curve[place - 1]!.done)).toBe(true);
		expect(curve.filter(({ days }) => days <= 5).at(-1)!.done).toBeCloseTo(row!.doneIn5!, 12);
		expect(curve[0]!.atRisk).toBe(row!.n);
	});

	test('the backlog by age at T', async () => {
		expect(dataCut).toBe('2026-10-31 12:00:00');
		expect(await backlogByAge(city.db, scope()).execute()).toEqual([
			{ bin: 0, orders: 1, longest: 1 },
			{ bin: 1, orders: 1, longest: 2 },
			{ bin: 4, orders: 1, longest: 18 }
		]);
	});

	test('T has watched September for 18 working days, October for none', async () => {
		expect(await monthsWatched(city.db).execute()).toEqual([
			{ month: '2026-09', watchedDays: 18 },
			{ month: '2026-10', watchedDays: 0 }
		]);
	});

	test('a count from Monday to Friday', async () => {
		expect(await makeUpDays(city.db, scope()).execute()).toEqual([
			{ counted: 10, otherDays: 5, otherJudgement: 2, yearNotLoaded: 0 }
		]);
	});
});

test('a year that is not loaded is told, and never guessed', async () => {
	const order = (number: string, from: string, closed: string, status = '') => ({
		...{ 工单编号: number, 受理时间: from, 办结时间: closed, 工单状态: status }
	});
	const { db } = await warehouseOf({
		text: csv([
			order('loaded', '2026-12-28 08:00:00', '2026-12-29 08:00:00'),
			order('ends beyond', '2026-12-30 08:00:00', '2027-01-05 08:00:00'),
			order('open at T', '2026-12-30 08:00:00', ''),
			order('begins beyond', '2027-01-04 08:00:00', '2027-01-05 08:00:00'),
			order('no closing time', '2026-12-30 08:00:00', '', '已办结')
		]),
		dataCut: '2027-02-01 00:00:00'
	});
	const [working] = await handlingSurvival(db, 'handling-survival-working', everything).execute();
	expect(working).toMatchObject({ n: 3, closed: 1, open: 2, missing: 1, yearNotLoaded: 1, medianDays: null });
	const [byTheClock] = await handlingSurvival(db, 'handling-survival', everything).execute();
	expect(byTheClock).toMatchObject({ n: 4, closed: 3, open: 1, missing: 1, yearNotLoaded: 0 });
	expect(await makeUpDays(db, everything).execute()).toMatchObject([{ counted: 1, yearNotLoaded: 3 }]);
	expect(await backlogByAge(db, everything).execute()).toEqual([{ bin: -1, orders: 1, longest: 1 }]);
	expect(await monthsWatched(db).execute()).toEqual([
		{ month: '2026-12', watchedDays: null },
		{ month: '2027-01', watchedDays: null }
	]);
});

const hunan = resolve(import.meta.dirname, '../../../shared/exports/hunan-messages/e4.xlsx');
if (!existsSync(hunan)) console.warn('working days of real replies: skipped, since ../shared/exports is not here');

test.skipIf(!existsSync(hunan))('Hunan: working days to the reply, and what Monday to Friday would say', async () => {
	const { db } = await warehouseOf({ text: readFileSync(hunan), name: 'e4.xlsx' });
	const [row] = await handlingSurvival(db, 'handling-survival-working', everything).execute();
	const [judged] = await makeUpDays(db, everything).execute();
	// Counted day by day outside the product, with the calendar of ../shared/exports/calendar.
	expect(row).toMatchObject({ n: 120, open: 0, medianDays: 7, p75Days: 13, p90Days: 26 });
	const shares = [row!.doneIn1!, row!.doneIn5!, row!.doneIn10!, row!.doneIn15!];
	expect(shares.map((share) => Math.round(share * 120))).toEqual([10, 45, 83, 95]);
	expect(judged).toEqual({ counted: 120, otherDays: 39, otherJudgement: 9, yearNotLoaded: 0 });
});
