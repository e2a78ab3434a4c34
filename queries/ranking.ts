import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { rateMeasure, type RateKey } from './measures.ts';
import { inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * How does each unit stand by this rate? One row per named unit with its kind, numerator and denominator;
 * intervals, limits and places are worked out from these in domain/ranking. Orders without a unit are in no row.
 */
export function ranking(db: Db, key: RateKey, scope: Scope) {
	const { basis, numerator, denominator } = rateMeasure(key);
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), denominator(eb), eb('unit', 'is not', null)]))
		.select((eb) => [
			sql<string>`unit`.as('unit'),
			sql<string | null>`min(unit_kind)`.as('unitKind'),
			eb.fn.countAll<number>().filterWhere(numerator).as('numerator'),
			eb.fn.countAll<number>().as('denominator')
		])
		.groupBy('unit')
		.orderBy('unit', nullsLast('asc'));
}
