import type { Scope } from '#lib/domain/scope.ts';
import { sql } from 'kysely';
import { rateMeasure } from './measures.ts';
import { inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** How were orders supervised, and how much of it is closed? One row per type of supervision, most frequent first. */
export function supervisionTypes(db: Db, scope: Scope) {
	const { basis, numerator, denominator } = rateMeasure('supervised');
	const closed = rateMeasure('supervision-closed');
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), denominator(eb), numerator(eb)]))
		.select((eb) => [
			'supervision_type as name',
			eb.fn.countAll<number>().as('supervised'),
			eb.fn
				.countAll<number>()
				.filterWhere(eb.and([closed.denominator(eb), closed.numerator(eb)]))
				.as('numerator'),
			eb.fn.countAll<number>().filterWhere(closed.denominator).as('denominator'),
			sql<number | null>`1.0 * ${eb.fn.countAll().filterWhere(eb.and([closed.denominator(eb), closed.numerator(eb)]))}
				/ nullif(${eb.fn.countAll().filterWhere(closed.denominator)}, 0)`.as('rate')
		])
		.groupBy('supervision_type')
		.orderBy('supervised', nullsLast('desc'))
		.orderBy('supervision_type', nullsLast('asc'));
}
