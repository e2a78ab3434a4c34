import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { inScope } from './where/in-scope.ts';
import { reasonConditions, reasons, reasonsAfterClosing, type Reason } from './where/reasons.ts';
import type { Db } from './where/tables.ts';

/**
 * How many orders received in the period need a question at T, and why? One row. An order with several reasons counts
 * under each and once in orders; afterClosing are dissatisfied, not resolved, or both; returnsCarried and reworkCarried count the orders whose export says anything of it.
 */
export function watchListCounts(db: Db, scope: Scope) {
	return db
		.selectFrom((eb) =>
			eb
				.selectFrom('orders')
				.where((eb) => inScope(eb, scope, 'received_at'))
				// Told of each order once; a case stops at the first condition that fails, where a filter tries them all.
				.select((eb) =>
					reasons.map((reason) =>
						sql<boolean>`case when ${reasonConditions[reason](eb)} then true else false end`.as(reason)
					)
				)
				.select(['return_count', 'rework_count'])
				.as('told')
		)
		.select((eb) => {
			const any = (of: readonly Reason[]) => eb.or(of.map((reason) => eb.ref(reason)));
			return [
				eb.fn.countAll<number>().filterWhere(any(reasons)).as('orders'),
				...reasons.map((reason) =>
					eb.fn
						.countAll<number>()
						.filterWhere(any([reason]))
						.as(reason)
				),
				eb.fn.countAll<number>().filterWhere(any(reasonsAfterClosing)).as('afterClosing'),
				eb.fn.count<number>('return_count').as('returnsCarried'),
				eb.fn.count<number>('rework_count').as('reworkCarried')
			];
		});
}
