import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everything, type Dimension, type Scope } from '#lib/domain/scope.ts';
import { currentManifest } from '#lib/server/build/manifest.ts';
import { importExports } from '#lib/server/imports/import-exports.ts';
import { answers } from '#lib/server/reports/answers.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { measures, type MeasureKey } from '#queries/measures.ts';
import { ordersBehindTotal } from '#queries/orders-behind-total.ts';
import { dimensionsOf } from '#queries/where/counted-by.ts';
import { generateCity } from '#seeds/generate.ts';
import { warehouseBench } from '../support/warehouse.ts';
import { gapOf, kaplanMeier, quantile } from './oracle/figures.ts';
import { oracles, type Oracle } from './oracle/measures.ts';
import { ordersOf, type Order } from './oracle/orders.ts';

const bench = warehouseBench();
const made = mkdtempSync(join(tmpdir(), 'duban-every-measure-'));
afterAll(() => rmSync(made, { recursive: true, force: true }));

let db: WarehouseDb;
let orders: Order[];
let cut: string;

beforeAll(async () => {
	const folder = bench.newFolder();
	await importExports(folder, await generateCity({ folder: made, orders: 4000 }));
	({ db } = await bench.openCurrent(folder));
	({ orders, cut } = await ordersOf(folder, currentManifest(folder)!.inputs));
}, 180_000);

/** What a measure comes to, by name, worked out from the staged rows. */
function expected(oracle: Oracle, scope: Scope, by?: Dimension): Map<string | null, Record<string, unknown>> {
	const { from, to } = scope.period;
	const columns: Record<Dimension, string | null> = {
		...{ line: 'line', channel: 'channel', kind: 'kind', category: 'category_1', district: 'district', unit: 'unit' },
		month: null
	};
	const groups = new Map<string | null, Order[]>(by === undefined ? [['', []]] : []);
	// A quota is asked of the twelve months that end with the period, or with T.
	const year = oracle.type === 'quota' ? yearTo(to === null ? cut : `${to} 23:59:59`) : null;
	for (const order of orders) {
		const day = oracle.on(order);
		if (year !== null) {
			if (day === null || day <= year.after || day > year.upTo) continue;
		} else if (
			(from !== null && (day === null || day < from)) ||
			(to !== null && (day === null || day > `${to} 23:59:59`))
		)
			continue;
		if (!isAmong(oracle, order)) continue;
		const name =
			by === undefined ? '' : by === 'month' ? (day?.slice(0, 7) ?? null) : (order[columns[by]!] as string | null);
		groups.set(name, [...(groups.get(name) ?? []), order]);
	}
	return new Map([...groups].map(([name, group]) => [name, figures(oracle, group)]));
}

const yearTo = (moment: string) => ({
	after: `${Number(moment.slice(0, 4)) - 1}${moment.slice(4)}`,
	upTo: moment
});

function isAmong(oracle: Oracle, order: Order): boolean {
	if (oracle.type === 'count') return oracle.of(order, cut);
	if (oracle.type === 'gap') return oracle.one.among(order, cut) || oracle.other.among(order, cut);
	return (oracle.type === 'quota' ? oracle.asked : oracle.among)(order, cut);
}

function figures(oracle: Oracle, group: Order[]): Record<string, unknown> {
	if (oracle.type === 'count') return { orders: group.length };
	if (oracle.type === 'rate') {
		const numerator = group.filter((order) => oracle.of(order, cut)).length;
		return { numerator, denominator: group.length };
	}
	if (oracle.type === 'ratio') {
		const sums = group.map((order) => oracle.adds(order));
		const sum = (place: 0 | 1) => sums.reduce((total, each) => total + each[place], 0);
		const ordersWithSome = sums.filter(([above]) => above > 0).length;
		return { numerator: sum(0), denominator: sum(1), rate: sum(0) / sum(1), orders: group.length, ordersWithSome };
	}
	if (oracle.type === 'duration') {
		const seconds = group.map((order) => oracle.seconds(order));
		const kept = seconds.filter((each) => each !== null && each >= 0) as number[];
		return {
			...{ n: kept.length, medianSeconds: quantile(kept, 0.5), p90Seconds: quantile(kept, 0.9) },
			meanSeconds: kept.length === 0 ? null : kept.reduce((sum, each) => sum + each, 0) / kept.length,
			negative: seconds.filter((each) => each !== null && each < 0).length,
			missing: seconds.filter((each) => each === null).length
		};
	}
	if (oracle.type === 'quantity') {
		const values = group.map((order) => oracle.value(order, cut)).filter((value) => value !== null);
		return {
			...{ n: values.length, median: quantile(values, 0.5), p90: quantile(values, 0.9) },
			most: values.length === 0 ? null : Math.max(...values),
			missing: group.length - values.length
		};
	}
	if (oracle.type === 'quota') {
		const handlers = Map.groupBy(group, ({ unit, handler }) => JSON.stringify([unit, handler]));
		const isMet = (own: Order[]) => own.filter((order) => oracle.counted(order, cut)).length >= oracle.fewest;
		return { numerator: [...handlers.values()].filter(isMet).length, denominator: handlers.size };
	}
	if (oracle.type === 'gap') return gapOf(oracle, group, cut);
	return kaplanMeier(group.map((order) => oracle.watched(order, cut)).filter((life) => life !== null));
}

async function answered(key: MeasureKey, scope: Scope, by?: Dimension) {
	const rows = await answers(db, key, scope, by);
	return new Map(rows.map((row) => [by === undefined ? '' : row.name, row]));
}

const scopes: [string, Scope][] = [
	['all orders', everything],
	['one quarter', { ...everything, period: { from: '2026-04-01', to: '2026-06-30' } }]
];
const keys = Object.keys(measures) as MeasureKey[];

test('every measure has an oracle', () => {
	expect(keys.filter((key) => !oracles[key])).toEqual([]);
});

describe.each(keys)('%s', (key) => {
	const oracle = oracles[key]!;

	test.each([undefined, ...dimensionsOf(measures[key])])('by %s is what the staged rows come to', async (by) => {
		for (const [, scope] of scopes) {
			const found = await answered(key, scope, by);
			const wanted = expected(oracle, scope, by);
			expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
			for (const [name, values] of wanted) {
				for (const [column, value] of Object.entries(values)) {
					const got = (found.get(name) as Record<string, unknown>)[column];
					const at = `${key} ${by} ${name} ${column}`;
					if (typeof value === 'number') expect(got, at).toBeCloseTo(value, 6);
					else expect(got, at).toBe(value);
				}
			}
		}
	});

	test.skipIf(oracle.type === 'gap' || oracle.type === 'quota' || key === 'minors')(
		'the orders behind it are as many as it says',
		async () => {
			const [whole] = [...expected(oracle, everything).values()] as [Record<string, number>];
			const behind = async (part: 'numerator' | 'denominator') =>
				(await ordersBehindTotal(db, key, part, everything).executeTakeFirstOrThrow()).orders;
			const [numerator, denominator] =
				oracle.type === 'rate'
					? [whole.numerator, whole.denominator]
					: oracle.type === 'ratio'
						? [whole.ordersWithSome, whole.orders]
						: oracle.type === 'count'
							? [whole.orders, whole.orders]
							: oracle.type === 'survival'
								? [whole.n]
								: [whole.n, whole.n! + (whole.negative ?? 0) + whole.missing!];
			expect(await behind('numerator')).toBe(numerator);
			if (denominator !== undefined) expect(await behind('denominator')).toBe(denominator);
		}
	);
});
