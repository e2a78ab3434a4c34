import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { measures } from './measures.ts';
import { groupedBy, groupKeys, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * How many orders came in? One row, or one per value of `by`, largest first (months in order).
 * received counts every order; desk were answered on the spot; toUnits were dispatched, or come from an export
 * that does not tell the two apart.
 */
export function volumes(db: Db, scope: Scope, by?: Dimension) {
	const { basis } = measures.received;
	return db
		.selectFrom('orders')
		.where((eb) => inScope(eb, scope, basis))
		.select((eb) => [
			eb.fn.countAll<number>().as('received'),
			eb.fn.countAll<number>().filterWhere(measures['desk-answers'].counted).as('desk'),
			eb.fn.countAll<number>().filterWhere(measures['sent-to-units'].counted).as('toUnits')
		])
		.$if(by !== undefined, (query) =>
			query
				.select(groupedBy(by!, basis, scope).as('name'))
				.groupBy(groupKeys(by!, basis, scope))
				.orderBy(
					by === 'month' ? groupedBy(by, basis, scope) : 'received',
					by === 'month' ? nullsLast('asc') : nullsLast('desc')
				)
				.orderBy(groupedBy(by!, basis, scope), nullsLast('asc'))
		);
}
