import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { measures } from './measures.ts';
import { closedAssessed, valid } from './where/conditions.ts';
import { inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * How many valid return visits does each handler have? One row per unit and handler with an order closed in the
 * period, by name and never by count: the numbers are too small to rank people by.
 */
export function handlerVisits(db: Db, scope: Scope) {
	const { basis } = measures['visit-coverage'];
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), closedAssessed(eb), eb('handler', 'is not', null)]))
		.select((eb) => [
			'unit',
			sql<string>`handler`.as('handler'),
			eb.fn.countAll<number>().as('closed'),
			eb.fn.countAll<number>().filterWhere(valid).as('valid')
		])
		.groupBy(['unit', 'handler'])
		.orderBy('unit', nullsLast('asc'))
		.orderBy('handler', nullsLast('asc'));
}
