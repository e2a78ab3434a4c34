import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { quantityMeasure, type QuantityKey } from './measures.ts';
import { groupedBy, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * How much of this have the orders that have any? One row, or one per value of `by`, in the measure's own unit; exact
 * median and 90th percentile, the most and the sum. n counts the orders that have a value, missing those without.
 */
export function quantity(db: Db, key: QuantityKey, scope: Scope, by?: Dimension) {
	const measure = quantityMeasure(key);
	const name = by === undefined ? sql<string | null>`cast(null as varchar)` : groupedBy(by, measure.basis, scope);
	const values = db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, measure.basis), measure.counted(eb)]))
		.select((eb) => [name.as('name'), sql<number | null>`cast(${measure.value(eb)} as double precision)`.as('amount')]);
	return db
		.selectFrom(values.as('amounts'))
		.select([
			sql<number>`count(amount)`.as('n'),
			sql<number | null>`percentile_cont(0.5) within group (order by amount nulls last)`.as('median'),
			sql<number | null>`percentile_cont(0.9) within group (order by amount nulls last)`.as('p90'),
			sql<number | null>`max(amount)`.as('most'),
			// Decimals add up to the same in whatever order the rows come; binary fractions do not.
			sql<number | null>`cast(sum(cast(amount as decimal(24, 9))) as double precision)`.as('total'),
			sql<number>`count(*) - count(amount)`.as('missing')
		])
		.$if(by !== undefined, (query) => query.select('name').groupBy('name').orderBy('name', nullsLast('asc')));
}
