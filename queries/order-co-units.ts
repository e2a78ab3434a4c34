import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** Which units help with this order? One row per unit, by name. */
export const orderCoUnits = (db: Db, orderNumber: string) =>
	db.selectFrom('co_units').where('order_number', '=', orderNumber).select('unit').orderBy('unit', nullsLast('asc'));
