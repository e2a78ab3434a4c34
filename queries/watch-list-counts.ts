import type { Scope } from '#lib/domain/scope.ts';
import { inScope } from './where/in-scope.ts';
import { afterClosing, anyReason, reasonConditions, reasons } from './where/reasons.ts';
import type { Db } from './where/tables.ts';

/**
 * How many orders received in the period need a question at T, and why? One row. An order with several reasons counts
 * under each and once in orders; afterClosing are dissatisfied, not resolved, or both; returnsCarried and reworkCarried count the orders whose export says anything of it.
 */
export function watchListCounts(db: Db, scope: Scope) {
	return db
		.selectFrom('orders')
		.where((eb) => inScope(eb, scope, 'received_at'))
		.select((eb) => [
			eb.fn.countAll<number>().filterWhere(anyReason).as('orders'),
			...reasons.map((reason) => eb.fn.countAll<number>().filterWhere(reasonConditions[reason]).as(reason)),
			eb.fn.countAll<number>().filterWhere(afterClosing).as('afterClosing'),
			eb.fn.count<number>('return_count').as('returnsCarried'),
			eb.fn.count<number>('rework_count').as('reworkCarried')
		]);
}
