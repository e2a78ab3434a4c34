import { earlierKeys, type EarlierKey } from '#lib/domain/earlier-periods.ts';
import { differenceInterval, directionOf } from '#lib/domain/movement.ts';
import { fewestToRank } from '#lib/domain/ranking.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { Share } from '#lib/domain/statistics.ts';
import { rowMeasure, type FigureTable, type TableColumn, type TableRow } from '#lib/domain/table.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import type { RateKey } from '#queries/measures.ts';
import { rate } from '#queries/rate.ts';
import { volumes } from '#queries/volumes.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { TableOptions } from './table-options.ts';

/** The rates that the headline is made of. */
export const changedRates = [
	'on-time-due',
	'on-time-closed',
	'visit-response',
	'contacted',
	'resolved',
	'satisfied'
] as const satisfies RateKey[];

type Scopes = { now: Scope } & Record<EarlierKey, Scope | null>;
const scopesOf = ({ scope, earlier }: TableOptions): Scopes => ({
	now: scope,
	before: earlier?.before ?? null,
	year: earlier?.year ?? null
});

const none: Share = { numerator: 0, denominator: 0 };
const rateOf = ({ numerator, denominator }: Share) => (denominator === 0 ? null : numerator / denominator);

/** A rate now, in the period before and a year before, with the 95 % interval of each difference (Newcombe). */
function changed(now: Share, then: Record<EarlierKey, Share>, fewest: number): TableRow {
	const sides = earlierKeys.map((key): TableRow => {
		const isJudged = Math.min(now.denominator, then[key].denominator) >= fewest;
		const interval = isJudged ? differenceInterval(now, then[key]) : null;
		return {
			[`${key}Numerator`]: then[key].numerator,
			[`${key}Denominator`]: then[key].denominator,
			[`${key}Rate`]: rateOf(then[key]),
			[`${key}Difference`]: interval && interval.difference,
			[`${key}Low`]: interval && interval.low,
			[`${key}High`]: interval && interval.high,
			[`${key}Movement`]: isJudged ? `moved_${directionOf(now, then[key])}` : 'moved_few'
		};
	});
	const { numerator, denominator } = now;
	return Object.assign({ numerator, denominator, rate: rateOf(now) }, ...sides) as TableRow;
}

const rateColumns = (measure: string): TableColumn[] => [
	{ key: 'numerator', kind: 'count', measure },
	{ key: 'denominator', kind: 'count', measure },
	{ key: 'rate', kind: 'rate', measure, of: { numerator: 'numerator', denominator: 'denominator' } },
	...earlierKeys.flatMap((key): TableColumn[] => [
		{ key: `${key}Numerator`, kind: 'count' },
		{ key: `${key}Denominator`, kind: 'count' },
		{ key: `${key}Rate`, kind: 'rate', of: { numerator: `${key}Numerator`, denominator: `${key}Denominator` } },
		{ key: `${key}Difference`, kind: 'points', interval: { low: `${key}Low`, high: `${key}High` } },
		{ key: `${key}Low`, kind: 'points' },
		{ key: `${key}High`, kind: 'points' },
		{ key: `${key}Movement`, kind: 'code' }
	])
];

/** The headline's rates against the period before and the year before, a row per measure. */
export async function changesTable(db: WarehouseDb, options: TableOptions): Promise<FigureTable> {
	const { now, before, year } = scopesOf(options);
	const of = (key: RateKey, scope: Scope | null) => (scope ? rate(db, key, scope).executeTakeFirstOrThrow() : none);
	const rows = await Promise.all(
		changedRates.map(async (key) => {
			const [own, ...then] = await Promise.all([of(key, now), of(key, before), of(key, year)]);
			return { measure: key, ...changed(own, { before: then[0]!, year: then[1]! }, 1) };
		})
	);
	return {
		id: 'changes',
		by: null,
		columns: [{ key: 'measure', kind: 'code' }, ...rateColumns(rowMeasure)],
		rows,
		total: null
	};
}

