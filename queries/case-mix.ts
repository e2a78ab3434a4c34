import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { rateMeasure, type RateKey } from './measures.ts';
import { inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * Of what are the orders behind each unit's rate? One row per named unit, kind, urgency and first category, with
 * numerator and denominator; what is not stated is a value of its own. Domain/case-mix compares like with like.
 */
export function caseMix(db: Db, key: RateKey, scope: Scope) {
	const { basis, numerator, denominator } = rateMeasure(key);
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), denominator(eb), eb('unit', 'is not', null)]))
		.select((eb) => [
			sql<string>`unit`.as('unit'),
			'kind',
			'urgency',
			'category_1 as category',
			eb.fn.countAll<number>().filterWhere(numerator).as('numerator'),
			eb.fn.countAll<number>().as('denominator')
		])
		.groupBy(['unit', 'kind', 'urgency', 'category_1'])
		.orderBy('unit', nullsLast('asc'))
		.orderBy('kind', nullsLast('asc'))
		.orderBy('urgency', nullsLast('asc'))
		.orderBy('category_1', nullsLast('asc'));
}
