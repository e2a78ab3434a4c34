import type { Scope } from '#lib/domain/scope.ts';
import { inScope } from './where/in-scope.ts';
import { afterClosing, anyReason, reasonColumns, reasonConditions, reasons } from './where/reasons.ts';
import type { Db } from './where/tables.ts';

/**
 * How many orders received in the period need a question at T, and why? One row. looked counts them all. An order with several reasons counts
 * under each and once in orders; afterClosing are dissatisfied, not resolved, or both; overdueCarried and the like count the orders
 * whose export fills the column that the reason is seen by.
 */
export function watchListCounts(db: Db, scope: Scope) {
	return db
		.selectFrom('orders')
		.where((eb) => inScope(eb, scope, 'received_at'))
		.select((eb) => [
			eb.fn.countAll<number>().as('looked'),
			eb.fn.countAll<number>().filterWhere(anyReason).as('orders'),
			...reasons.map((reason) => eb.fn.countAll<number>().filterWhere(reasonConditions[reason]).as(reason)),
			eb.fn.countAll<number>().filterWhere(afterClosing).as('afterClosing'),
			...reasons.map((reason) => eb.fn.count<number>(reasonColumns[reason]).as(`${reason}Carried` as const))
		]);
}
