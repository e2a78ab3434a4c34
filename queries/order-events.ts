import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** What do logs tell of this order? One row per event, in sequence. */
export const orderEvents = (db: Db, orderNumber: string) =>
	db
		.selectFrom('events')
		.leftJoin('exports', 'exports.sha256', 'events.file_sha256')
		.where('order_number', '=', orderNumber)
		.select([
			'event',
			'event_code as code',
			'happened_at as at',
			'is_date as isDate',
			'unit',
			'handler',
			'file_name as file',
			'row_number as row'
		])
		.orderBy('happened_at', nullsLast('asc'))
		.orderBy('file_name', nullsLast('asc'))
		.orderBy('row_number', nullsLast('asc'));