/** One rate against both earlier periods, a row per value of `by`; names of any of the three have a row. */
export async function changesByTable(db: WarehouseDb, options: TableOptions): Promise<FigureTable> {
	const { by, rateKey = 'on-time-due', fewest = fewestToRank } = options;
	const { now, before, year } = scopesOf(options);
	const of = (scope: Scope | null) => (scope ? rate(db, rateKey, scope, by).execute() : []);
	const whole = (scope: Scope | null) => (scope ? rate(db, rateKey, scope).executeTakeFirstOrThrow() : none);
	const [rows, totals] = await Promise.all([
		Promise.all([of(now), of(before), of(year)]),
		Promise.all([whole(now), whole(before), whole(year)])
	]);
	const find = (place: number, name: string | null) => rows[place]!.find((row) => (row.name ?? null) === name) ?? none;
	return {
		id: 'changes-by',
		by,
		columns: [{ key: 'name', kind: 'text' }, ...rateColumns(rateKey)],
		rows: namesOf(rows).map((name) => ({
			name,
			...changed(find(0, name), { before: find(1, name), year: find(2, name) }, fewest)
		})),
		total: { name: null, ...changed(totals[0], { before: totals[1], year: totals[2] }, 1) }
	};
}

/**
 * Orders received and the median time to closing with the open counted (Kaplan–Meier, clock days), now and in both earlier
 * periods, a row per value of `by`. The medians stand side by side without a claim: no test is made of them.
 */
export async function changesTimesTable(db: WarehouseDb, options: TableOptions): Promise<FigureTable> {
	const { by } = options;
	const scopes = scopesOf(options);
	const asked = ['now', ...earlierKeys] as const;
	const sides = await Promise.all(
		asked.map(async (key) => {
			const scope = scopes[key];
			if (scope === null) return { received: [], times: [], receivedTotal: null, timesTotal: null };
			const [received, times, receivedTotal, timesTotal] = await Promise.all([
				volumes(db, scope, by).execute(),
				handlingSurvival(db, 'handling-survival', scope, by).execute(),
				volumes(db, scope).executeTakeFirstOrThrow(),
				handlingSurvival(db, 'handling-survival', scope).executeTakeFirstOrThrow()
			]);
			return { received, times, receivedTotal, timesTotal };
		})
	);
	type Received = { received: number } | null | undefined;
	type Times = { n: number; open: number; medianDays: number | null } | null | undefined;
	const side = (place: number, received: Received, times: Times): TableRow => ({
		[`${asked[place]}Received`]: received?.received ?? 0,
		[`${asked[place]}N`]: times?.n ?? 0,
		[`${asked[place]}Open`]: times?.open ?? 0,
		[`${asked[place]}Median`]: times?.medianDays ?? null
	});
	const measure = 'handling-survival';
	return {
		id: 'changes-times',
		by,
		columns: [
			{ key: 'name', kind: 'text' },
			...asked.flatMap((key): TableColumn[] => {
				const [received, times] = key === 'now' ? (['received', measure] as const) : [];
				return [
					{ key: `${key}Received`, kind: 'count', measure: received },
					{ key: `${key}N`, kind: 'count', measure: times },
					{ key: `${key}Open`, kind: 'count', measure: times },
					{ key: `${key}Median`, kind: 'days', measure: times, n: `${key}N` }
				];
			})
		],
		rows: namesOf(sides.flatMap(({ received, times }) => [received, times])).map((name) =>
			Object.assign(
				{ name },
				...sides.map(({ received, times }, place) =>
					side(
						place,
						received.find((row) => (row.name ?? null) === name),
						times.find((row) => (row.name ?? null) === name)
					)
				)
			)
		),
		total: Object.assign(
			{ name: null },
			...sides.map(({ receivedTotal, timesTotal }, place) => side(place, receivedTotal, timesTotal))
		)
	};
}

/** Every name of these answers once, by name; what is not stated last. */
const namesOf = (answers: { name?: string | null }[][]): (string | null)[] =>
	[...new Set(answers.flat().map(({ name }) => name ?? null))].sort((a, b) =>
		a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1
	);
