import type { FigureTable } from '#lib/domain/table.ts';
import { rankUnits } from '#lib/domain/ranking.ts';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { duration } from '#queries/duration.ts';
import { durationDistribution } from '#queries/duration-distribution.ts';
import { measures, type DurationKey, type RateKey } from '#queries/measures.ts';
import { ranking } from '#queries/ranking.ts';
import { rate } from '#queries/rate.ts';
import { returnVisits } from '#queries/return-visits.ts';
import { timeliness } from '#queries/timeliness.ts';
import { volumes } from '#queries/volumes.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';

/** The stages of an order, in the order they happen. */
export const stages = ['dispatch-time', 'sign-time', 'first-contact-time', 'handling-time'] as const satisfies DurationKey[];

/** Every table there is, by the name its file has. Pages, downloads and releases all come through here. */
export const tables = {
	volumes: volumesTable,
	timeliness: timelinessTable,
	'on-time': onTimeTable,
	'handling-time': handlingTimeTable,
	stages: stagesTable,
	distribution: distributionTable,
	ranking: rankingTable,
	'return-visits': returnVisitsTable
} as const;

export type TableId = keyof typeof tables;
export const isTableId = (id: string): id is TableId => Object.hasOwn(tables, id);

export type TableOptions = { scope: Scope; by: Dimension; stage?: DurationKey; rateKey?: RateKey };

const named = <Row extends { name?: string | null }>(row: Row) => ({ ...row, name: row.name ?? null });

async function volumesTable(db: WarehouseDb, { scope, by }: TableOptions): Promise<FigureTable> {
	const [rows, total] = await Promise.all([
		volumes(db, scope, by).execute(),
		volumes(db, scope).executeTakeFirstOrThrow()
	]);
	return {
		id: 'volumes',
		by,
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'received', kind: 'count', measure: 'received' },
			{ key: 'toUnits', kind: 'count' },
			{ key: 'desk', kind: 'count' }
		],
		rows: rows.map(named),
		total: named(total)
	};
}

async function timelinessTable(db: WarehouseDb, { scope, by }: TableOptions): Promise<FigureTable> {
	const [rows, total] = await Promise.all([
		timeliness(db, scope, by).execute(),
		timeliness(db, scope).executeTakeFirstOrThrow()
	]);
	const states = ['closedOnTime', 'closedLate', 'openWithin', 'openOverdue', 'unknown', 'total'];
	return {
		id: 'timeliness',
		by,
		columns: [{ key: 'name', kind: 'text' }, ...states.map((key) => ({ key, kind: 'count' as const }))],
		rows: rows.map(named),
		total: named(total)
	};
}

async function onTimeTable(db: WarehouseDb, { scope, by }: TableOptions): Promise<FigureTable> {
	const [due, closed, dueTotal, closedTotal] = await Promise.all([
		rate(db, 'on-time-due', scope, by).execute(),
		rate(db, 'on-time-closed', scope, by).execute(),
		rate(db, 'on-time-due', scope).executeTakeFirstOrThrow(),
		rate(db, 'on-time-closed', scope).executeTakeFirstOrThrow()
	]);
	const names = [...new Set([...due, ...closed].map((row) => row.name ?? null))].sort(nullsLast);
	const side = (row: (typeof due)[number] | undefined, prefix: string) => ({
		[`${prefix}Numerator`]: row?.numerator ?? 0,
		[`${prefix}Denominator`]: row?.denominator ?? 0,
		[`${prefix}Rate`]: row?.rate ?? null
	});
	const find = (rows: typeof due, name: string | null) => rows.find((row) => (row.name ?? null) === name);
	return {
		id: 'on-time',
		by,
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'dueNumerator', kind: 'count' },
			{ key: 'dueDenominator', kind: 'count' },
			{ key: 'dueRate', kind: 'rate', measure: 'on-time-due', of: { numerator: 'dueNumerator', denominator: 'dueDenominator' } },
			{ key: 'closedNumerator', kind: 'count' },
			{ key: 'closedDenominator', kind: 'count' },
			{ key: 'closedRate', kind: 'rate', measure: 'on-time-closed', of: { numerator: 'closedNumerator', denominator: 'closedDenominator' } }
		],
		rows: names.map((name) => ({ name, ...side(find(due, name), 'due'), ...side(find(closed, name), 'closed') })),
		total: { name: null, ...side(dueTotal, 'due'), ...side(closedTotal, 'closed') }
	};
}

const nullsLast = (a: string | null, b: string | null) =>
	a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

const durationColumns = (key: DurationKey) => [
	{ key: 'n', kind: 'count' as const },
	{ key: 'medianSeconds', kind: 'seconds' as const, measure: key, n: 'n' },
	{ key: 'p90Seconds', kind: 'seconds' as const, measure: key, n: 'n' },
	{ key: 'meanSeconds', kind: 'seconds' as const, n: 'n' },
	{ key: 'negative', kind: 'count' as const },
	{ key: 'missing', kind: 'count' as const }
];

