import type { Column, Table, TableRow } from '#lib/components/table.ts';
import { formatCount, formatDateTime } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { TimelinessState } from '#lib/server/warehouse/schema.ts';
import { filesBeside } from './table-files.ts';
import { orderHref, orderState, whenText } from './order-names.ts';

export type OrderRow = {
	orderNumber: string;
	unit: string | null;
	kind: string | null;
	receivedAt: string;
	receivedIsDate: boolean;
	dueAt: string | null;
	closedAt: string | null;
	closedIsDate: boolean | null;
	state: TimelinessState;
};

/** What a list says of the orders that it counts and does not show; nothing where it shows all. */
export const notListed = (confidential: number): string | null =>
	confidential === 0 ? null : m.confidential_not_listed({ count: formatCount(confidential, getLocale()) });

/** Which rows of how many stand on a page. */
export type Paged = { page: number; perPage: number; total: number; csvHref?: string };

const columns = (): Column[] => [
	{ key: 'number', heading: m.orders_column_number(), kind: 'text' },
	{ key: 'unit', heading: m.orders_column_unit(), kind: 'text' },
	{ key: 'kind', heading: m.orders_column_kind(), kind: 'text' },
	{ key: 'received', heading: m.orders_column_received(), kind: 'text' },
	{ key: 'due', heading: m.orders_column_due(), kind: 'text' },
	{ key: 'closed', heading: m.orders_column_closed(), kind: 'text' },
	{ key: 'state', heading: m.orders_column_state(), kind: 'text' }
];

const orderCells = (row: OrderRow): TableRow => ({
	number: { value: row.orderNumber, href: orderHref(row.orderNumber) },
	unit: row.unit ?? m.not_stated(),
	kind: row.kind ?? m.not_stated(),
	received: whenText(row.receivedAt, row.receivedIsDate),
	due: row.dueAt === null ? null : formatDateTime(row.dueAt, getLocale()),
	closed: row.closedAt === null ? null : whenText(row.closedAt, row.closedIsDate),
	state: orderState(row.state)
});

/** Orders, a row each, every number a way to its order. */
export const ordersTable = (rows: OrderRow[], paged: Paged): Table => ({
	id: 'orders',
	caption: pageCaption(paged, rows.length),
	columns: columns(),
	rows: rows.map(orderCells),
	csvHref: paged.csvHref,
	fileRows: paged.total,
	otherFiles: filesBeside(paged.csvHref),
	empty: m.orders_caption_none()
});

/** The same with a second column that says why the order stands here. */
export function watchTable<Row extends OrderRow>(rows: Row[], why: (row: Row) => string, paged: Paged): Table {
	const [number, ...others] = columns();
	return {
		...ordersTable([], paged),
		caption: pageCaption(paged, rows.length),
		columns: [number!, { key: 'why', heading: m.orders_column_why(), kind: 'note' }, ...others],
		rows: rows.map((row) => ({ ...orderCells(row), why: why(row) }))
	};
}

function pageCaption({ page, perPage, total }: Paged, shown: number): string {
	const n = (value: number) => formatCount(value, getLocale());
	if (shown === 0) return m.orders_caption_none();
	const before = (page - 1) * perPage;
	return m.orders_caption({ first: n(before + 1), last: n(before + shown), total: n(total) });
}
