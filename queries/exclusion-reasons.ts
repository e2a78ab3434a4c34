import type { Scope } from '#lib/domain/scope.ts';
import { rateMeasure, type RateKey } from './measures.ts';
import { beforeExclusions } from './where/conditions.ts';
import { inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * Why are orders excluded from this rate, or asked to be? One row per reason (null: none stated), the most excluded
 * first: how many left the rate, and of how many the exclusion is pending or was rejected. Without `byReason` one row of
 * all of them.
 */
export function exclusionReasons(db: Db, key: RateKey, scope: Scope, byReason = true) {
	const { basis, denominator } = rateMeasure(key);
	return db
		.selectFrom('orders')
		.where((eb) =>
			eb.and([
				inScope(eb, scope, basis),
				beforeExclusions(denominator)(eb),
				eb.or([eb('is_excluded', '=', true), eb('exclusion_state', 'in', ['pending', 'rejected'])])
			])
		)
		.select((eb) => [
			eb.fn.countAll<number>().filterWhere('is_excluded', '=', true).as('excluded'),
			eb.fn.countAll<number>().filterWhere('exclusion_state', '=', 'pending').as('pending'),
			eb.fn.countAll<number>().filterWhere('exclusion_state', '=', 'rejected').as('rejected')
		])
		.$if(byReason, (query) =>
			query
				.select('exclusion_reason as reason')
				.groupBy('exclusion_reason')
				.orderBy('excluded', nullsLast('desc'))
				.orderBy('exclusion_reason', nullsLast('asc'))
		);
}
