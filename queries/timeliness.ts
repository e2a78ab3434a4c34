import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { countMeasure, measures, type CountKey } from './measures.ts';
import { notDesk } from './where/conditions.ts';
import { groupedBy, groupKeys, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db, OrdersBuilder } from './where/tables.ts';

/**
 * In which timeliness state do the orders received in the period stand at T? One row, or one per value of `by`.
 * The four states and unknown add up to total. Desk answers are not in it. closedWithoutTime (the status says
 * closed, the time is missing) is a part of unknown; byFlag were judged by the source's own flag.
 */
export function timeliness(db: Db, scope: Scope, by?: Dimension) {
	const { basis } = measures.received;
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), notDesk(eb)]))
		.select((eb) => [
			stateCount(eb, 'closed-on-time').as('closedOnTime'),
			stateCount(eb, 'closed-late').as('closedLate'),
			stateCount(eb, 'open-within').as('openWithin'),
			stateCount(eb, 'open-overdue').as('openOverdue'),
			stateCount(eb, 'timeliness-unknown').as('unknown'),
			eb.fn.countAll<number>().as('total'),
			eb.fn.countAll<number>().filterWhere('is_closed_without_time', '=', true).as('closedWithoutTime'),
			eb.fn.countAll<number>().filterWhere('timeliness_from', '=', 'flag').as('byFlag')
		])
		.$if(by !== undefined, (query) =>
			query
				.select(groupedBy(by!, basis, scope).as('name'))
				.groupBy(groupKeys(by!, basis, scope))
				.orderBy(groupedBy(by!, basis, scope), nullsLast('asc'))
		);
}

const stateCount = (eb: OrdersBuilder, key: CountKey) =>
	eb.fn.countAll<number>().filterWhere(countMeasure(key).counted);
