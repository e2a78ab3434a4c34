import type { Scope } from '#lib/domain/scope.ts';
import type { MeasureKey } from './measures.ts';
import { askedOf, behind, type Part } from './where/behind.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

export const ordersPerPage = 100;

/** Which orders does this part of a measure count? One row per order, a page of them, in the order of receipt. */
export function ordersBehind(db: Db, key: MeasureKey, part: Part, scope: Scope, page = 1, perPage = ordersPerPage) {
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([askedOf(key, scope)(eb), behind(key, part)(eb)]))
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
}
