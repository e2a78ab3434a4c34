import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { quotaMeasure, type QuotaKey } from './measures.ts';
import { inYearTo } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * How far is each handler with a quota in the twelve months to the period's end? One row per unit and handler, by name
 * and never by count, for the numbers are too small to rank people by: asked is how many orders it is asked of, counted
 * how many of them count, isMet whether they are enough. A number that two units use is a handler of each.
 */
export function handlers(db: Db, key: QuotaKey, scope: Scope) {
	const measure = quotaMeasure(key);
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inYearTo(eb, scope, measure.basis), measure.asked(eb)]))
		.select((eb) => [
			'unit',
			sql<string>`handler`.as('handler'),
			eb.fn.countAll<number>().as('asked'),
			eb.fn.countAll<number>().filterWhere(measure.counted).as('counted'),
			sql<boolean>`${eb.fn.countAll().filterWhere(measure.counted)} >= cast(${measure.fewest} as integer)`.as('isMet')
		])
		.groupBy(['unit', 'handler'])
		.orderBy('unit', nullsLast('asc'))
		.orderBy('handler', nullsLast('asc'));
}
