import { both } from './conditions.ts';
import { listable } from './listable.ts';
import { nullsLast } from './order.ts';
import type { Condition, Db } from './tables.ts';

export const ordersPerPage = 100;

/** Orders that a condition keeps and that may be listed, one row each, a page of them, in the order of receipt. */
export const listed = (db: Db, kept: Condition, page: number, perPage: number) =>
	db
		.selectFrom('orders')
		.where(both(kept, listable))
		.select([
			'order_number as orderNumber',
			'unit',
			'kind',
			'received_at as receivedAt',
			'received_is_date as receivedIsDate',
			'due_at as dueAt',
			'closed_at as closedAt',
			'closed_is_date as closedIsDate',
			'timeliness as state'
		])
		.orderBy('received_at', nullsLast('asc'))
		.orderBy('order_number', nullsLast('asc'))
		.limit(perPage)
		.offset((page - 1) * perPage);
