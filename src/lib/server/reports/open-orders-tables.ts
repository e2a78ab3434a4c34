import type { FigureTable, TableColumn } from '#lib/domain/table.ts';
import { backlogByAge } from '#queries/backlog-by-age.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import type { SurvivalKey } from '#queries/measures.ts';
import { monthsWatched } from '#queries/months-watched.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { named, type TableOptions } from './table-options.ts';

/** The limits of the triangle, in working days, by the column that holds the share done within each. */
export const triangleLimits = { doneIn1: 1, doneIn5: 5, doneIn10: 10, doneIn15: 15 } as const;

const measure: SurvivalKey = 'handling-survival-working';

/**
 * The triangle: of the orders of each month received, the share done within so many working days, open ones
 * counted. watchedDays says how long T has watched the whole month; columns beyond it are not yet complete.
 */
export async function doneWithinTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const [rows, total, months] = await Promise.all([
		handlingSurvival(db, measure, scope, 'month').execute(),
		handlingSurvival(db, measure, scope).executeTakeFirstOrThrow(),
		monthsWatched(db).execute()
	]);
	const shares = Object.keys(triangleLimits).map((key): TableColumn => ({ key, kind: 'rate', measure, n: 'n' }));
	return {
		id: 'done-within',
		by: 'month',
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'n', kind: 'count', measure },
			{ key: 'open', kind: 'count', measure },
			{ key: 'medianDays', kind: 'days', measure, n: 'n' },
			...shares,
			{ key: 'watchedDays', kind: 'days' }
		],
		rows: rows.map((row) => ({
			...named(row),
			watchedDays: months.find(({ month }) => month === row.name)?.watchedDays ?? null
		})),
		total: { ...named(total), watchedDays: null }
	};
}

/** The orders open at T by how long they have waited, in working days; longestDays is the oldest of each row. */
export async function backlogTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const rows = await backlogByAge(db, scope).execute();
	return {
		id: 'backlog',
		by: null,
		columns: [
			{ key: 'age', kind: 'code' },
			{ key: 'openOrders', kind: 'count', measure: 'open-orders' },
			{ key: 'longestDays', kind: 'days' }
		],
		rows: rows.map(({ bin, orders, longest }) => ({
			age: bin < 0 ? 'age-unknown' : `age-${bin}`,
			openOrders: orders,
			longestDays: bin < 0 ? null : longest
		})),
		total: null
	};
}
