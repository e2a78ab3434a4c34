import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { measures } from './measures.ts';
import { closedAssessed } from './where/conditions.ts';
import { visited } from './where/draw-traits.ts';
import { groupedBy, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** One unit and month of closing. */
export type DrawRanksRow = {
	unit: string | null;
	month: string | null;
	/** Orders with a usable handling time, and the visited among them. */
	timed: number;
	timedDrawn: number;
	/** Ranks of the visited orders by handling time, 1 the quickest of the stratum, ties sharing the middle rank. */
	rankSum: number;
	/** Sum of t³ − t over groups of t equal times. */
	ties: number;
};

/**
 * Were the orders visited as quick as the orders not visited? One row per unit and month of closing, with the ranks that
 * domain/draw-bias compares. Orders of equal time are one group: the last rank of a group is how many came up to it.
 */
export function drawRanks(db: Db, scope: Scope) {
	const { basis } = measures['visit-coverage'];
	const month = groupedBy('month', basis, scope);
	const equal = db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), closedAssessed(eb), eb('handling_seconds', '>=', 0)]))
		.select((eb) => [
			'unit',
			month.as('month'),
			'handling_seconds',
			eb.fn.countAll<number>().as('orders'),
			eb.fn.countAll<number>().filterWhere(visited).as('drawn')
		])
		.groupBy(['unit', month, 'handling_seconds'])
		.as('equal');
	const placed = db
		.selectFrom(equal)
		.select([
			'unit',
			'month',
			'orders',
			'drawn',
			sql<number>`sum(orders) over (partition by unit, month order by handling_seconds asc nulls last)`.as('last_rank')
		])
		.as('placed');
	return db
		.selectFrom(placed)
		.select([
			'unit',
			'month',
			sql<number>`1.0 * sum(orders)`.as('timed'),
			sql<number>`1.0 * sum(drawn)`.as('timedDrawn'),
			sql<number>`1.0 * sum(drawn * (last_rank - (orders - 1) / 2.0))`.as('rankSum'),
			sql<number>`1.0 * sum(orders * orders * orders - orders)`.as('ties')
		])
		.groupBy(['unit', 'month'])
		.orderBy('unit', nullsLast('asc'))
		.orderBy('month', nullsLast('asc'))
		.$castTo<DrawRanksRow>();
}
