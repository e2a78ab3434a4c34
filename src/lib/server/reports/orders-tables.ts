import type { FigureTable, TableColumn } from '#lib/domain/table.ts';
import { ordersBehind } from '#queries/orders-behind.ts';
import { watchList } from '#queries/watch-list.ts';
import { reasons } from '#queries/where/reasons.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { TableOptions } from './table-options.ts';

/** A file of orders ends here; one that holds so many may go on, and says so by its name. */
export const mostOrdersInFile = 100_000;

/** What a list of orders says of each. */
export const orderColumns: TableColumn[] = [
	{ key: 'orderNumber', kind: 'text' },
	{ key: 'unit', kind: 'text' },
	{ key: 'kind', kind: 'text' },
	{ key: 'receivedAt', kind: 'text' },
	{ key: 'dueAt', kind: 'text' },
	{ key: 'closedAt', kind: 'text' },
	{ key: 'state', kind: 'code' }
];

type Row = Record<string, unknown> & { receivedIsDate: boolean; closedIsDate: boolean | null };

/** A time without a time of day is written as its day. */
export const orderCells = (row: Row) => ({
	...Object.fromEntries(orderColumns.map(({ key }) => [key, (row[key] ?? null) as string | null])),
	receivedAt: row.receivedIsDate ? String(row.receivedAt).slice(0, 10) : (row.receivedAt as string),
	closedAt: row.closedIsDate && row.closedAt ? String(row.closedAt).slice(0, 10) : (row.closedAt as string | null)
});

const tableOf = (id: string, first: TableColumn[], rows: FigureTable['rows']): FigureTable => ({
	...{ id, by: null, rows, total: null },
	columns: [orderColumns[0]!, ...first, ...orderColumns.slice(1)]
});

/** The orders that a part of a measure counts, in the order of receipt; up to mostOrdersInFile. */
export async function ordersBehindTable(
	db: WarehouseDb,
	{ scope, measureKey = 'on-time-due', part = 'numerator' }: TableOptions
): Promise<FigureTable> {
	const rows = await ordersBehind(db, measureKey, part, scope, 1, mostOrdersInFile).execute();
	return tableOf('orders-behind', [], rows.map(orderCells));
}

/** The orders that need a question, with every reason that holds as a code, in the page's order. */
export async function watchListTable(db: WarehouseDb, { scope, reason = null }: TableOptions): Promise<FigureTable> {
	const rows = await watchList(db, scope, reason, 1, mostOrdersInFile).execute();
	const why = (row: (typeof rows)[number]) => reasons.filter((one) => row[one]).join(' ');
	return tableOf(
		'watch-list',
		[{ key: 'reasons', kind: 'code' }],
		rows.map((row) => ({ ...orderCells(row), reasons: why(row) }))
	);
}
