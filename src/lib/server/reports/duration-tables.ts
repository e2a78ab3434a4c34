import { rowMeasure, type FigureTable, type TableColumn } from '#lib/domain/table.ts';
import { duration } from '#queries/duration.ts';
import { durationDistribution } from '#queries/duration-distribution.ts';
import type { DurationKey } from '#queries/measures.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { named, type TableOptions } from './table-options.ts';

/** The stages of an order, in the order they happen. */
export const stages = [
	'dispatch-time',
	'sign-time',
	'first-contact-time',
	'handling-time'
] as const satisfies DurationKey[];

const durationColumns = (measure: string): TableColumn[] => [
	{ key: 'n', kind: 'count', measure },
	{ key: 'medianSeconds', kind: 'seconds', measure, n: 'n' },
	{ key: 'p90Seconds', kind: 'seconds', measure, n: 'n' },
	{ key: 'meanSeconds', kind: 'seconds', measure, n: 'n' },
	{ key: 'negative', kind: 'count', measure },
	{ key: 'missing', kind: 'count', measure }
];

/** The times of one stage, a row per value of `by`. */
export async function handlingTimeTable(
	db: WarehouseDb,
	{ scope, by, stage = 'handling-time' }: TableOptions
): Promise<FigureTable> {
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

/** The times of every stage, a row per stage. */
export async function stagesTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const rows = await Promise.all(stages.map((stage) => duration(db, stage, scope).executeTakeFirstOrThrow()));
	return {
		id: 'stages',
		by: null,
		columns: [{ key: 'stage', kind: 'code' }, ...durationColumns(rowMeasure)],
		rows: rows.map((row, place) => ({ ...row, name: null, stage: stages[place] as string })),
		total: null
	};
}

/** How the times of every stage are spread, a row per bin that holds an order. */
export async function distributionTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const binned = await Promise.all(stages.map((stage) => durationDistribution(db, stage, scope).execute()));
	const bins = [...new Set(binned.flat().map((row) => row.bin))].sort((a, b) => a - b);
	return {
		id: 'distribution',
		by: null,
		columns: [
			{ key: 'bin', kind: 'code' },
			...stages.map((stage) => ({ key: stage, kind: 'count' as const, measure: stage }))
		],
		rows: bins.map((bin) => ({
			bin,
			...Object.fromEntries(
				stages.map((stage, place) => [stage, binned[place]?.find((row) => row.bin === bin)?.orders ?? 0])
			)
		})),
		total: null
	};
}
