import type { Scope } from '#lib/domain/scope.ts';
import { measures } from './measures.ts';
import { unvisited } from './where/draw-traits.ts';
import { inScope } from './where/in-scope.ts';
import { listable } from './where/listable.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** Of how many orders can a return-visit sample be drawn? One row per unit: closed in the period, assessed, not yet visited, not confidential. */
export function sampleEligible(db: Db, scope: Scope) {
	const { basis } = measures['visit-coverage'];
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), unvisited(eb), listable(eb)]))
		.select((eb) => ['unit', eb.fn.countAll<number>().as('eligible')])
		.groupBy('unit')
		.orderBy('unit', nullsLast('asc'));
}
