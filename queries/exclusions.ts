import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { rateMeasure, type RateKey } from './measures.ts';
import { beforeExclusions, both } from './where/conditions.ts';
import { groupedBy, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * What do exclusions make of this rate? One row, or one per value of `by`: numerator and denominator as the measure
 * counts them, both again with the excluded orders in, how many were excluded, and of how many an exclusion is asked
 * for (pending) or was refused (rejected); those two stay in the rate.
 */
export function exclusions(db: Db, key: RateKey, scope: Scope, by?: Dimension) {
	const { basis, numerator, denominator } = rateMeasure(key);
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), beforeExclusions(denominator)(eb)]))
		.select((eb) => [
			eb.fn.countAll<number>().filterWhere(both(denominator, numerator)).as('numerator'),
			eb.fn.countAll<number>().filterWhere(denominator).as('denominator'),
			eb.fn.countAll<number>().filterWhere(beforeExclusions(numerator)).as('wholeNumerator'),
			eb.fn.countAll<number>().as('wholeDenominator'),
			eb.fn.countAll<number>().filterWhere('is_excluded', '=', true).as('excluded'),
			eb.fn.countAll<number>().filterWhere('exclusion_state', '=', 'pending').as('pending'),
			eb.fn.countAll<number>().filterWhere('exclusion_state', '=', 'rejected').as('rejected')
		])
		.$if(by !== undefined, (query) =>
			query
				.select(groupedBy(by!, basis, scope).as('name'))
				.groupBy(groupedBy(by!, basis, scope))
				.orderBy(groupedBy(by!, basis, scope), nullsLast('asc'))
		);
}
