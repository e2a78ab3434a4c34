import { rowMeasure, type FigureTable, type TableColumn } from '#lib/domain/table.ts';
import type { QuantityKey } from '#queries/measures.ts';
import { quantity } from '#queries/quantity.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { stages } from './duration-tables.ts';
import type { TableOptions } from './table-options.ts';

/** The same stages in working days. */
export const stageDays = {
	'dispatch-time': 'dispatch-working-days',
	'sign-time': 'sign-working-days',
	'first-contact-time': 'first-contact-working-days',
	'handling-time': 'handling-working-days'
} as const satisfies Record<(typeof stages)[number], QuantityKey>;

const columns = (measure: string): TableColumn[] => [
	{ key: 'n', kind: 'count', measure },
	{ key: 'medianWorkingDays', kind: 'days', measure, n: 'n' },
	{ key: 'p90WorkingDays', kind: 'days', measure, n: 'n' },
	{ key: 'mostWorkingDays', kind: 'days', measure, n: 'n' },
	{ key: 'notCounted', kind: 'count', measure }
];

const cells = ({
	n,
	median,
	p90,
	most,
	missing
}: Record<'n' | 'missing', number> & Record<'median' | 'p90' | 'most', number | null>) => ({
	n,
	medianWorkingDays: median,
	p90WorkingDays: p90,
	mostWorkingDays: most,
	notCounted: missing
});

/** The working days of every stage, a row per stage. */
export async function stageDaysTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const keys = Object.values(stageDays);
	const rows = await Promise.all(keys.map((key) => quantity(db, key, scope).executeTakeFirstOrThrow()));
	return {
		id: 'stage-days',
		by: null,
		columns: [{ key: 'stage', kind: 'code' }, ...columns(rowMeasure)],
		rows: rows.map((row, place) => ({ stage: keys[place] as string, ...cells(row) })),
		total: null
	};
}

/** The working days of one stage, a row per value of `by`. */
export async function stageDaysByTable(
	db: WarehouseDb,
	{ scope, by, stage = 'handling-time' }: TableOptions
): Promise<FigureTable> {
	const key = stageDays[stage as keyof typeof stageDays];
	const [rows, total] = await Promise.all([
		quantity(db, key, scope, by).execute(),
		quantity(db, key, scope).executeTakeFirstOrThrow()
	]);
	return {
		id: 'stage-days-by',
		by,
		columns: [{ key: 'name', kind: 'text' }, ...columns(key)],
		rows: rows.map((row) => ({ name: row.name ?? null, ...cells(row) })),
		total: { name: null, ...cells(total) }
	};
}
