import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** Under which supervision notices does this order stand? One row per notice, the earliest first. */
export const orderNotices = (db: Db, orderNumber: string) =>
	db
		.selectFrom('notices')
		.where('order_number', '=', orderNumber)
		.select([
			'notice_number as number',
			'noticed_at as at',
			'is_date as isDate',
			'supervision_type as type',
			'unit',
			'due_at as dueAt',
			'closed_at as closedAt',
			'is_closed as isClosed'
		])
		.orderBy('noticed_at', nullsLast('asc'))
		.orderBy('notice_number', nullsLast('asc'));
