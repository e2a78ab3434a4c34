import type { FigureTable } from '#lib/domain/table.ts';
import { timeliness } from '#queries/timeliness.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { named, type TableOptions } from './table-options.ts';

/** The four timeliness states and unknown at T, a row per value of `by`. */
export async function timelinessTable(db: WarehouseDb, { scope, by }: TableOptions): Promise<FigureTable> {
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
