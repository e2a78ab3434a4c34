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
	return {
		id: 'timeliness',
		by,
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'closedOnTime', kind: 'count', measure: 'closed-on-time' },
			{ key: 'closedLate', kind: 'count', measure: 'closed-late' },
			{ key: 'openWithin', kind: 'count', measure: 'open-within' },
			{ key: 'openOverdue', kind: 'count', measure: 'open-overdue' },
			{ key: 'unknown', kind: 'count', measure: 'timeliness-unknown' },
			{ key: 'total', kind: 'count', measure: 'sent-to-units' }
		],
		rows: rows.map(named),
		total: named(total)
	};
}
