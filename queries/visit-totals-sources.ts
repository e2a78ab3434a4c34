import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** Which exports do the totals of return visits stand in? One row per export, with its totals. */
export const visitTotalsSources = (db: Db) =>
	db
		.selectFrom('visit_totals')
		.innerJoin('exports', 'exports.sha256', 'visit_totals.file_sha256')
		.select((eb) => ['file_name as file', eb.fn.countAll<number>().as('totals')])
		.groupBy('file_name')
		.orderBy('file_name', nullsLast('asc'));
