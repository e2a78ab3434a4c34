import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { handlerVisits } from './handler-visits.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * How many handlers have at least `quota` valid return visits? One row, or one per unit. A handler of two units has a
 * quota in each. `withinReach` counts those who closed enough orders for it.
 */
export function handlerQuota(db: Db, scope: Scope, quota: number, by?: 'unit') {
	return db
		.selectFrom(handlerVisits(db, scope).clearOrderBy().as('handlers'))
		.select([
			sql<number>`count(*)`.as('handlers'),
			sql<number>`count(*) filter (where valid >= ${quota})`.as('compliant'),
			sql<number>`count(*) filter (where closed >= ${quota})`.as('withinReach'),
			sql<number>`coalesce(1.0 * sum(valid), 0)`.as('valid'),
			sql<number | null>`1.0 * count(*) filter (where valid >= ${quota}) / nullif(count(*), 0)`.as('rate')
		])
		.$if(by !== undefined, (query) => query.select('unit as name').groupBy('unit').orderBy('unit', nullsLast('asc')));
}
