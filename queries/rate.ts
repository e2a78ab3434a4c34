import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { rateMeasure, type RateKey } from './measures.ts';
import { groupedBy, groupKeys, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * What is this rate, of all orders or of each value of `by`? A rate is the sum of its numerators over the sum
 * of its denominators, between 0 and 1; null where nothing stands in the denominator. Rows without a
 * denominator are left out of a grouped answer.
 */
export function rate(db: Db, key: RateKey, scope: Scope, by?: Dimension) {
	const { basis, numerator, denominator } = rateMeasure(key);
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), denominator(eb)]))
		.select((eb) => [
			eb.fn.countAll<number>().filterWhere(numerator).as('numerator'),
			eb.fn.countAll<number>().as('denominator'),
			sql<number | null>`1.0 * ${eb.fn.countAll().filterWhere(numerator)} / nullif(count(*), 0)`.as('rate')
		])
		.$if(by !== undefined, (query) =>
			query
				.select(groupedBy(by!, basis, scope).as('name'))
				.groupBy(groupKeys(by!, basis, scope))
				.orderBy(groupedBy(by!, basis, scope), nullsLast('asc'))
		);
}
