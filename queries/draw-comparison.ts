import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { measures } from './measures.ts';
import { closedAssessed } from './where/conditions.ts';
import { drawTraitKeys, drawTraits, visited, type DrawTrait } from './where/draw-traits.ts';
import { groupedBy, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

type Counts = { orders: number; drawn: number; good: number; goodDrawn: number };

/** One unit and month of closing: of each trait how many say it, are visited, are good, are both. */
export type DrawStratumRow = {
	unit: string | null;
	month: string | null;
	eligible: number;
	visited: number;
	/** Of the unvisited, those of which the export says nothing at all. */
	unsaid: number;
} & Record<`${DrawTrait} ${keyof Counts}`, number>;

/**
 * Were the orders visited like the orders not visited? One row per unit and month of closing, with the counts of each
 * trait that domain/draw-bias compares.
 */
export function drawComparison(db: Db, scope: Scope) {
	const { basis } = measures['visit-coverage'];
	const month = groupedBy('month', basis, scope);
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), closedAssessed(eb)]))
		.select((eb) => [
			'unit',
			month.as('month'),
			eb.fn.countAll<number>().as('eligible'),
			eb.fn.countAll<number>().filterWhere(visited).as('visited'),
			eb.fn.countAll<number>().filterWhere('visit_attempted', 'is', null).as('unsaid'),
			...drawTraitKeys.flatMap((key) => {
				const [known, good] = [drawTraits[key].known(eb), drawTraits[key].good(eb)];
				const isVisited = eb('visit_attempted', '=', true);
				return [
					sql<number>`count(*) filter (where ${known})`.as(`${key} orders`),
					sql<number>`count(*) filter (where ${eb.and([known, isVisited])})`.as(`${key} drawn`),
					sql<number>`count(*) filter (where ${eb.and([known, good])})`.as(`${key} good`),
					sql<number>`count(*) filter (where ${eb.and([known, good, isVisited])})`.as(`${key} goodDrawn`)
				];
			})
		])
		.groupBy(['unit', month])
		.orderBy('unit', nullsLast('asc'))
		.orderBy(month, nullsLast('asc'))
		.$castTo<DrawStratumRow>();
}
