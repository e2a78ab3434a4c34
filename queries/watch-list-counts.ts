import type { Scope } from '#lib/domain/scope.ts';
import { reasoned } from './where/reasoned.ts';
import { afterClosing, reasonColumns, reasons } from './where/reasons.ts';
import type { Db } from './where/tables.ts';

/**
 * How many orders received in the period need a question at T, and why? One row. looked counts them all. An order with
 * several reasons counts under each and once in orders; afterClosing are dissatisfied, not resolved, or both;
 * overdueCarried and the like count the orders whose export fills the column that the reason is seen by,
 * overdueConfidential and the like those that no list shows.
 */
export function watchListCounts(db: Db, scope: Scope) {
	return db.selectFrom(reasoned(db, scope).as('reasoned')).select((eb) => {
		const any = (of: readonly (typeof reasons)[number][]) => eb.or(of.map((reason) => eb(reason, '=', true)));
		return [
			eb.fn.countAll<number>().as('looked'),
			eb.fn.countAll<number>().filterWhere(any(reasons)).as('orders'),
			...reasons.map((reason) => eb.fn.countAll<number>().filterWhere(reason, '=', true).as(reason)),
			eb.fn.countAll<number>().filterWhere(any(afterClosing)).as('afterClosing'),
			eb.fn
				.countAll<number>()
				.filterWhere(eb.and([any(reasons), eb('is_confidential', '=', true)]))
				.as('ordersConfidential'),
			...reasons.map((reason) =>
				eb.fn
					.countAll<number>()
					.filterWhere(eb.and([eb(reason, '=', true), eb('is_confidential', '=', true)]))
					.as(`${reason}Confidential` as const)
			),
			...reasons.map((reason) => eb.fn.count<number>(reasonColumns[reason]).as(`${reason}Carried` as const))
		];
	});
}
