import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { quotaMeasure, type QuotaKey } from './measures.ts';
import { groupedBy, inYearTo } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** Dimensions a quota of a year can be counted by: a year has no month. */
export type QuotaDimension = Exclude<Dimension, 'month'>;

/**
 * Of those who handle orders, how many have done enough in the twelve months to the period's end? One row, or one per
 * value of `by`: numerator those who have, denominator all who had an order, withinReach those who had orders
 * enough for it; counted and asked are the orders behind them. A number that two units use is a handler of each. Who did
 * more than another is in no answer.
 */
export function quota(db: Db, key: QuotaKey, scope: Scope, by?: QuotaDimension) {
	const measure = quotaMeasure(key);
	const name = by === undefined ? sql<string | null>`cast(null as varchar)` : groupedBy(by, measure.basis, scope);
	const handlers = db
		.selectFrom('orders')
		.where((eb) => eb.and([inYearTo(eb, scope, measure.basis), measure.asked(eb)]))
		.select((eb) => [
			name.as('name'),
			eb.fn.countAll<number>().filterWhere(measure.counted).as('done'),
			eb.fn.countAll<number>().as('orders_handled')
		])
		.groupBy(by === undefined ? ['unit', 'handler'] : ['unit', 'handler', name]);
	const reaches = (count: 'done' | 'orders_handled') =>
		sql<boolean>`${sql.ref(count)} >= cast(${measure.fewest} as integer)`;
	const isMet = reaches('done');
	return db
		.selectFrom(handlers.as('handlers'))
		.select([
			sql<number>`count(*) filter (where ${isMet})`.as('numerator'),
			sql<number>`count(*)`.as('denominator'),
			sql<number | null>`1.0 * count(*) filter (where ${isMet}) / nullif(count(*), 0)`.as('rate'),
			sql<number>`count(*) filter (where ${reaches('orders_handled')})`.as('withinReach'),
			sql<number>`cast(coalesce(sum(done), 0) as bigint)`.as('counted'),
			sql<number>`cast(coalesce(sum(orders_handled), 0) as bigint)`.as('asked')
		])
		.$if(by !== undefined, (query) => query.select('name').groupBy('name').orderBy('name', nullsLast('asc')));
}
