import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** What can a page be kept to? One row per dimension and value, as the exports write it, most orders first. */
export function filterValues(db: Db) {
	return db
		.selectFrom('dimension_values')
		.selectAll()
		.orderBy('dimension')
		.orderBy('orders', nullsLast('desc'))
		.orderBy('value', nullsLast('asc'));
}
