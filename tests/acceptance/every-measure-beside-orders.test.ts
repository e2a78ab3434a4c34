import { beforeAll, describe, expect, test } from 'vitest';
import { everything, type Scope } from '#lib/domain/scope.ts';
import { currentManifest } from '#lib/server/build/manifest.ts';
import { currentVersion, versionPath } from '#lib/server/data-folder.ts';
import { besideAnswers } from '#lib/server/reports/answers.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { besideMeasure, besideOrders, type BesideKey, type CallKey, type PlaceKey } from '#queries/measures.ts';
import { besideDimensionsOf, type BesideDimension } from '#queries/where/counted-by.ts';
import { runIn, warehouseBench } from '../support/warehouse.ts';
import { dataCut, orders as exported } from '../queries/city.ts';
import { besideOrdersMadeUp, madeUpCalls, madeUpPlaces, madeUpSummaries } from './oracle/call-data.ts';
import { callOracles } from './oracle/calls.ts';
import { ordersOf, type Order } from './oracle/orders.ts';

const bench = warehouseBench();
const invalid = exported.split('\n')[2]!.replace('A02', 'X01').replace('投诉', '骚扰电话');

let db: WarehouseDb;
let orders: Order[];

beforeAll(async () => {
	const folder = bench.newFolder();
	await bench.take(folder, [{ text: `${exported}${invalid}\n`, dataCut }]);
	({ orders } = await ordersOf(folder, currentManifest(folder)!.inputs));
	await runIn(versionPath(folder, currentVersion(folder)!), besideOrdersMadeUp);
	({ db } = await bench.openCurrent(folder));
});

type Figures = { numerator: number | null; denominator: number | null; value: number | null; days: number | null };
type Expected = Map<string | null, Figures>;

const isWithin = (day: string, { period: { from, to } }: Scope) =>
	(from === null || day >= from) && (to === null || day <= to);

/** Sums over the days of every line, of the log where it has the day, else of the summary. */
function ofCalls(key: CallKey, scope: Scope, by?: BesideDimension): Expected {
	const { log, summary, line: only } = callOracles[key];
	const dayOf = (line: string | null, day: string) => JSON.stringify([line, day]);
	const logged = Map.groupBy(madeUpCalls, ({ line, arrived_at }) => dayOf(line, arrived_at.slice(0, 10)));
	const days = [
		...[...logged.values()].map((calls) => {
			const { line, arrived_at } = calls[0]!;
			return { line, day: arrived_at.slice(0, 10), parts: log(calls) };
		}),
		...madeUpSummaries
			.filter(({ line, day }) => !logged.has(dayOf(line, day)))
			.map((one) => ({ line: one.line, day: one.day, parts: summary(one) }))
	].filter(
		({ line, day, parts }) =>
			parts !== null &&
			isWithin(day, scope) &&
			(only === undefined || line?.includes(only)) &&
			(scope.line.length === 0 || scope.line.includes(line ?? ''))
	);
	const nameOf = ({ line, day }: { line: string | null; day: string }) =>
		by === undefined ? '' : by === 'line' ? line : by === 'month' ? day.slice(0, 7) : day;
	const groups = Map.groupBy(days, nameOf);
	if (by === undefined && groups.size === 0) groups.set('', []);
	return new Map(
		[...groups].map(([name, group]) => {
			const sum = (place: 0 | 1) => group.reduce((total, { parts }) => total + parts![place], 0);
			const [numerator, denominator] = [sum(0), sum(1)];
			const value = denominator === 0 ? null : numerator / denominator;
			return [name, { numerator, denominator, value, days: group.length }];
		})
	);
}

