import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * In which months does each line, or each unit, receive orders? One row per month and name that has any, with the unit's
 * kind (null for lines) and how many.
 */
export function namesByMonth(db: Db, of: 'line' | 'unit', scope: Scope) {
	// Grouped by the moment, and named once a group: a text for each order would be the dearer half of it.
	const start = sql`date_trunc('month', received_at)`;
	const month = sql<string>`substring(cast(cast(${start} as date) as varchar), 1, 7)`;
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, 'received_at'), eb(of, 'is not', null)]))
		.select((eb) => [
			month.as('month'),
			sql<string>`${sql.ref(of)}`.as('name'),
			sql<string | null>`${of === 'unit' ? sql`min(unit_kind)` : sql`cast(null as varchar)`}`.as('kind'),
			eb.fn.countAll<number>().as('orders')
		])
		.groupBy([start, of])
		.orderBy(start, nullsLast('asc'))
		.orderBy(of, nullsLast('asc'));
}
