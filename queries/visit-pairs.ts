import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { rateMeasure, type RateKey } from './measures.ts';
import { closedAssessed } from './where/conditions.ts';
import { groupedBy, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** Both parts of each rate that compares two answers to one question. */
export const pairRates = {
	first: 'satisfied',
	last: 'satisfied-final',
	turned: 'pair-turned-satisfied',
	reworked: 'pair-turned-after-rework',
	unit: 'unit-resolved',
	citizen: 'resolved',
	bothYes: 'pair-both-yes',
	unitOnly: 'pair-unit-only',
	citizenOnly: 'pair-citizen-only',
	bothNot: 'pair-both-not'
} as const satisfies Record<string, RateKey>;

export type PairRate = keyof typeof pairRates;
export const pairRateKeys = Object.keys(pairRates) as PairRate[];
export type VisitPairs = { name?: string | null } & Record<`${PairRate}Numerator` | `${PairRate}Denominator`, number>;

/**
 * How do the first answer and the last, the unit's word and the citizen's, differ? One row, or one per value of `by`:
 * numerator and denominator of each of `pairRates`, of the orders closed in the period.
 */
export function visitPairs(db: Db, scope: Scope, by?: Dimension) {
	const { basis } = rateMeasure('satisfied');
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), closedAssessed(eb)]))
		.select((eb) =>
			pairRateKeys.flatMap((key) => {
				const { numerator, denominator } = rateMeasure(pairRates[key]);
				return [
					sql<number>`count(*) filter (where ${eb.and([denominator(eb), numerator(eb)])})`.as(`${key}Numerator`),
					sql<number>`count(*) filter (where ${denominator(eb)})`.as(`${key}Denominator`)
				];
			})
		)
		.$if(by !== undefined, (query) =>
			query
				.select(groupedBy(by!, basis, scope).as('name'))
				.groupBy(groupedBy(by!, basis, scope))
				.orderBy(groupedBy(by!, basis, scope), nullsLast('asc'))
		)
		.$castTo<VisitPairs>();
}
