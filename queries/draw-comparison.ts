import { sql, type Expression, type SqlBool } from 'kysely';
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
	timed: number;
	timedDrawn: number;
	/** Ranks of the visited orders by handling time, 1 the quickest of the stratum, ties sharing the middle rank. */
	rankSum: number | null;
	/** Sum of t³ − t over groups of t equal times. */
	ties: number | null;
} & Record<`${DrawTrait} ${keyof Counts}`, number>;

/**
 * Were the orders visited like the orders not visited? One row per unit and month of closing, with what
 * domain/draw-bias compares: counts of each trait, and ranks of the handling times.
 */
export function drawComparison(db: Db, scope: Scope) {
	const { basis } = measures['visit-coverage'];
	const month = groupedBy('month', basis);
	const seconds = sql<number | null>`case when handling_seconds >= 0 then handling_seconds end`;
	const as = (condition: Expression<SqlBool>, name: string) => sql<SqlBool>`${condition}`.as(name);
	const ranked = db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), closedAssessed(eb)]))
		.select((eb) => [
			'unit',
			month.as('month'),
			as(visited(eb), 'is_visited'),
			as(eb('visit_attempted', 'is', null), 'is_unsaid'),
			seconds.as('seconds'),
			sql<number>`rank() over (partition by unit, ${month} order by ${seconds} asc nulls last)`.as('place'),
			sql<number>`count(*) over (partition by unit, ${month}, ${seconds})`.as('tied'),
			...drawTraitKeys.flatMap((key) => [
				as(drawTraits[key].known(eb), `known ${key}`),
				as(drawTraits[key].good(eb), `good ${key}`)
			])
		])
		.as('ranked');
	const of = (...conditions: Expression<SqlBool>[]) =>
		sql<number>`count(*) filter (where ${sql.join(conditions, sql` and `)})`;
	const is = (column: string) => sql<SqlBool>`${sql.ref(column)}`;
	const timed = sql<SqlBool>`seconds is not null`;
	return db
		.selectFrom(ranked)
		.select([
			'unit',
			'month',
			sql<number>`count(*)`.as('eligible'),
			of(is('is_visited')).as('visited'),
			of(is('is_unsaid')).as('unsaid'),
			of(timed).as('timed'),
			of(timed, is('is_visited')).as('timedDrawn'),
			sql`1.0 * sum(place + (tied - 1) / 2.0) filter (where ${timed} and is_visited)`.as('rankSum'),
			sql`1.0 * sum(tied * tied - 1) filter (where ${timed})`.as('ties'),
			...drawTraitKeys.flatMap((key) => {
				const [known, good] = [is(`known ${key}`), is(`good ${key}`)];
				return [
					of(known).as(`${key} orders`),
					of(known, is('is_visited')).as(`${key} drawn`),
					of(known, good).as(`${key} good`),
					of(known, good, is('is_visited')).as(`${key} goodDrawn`)
				];
			})
		])
		.groupBy(['unit', 'month'])
		.orderBy('unit', nullsLast('asc'))
		.orderBy('month', nullsLast('asc'))
		.$castTo<DrawStratumRow>();
}
