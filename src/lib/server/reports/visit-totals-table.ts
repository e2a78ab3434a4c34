import type { FigureTable, TableColumn } from '#lib/domain/table.ts';
import { totalsRates, visitTotals } from '#queries/visit-totals.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { named, type TableOptions } from './table-options.ts';

/**
 * Return visits that came as totals by unit and month, under names of their own: they name no order, so that none of
 * their figures can be added to those counted from orders. The total is a second sum of the totals.
 */
export async function visitTotalsTable(db: WarehouseDb, { scope, by }: TableOptions): Promise<FigureTable> {
	const dimension = by === 'month' ? 'month' : 'unit';
	const [rows, total] = await Promise.all([
		visitTotals(db, scope, dimension).execute(),
		visitTotals(db, scope).executeTakeFirstOrThrow()
	]);
	const columns: TableColumn[] = [
		{ key: 'name', kind: 'text' },
		{ key: 'totals', kind: 'count' },
		...totalsRates.flatMap((rate): TableColumn[] => {
			const of = { numerator: `${rate}_numerator`, denominator: `${rate}_denominator` };
			return [
				{ key: of.numerator, kind: 'count' },
				{ key: of.denominator, kind: 'count' },
				{ key: `${rate}_rate`, kind: 'rate', of }
			];
		})
	];
	return {
		id: 'visit-totals',
		by: dimension,
		columns,
		rows: rows.map(named),
		total: { ...total, name: null }
	};
}