/** Orders of the period, seats or staff as of its end, for each so many residents of the city or of a district. */
function ofPlaces(key: PlaceKey, scope: Scope, by?: BesideDimension): Expected {
	const { counted, each } = {
		'demands-per-resident': { counted: 'orders' as const, each: 10_000 },
		'seats-per-resident': { counted: 'seats' as const, each: 100_000 },
		'staff-per-resident': { counted: 'staff' as const, each: 100_000 }
	}[key];
	const asOf = scope.period.to ?? dataCut.slice(0, 10);
	const isByDistrict = by !== undefined || scope.district.length > 0;
	const entries = [...Map.groupBy(madeUpPlaces, ({ district }) => district)].flatMap(([district, history]) => {
		const known = history.filter(({ valid_from }) => valid_from <= asOf);
		const place = known.sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1)).at(-1);
		const isAsked = (district !== null) === isByDistrict;
		if (!place || !isAsked || (scope.district.length > 0 && !scope.district.includes(district!))) return [];
		const received = orders.filter(
			(order) =>
				order.kind_code !== 'invalid' &&
				isWithin(order.received_at.slice(0, 10), scope) &&
				(scope.unit.length === 0 || scope.unit.includes(String(order.unit))) &&
				(district === null || order.district === district)
		).length;
		const top = counted === 'orders' ? received : place[counted];
		return top === null || place.residents === null ? [] : [{ district, top, residents: place.residents }];
	});
	const groups = Map.groupBy(entries, ({ district }) => (by === undefined ? '' : district));
	if (by === undefined && groups.size === 0)
		return new Map([['', { numerator: null, denominator: null, value: null, days: null }]]);
	return new Map(
		[...groups].map(([name, group]) => {
			const numerator = group.reduce((sum, { top }) => sum + top, 0);
			const denominator = group.reduce((sum, { residents }) => sum + residents, 0);
			return [name, { numerator, denominator, value: (each * numerator) / denominator, days: null }];
		})
	);
}

/** Two end on the very day from which a number of residents holds. */
const periods = [
	{ from: null, to: null },
	{ from: '2026-10-01', to: '2026-10-07' },
	{ from: null, to: '2026-09-15' },
	{ from: '2026-09-01', to: '2026-10-01' },
	{ from: '2025-01-01', to: '2025-12-31' }
];
const scopesOf = (key: BesideKey): Scope[] => {
	const whole = periods.map((period) => ({ ...everything, period }));
	if (besideMeasure(key).type === 'calls')
		return [...whole, { ...everything, line: ['12345', ''] }, { ...everything, line: ['12348法律援助'] }];
	const kept = { ...everything, district: ['东区', '西区'] };
	return [...whole, kept, ...(key === 'demands-per-resident' ? [{ ...kept, unit: ['住建局'] }] : [])];
};
const keys = (Object.keys(besideOrders) as BesideKey[]).filter((key) => besideMeasure(key).type !== 'uncarried');

describe.each(keys)('%s', (key) => {
	const measure = besideMeasure(key);

	test.each([undefined, ...besideDimensionsOf(measure)])('by %s is what the calls and places come to', async (by) => {
		let compared = 0;
		for (const scope of scopesOf(key)) {
			const rows = (await besideAnswers(db, key, scope, by))!;
			const found = new Map(rows.map(({ name, ...row }) => [by === undefined ? '' : name, row]));
			const wanted =
				measure.type === 'calls' ? ofCalls(key as CallKey, scope, by) : ofPlaces(key as PlaceKey, scope, by);
			expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
			for (const [name, { value, ...counts }] of wanted) {
				const { value: told, ...row } = found.get(name)!;
				expect(row, `${key} ${by} ${name}`).toEqual(counts);
				if (value === null) expect(told).toBeNull();
				else expect(told).toBeCloseTo(value, 9);
				compared += Number(value !== null);
			}
		}
		expect(compared).toBeGreaterThan(1);
	});
});

test('a dimension that calls or residents do not have is refused, and what no file carries has no answer', async () => {
	await expect(besideAnswers(db, 'answer-rate', everything, 'district')).rejects.toThrow('by district');
	await expect(besideAnswers(db, 'seats-per-resident', everything, 'month')).rejects.toThrow('by month');
	expect(await besideAnswers(db, 'knowledge-base', everything)).toBeNull();
});
