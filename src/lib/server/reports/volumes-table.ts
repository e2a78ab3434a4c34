import type { FigureTable } from '#lib/domain/table.ts';
import { volumes } from '#queries/volumes.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { named, type TableOptions } from './table-options.ts';

/** Orders received, a row per value of `by`. */
export async function volumesTable(db: WarehouseDb, { scope, by }: TableOptions): Promise<FigureTable> {
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
			{ key: 'toUnits', kind: 'count', measure: 'sent-to-units' },
			{ key: 'desk', kind: 'count', measure: 'desk-answers' }
		],
		rows: rows.map(named),
		total: named(total)
	};
}