async function handlingTimeTable(db: WarehouseDb, { scope, by, stage = 'handling-time' }: TableOptions): Promise<FigureTable> {
	const [rows, total] = await Promise.all([
		duration(db, stage, scope, by).execute(),
		duration(db, stage, scope).executeTakeFirstOrThrow()
	]);
	return {
		id: 'handling-time',
		by,
		columns: [{ key: 'name', kind: 'text' }, ...durationColumns(stage)],
		rows: rows.map(named),
		total: named(total)
	};
}

async function stagesTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const rows = await Promise.all(stages.map((stage) => duration(db, stage, scope).executeTakeFirstOrThrow()));
	return {
		id: 'stages',
		by: null,
		columns: [{ key: 'stage', kind: 'code' }, ...durationColumns('handling-time')],
		rows: rows.map((row, place) => ({ ...row, name: null, stage: stages[place] as string })),
		total: null
	};
}

async function distributionTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const binned = await Promise.all(stages.map((stage) => durationDistribution(db, stage, scope).execute()));
	const bins = [...new Set(binned.flat().map((row) => row.bin))].sort((a, b) => a - b);
	return {
		id: 'distribution',
		by: null,
		columns: [{ key: 'bin', kind: 'code' }, ...stages.map((stage) => ({ key: stage, kind: 'count' as const, measure: stage }))],
		rows: bins.map((bin) => ({
			bin,
			...Object.fromEntries(
				stages.map((stage, place) => [stage, binned[place]?.find((row) => row.bin === bin)?.orders ?? 0])
			)
		})),
		total: null
	};
}

async function rankingTable(db: WarehouseDb, { scope, rateKey = 'on-time-due' }: TableOptions): Promise<FigureTable> {
	const ranked = rankUnits(await ranking(db, rateKey, scope).execute());
	const total = await rate(db, rateKey, scope).executeTakeFirstOrThrow();
	return {
		id: 'ranking',
		by: 'unit',
		columns: [
			{ key: 'unit', kind: 'text' },
			{ key: 'place', kind: 'place' },
			{ key: 'unitKind', kind: 'text' },
			{ key: 'numerator', kind: 'count' },
			{ key: 'denominator', kind: 'count' },
			{ key: 'rate', kind: 'rate', measure: rateKey, of: { numerator: 'numerator', denominator: 'denominator' } },
			{ key: 'low', kind: 'rate' },
			{ key: 'high', kind: 'rate' },
			{ key: 'standing', kind: 'code' }
		],
		rows: ranked.units,
		total: { unit: null, place: null, unitKind: null, ...total, name: null, low: null, high: null, standing: null }
	};
}

/** The rates of the survey and the counts they are made of, as columns of the return-visit table. */
export const visitRates = {
	responseRate: { measure: 'visit-response', of: 'valid', base: 'attempted' },
	contactedRate: { measure: 'contacted', of: 'contacted', base: 'valid' },
	resolvedRate: { measure: 'resolved', of: 'resolved', base: 'valid' },
	satisfiedRate: { measure: 'satisfied', of: 'satisfied', base: 'valid' }
} as const satisfies Record<string, { measure: keyof typeof measures; of: string; base: string }>;

const visitRateColumn = (key: keyof typeof visitRates) => {
	const { measure, of, base } = visitRates[key];
	return { key, kind: 'rate' as const, measure, of: { numerator: of, denominator: base } };
};

type VisitCounts = Record<string, Cell>;
type Cell = string | number | null;

/** Adds the survey's rates to its counts; null where a count is not known or the base is empty. */
export function withVisitRates<Row extends VisitCounts>(row: Row): Row & VisitCounts {
	const rates = Object.entries(visitRates).map(([key, { of, base }]) => {
		const numerator = row[of];
		const denominator = row[base];
		return [key, typeof numerator === 'number' && typeof denominator === 'number' && denominator > 0 ? numerator / denominator : null];
	});
	return { ...row, ...Object.fromEntries(rates) };
}

async function returnVisitsTable(db: WarehouseDb, { scope, by }: TableOptions): Promise<FigureTable> {
	const [rows, total] = await Promise.all([
		returnVisits(db, scope, by).execute(),
		returnVisits(db, scope).executeTakeFirstOrThrow()
	]);
	return {
		id: 'return-visits',
		by,
		columns: [
			{ key: 'name', kind: 'text' },
			...['closed', 'attempted', 'reached', 'valid'].map((key) => ({ key, kind: 'count' as const })),
			visitRateColumn('responseRate'),
			{ key: 'contacted', kind: 'count' },
			visitRateColumn('contactedRate'),
			{ key: 'resolved', kind: 'count' },
			visitRateColumn('resolvedRate'),
			{ key: 'satisfied', kind: 'count' },
			visitRateColumn('satisfiedRate'),
			{ key: 'basicallySatisfied', kind: 'count' },
			{ key: 'dissatisfied', kind: 'count' }
		],
		rows: rows.map((row) => withVisitRates(named(row))),
		total: withVisitRates(named(total))
	};
}
