import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** Which units and categories wait to be told? One row per name that no directory or tree knows, the most orders first. */
export const waitingNames = (db: Db) =>
	db
		.selectFrom('waiting_names')
		.selectAll()
		.orderBy('dimension', nullsLast('desc'))
		.orderBy('orders', nullsLast('desc'))
		.orderBy('name', nullsLast('asc'));
