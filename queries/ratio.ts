import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { ratioMeasure, type RatioKey } from './measures.ts';
import { groupedBy, groupKeys, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * What is this sum over this sum, of all orders counted or of each value of `by`? Between 0 and 1; null where nothing
 * stands below. orders are those counted, ordersWithSome those of them that add to the upper sum.
 */
export function ratio(db: Db, key: RatioKey, scope: Scope, by?: Dimension) {
	const { basis, counted, numerator, denominator } = ratioMeasure(key);
	const [top, bottom] = [numerator, denominator].map(
		(part) => sql<number>`cast(coalesce(sum(${part}), 0) as bigint)`
	) as [ReturnType<typeof sql<number>>, ReturnType<typeof sql<number>>];
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), counted(eb)]))
		.select([
			top.as('numerator'),
			bottom.as('denominator'),
			sql<number | null>`1.0 * ${top} / nullif(${bottom}, 0)`.as('rate'),
			sql<number>`count(*)`.as('orders'),
			sql<number>`count(*) filter (where ${numerator} > 0)`.as('ordersWithSome')
		])
		.$if(by !== undefined, (query) =>
			query
				.select(groupedBy(by!, basis, scope).as('name'))
				.groupBy(groupKeys(by!, basis, scope))
				.orderBy(groupedBy(by!, basis, scope), nullsLast('asc'))
		);
}
