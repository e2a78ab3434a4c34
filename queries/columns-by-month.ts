import { sql } from 'kysely';
import { columnsWatched } from '#lib/domain/watched-columns.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** Which columns do the exports fill, and since when? One row per month of receipt: its orders, filled cells per column. */
export function columnsByMonth(db: Db, scope: Scope) {
	// Grouped by the moment, and named once a group: a text for each order would be the dearer half of it.
	const start = sql`date_trunc('month', received_at)`;
	const month = sql<string>`substring(cast(cast(${start} as date) as varchar), 1, 7)`;
	return db
		.selectFrom('orders')
		.where((eb) => inScope(eb, scope, 'received_at'))
		.select((eb) => [
			month.as('month'),
			eb.fn.countAll<number>().as('orders'),
			...columnsWatched.map((column) => eb.fn.count<number>(column).as(column))
		])
		.groupBy(start)
		.orderBy(start, nullsLast('asc'));
}
