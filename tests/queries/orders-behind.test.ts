import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Scope } from '#lib/domain/scope.ts';
import { answer } from '#lib/server/reports/answers.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { measures, type MeasureKey } from '#queries/measures.ts';
import { ordersBehindTotal } from '#queries/orders-behind-total.ts';
import { ordersBehind, ordersPerPage } from '#queries/orders-behind.ts';
import { parts, type Part } from '#queries/where/behind.ts';
import { isCityLevelOnly } from '#queries/where/city-level.ts';
import { howOften } from '../support/how-often.ts';
import { csv } from '../support/warehouse.ts';
import { cityOfOrders, nowhere, october, scope, september } from './city.ts';

const city = cityOfOrders();
const sample = cityOfOrders(
	readFileSync(resolve(import.meta.dirname, '../../seeds/exports/回访工单_2026年10月.csv'), 'utf8')
);
/** A number that is the city's alone has no list of orders behind it: city-level.test.ts. */
const keys = (Object.keys(measures) as MeasureKey[]).filter((key) => !isCityLevelOnly(measures[key]));

const numbers = async (key: MeasureKey, part: Part, asked: Scope) =>
	(await ordersBehind(city.db, key, part, asked).execute()).map(({ orderNumber }) => orderNumber).join(' ');

describe('the orders behind a number of October, in the order of receipt', () => {
	test.each<[MeasureKey, Part, string]>([
		['on-time-due', 'numerator', 'A03 A09 A08 A12 A14'],
		['on-time-due', 'denominator', 'A15 A03 A06 A05 A09 A10 A08 A12 A14'],
		['on-time-closed', 'denominator', 'A15 A03 A09 A08 A12 A14 A17'],
		['resolved', 'numerator', 'A08'],
		['resolved', 'denominator', 'A15 A08 A14 A17'],
		['open-overdue', 'numerator', 'A05'],
		['open-overdue', 'denominator', 'A05'],
		['desk-answers', 'numerator', 'A07 A18'],
		// Closed before it was received, or on a day without a time: counted, and in no time.
		['handling-time', 'numerator', 'A15 A03 A11 A12 A14 A17'],
		['handling-time', 'denominator', 'A15 A03 A09 A10 A08 A11 A12 A14 A17']
	])('%s, %s', async (key, part, expected) => {
		expect(await numbers(key, part, october)).toBe(expected);
	});

	test('an order whole', async () => {
		expect(await ordersBehind(city.db, 'open-overdue', 'numerator', october).execute()).toEqual([
			{
				orderNumber: 'A05',
				unit: '住建局',
				kind: '求助',
				receivedAt: '2026-10-05 09:00:00',
				receivedIsDate: false,
				dueAt: '2026-10-20 23:59:59',
				closedAt: null,
				closedIsDate: null,
				state: 'open_overdue'
			}
		]);
	});
});

/** What the page of the number says, by part. */
async function figure(db: WarehouseDb, key: MeasureKey, asked: Scope): Promise<Record<Part, number>> {
	const said = await answer(db, key, asked);
	switch (said.type) {
		case 'rate':
			return said;
		case 'ratio':
			return { numerator: said.ordersWithSome, denominator: said.orders };
		case 'count':
			return { numerator: said.orders, denominator: said.orders };
		case 'gap':
			return { numerator: said.oneDenominator, denominator: said.otherDenominator };
		case 'quota':
			return { numerator: said.counted, denominator: said.asked };
		case 'quantity':
			return { numerator: said.n, denominator: said.n + said.missing };
		case 'duration':
			return { numerator: said.n, denominator: said.n + said.negative + said.missing };
		case 'survival': {
			// Nothing behind it: the sums of no row are null.
			const [timed, others] = [said.n ?? 0, (said.negative ?? 0) + (said.missing ?? 0) + (said.yearNotLoaded ?? 0)];
			return { numerator: timed, denominator: timed + others };
		}
	}
}

/** Those that part the orders most come first. */
const scopes = [october, scope(), scope({ unit: [''] }), september, scope({ unit: ['城管局'] }), nowhere];

describe.each([
	['the hand-countable city', () => city.db],
	['an export of the made-up city', () => sample.db]
])('as many orders as the figure says: %s', (_, db) => {
	test.each(keys.flatMap((key) => parts.map((part) => [key, part] as const)))('%s, %s', async (key, part) => {
		for (const asked of scopes.slice(0, howOften(scopes.length, 3))) {
			const expected = (await figure(db(), key, asked))[part];
			expect(await ordersBehindTotal(db(), key, part, asked).execute()).toEqual([
				{ orders: expected, confidential: 0 }
			]);
			const rows = await ordersBehind(db(), key, part, asked).execute();
			expect(new Set(rows.map(({ orderNumber }) => orderNumber)).size).toBe(Math.min(expected, ordersPerPage));
		}
	});
});

describe('pages', () => {
	const many = Array.from({ length: 2 * ordersPerPage + 3 }, (_, place) => ({
		工单编号: `M${String(place).padStart(3, '0')}`,
		受理时间: '2026-09-01 08:00:00'
	}));
	const crowd = cityOfOrders(csv(many.toReversed()));

	test('follow each other without a gap or a repetition, and end', async () => {
		const pages = await Promise.all(
			[1, 2, 3, 4].map((page) => ordersBehind(crowd.db, 'received', 'numerator', scope(), page).execute())
		);
		expect(pages.map((rows) => rows.length)).toEqual([ordersPerPage, ordersPerPage, 3, 0]);
		expect(pages.flat().map(({ orderNumber }) => orderNumber)).toEqual(many.map((row) => row.工单编号));
	});
});
