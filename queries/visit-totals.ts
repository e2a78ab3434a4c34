import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** What totals of return visits are told by: they know no order, so nothing else. */
export type TotalsDimension = 'unit' | 'month';

/** Each rate's two parts. */
const rates = {
	coverage: ['attempted', 'closed'],
	response: ['valid', 'attempted'],
	contacted: ['contacted', 'valid'],
	resolved: ['resolved', 'valid'],
	satisfied: ['satisfied', 'valid']
} as const;
export type TotalsRate = keyof typeof rates;
export const totalsRates = Object.keys(rates) as TotalsRate[];

type Part = (typeof rates)[TotalsRate][number];

/** A sum over the totals that state both parts of a rate: half a rate is none. */
const summed = (column: Part, beside: Part) =>
	sql<number | null>`cast(sum(${sql.ref(column)}) filter (where ${sql.ref(beside)} is not null) as bigint)`;

function ofRate(rate: TotalsRate) {
	const [top, bottom] = rates[rate];
	return [
		summed(top, bottom).as(`${rate}_numerator`),
		summed(bottom, top).as(`${rate}_denominator`),
		sql<number | null>`1.0 * ${summed(top, bottom)} / nullif(${summed(bottom, top)}, 0)`.as(`${rate}_rate`)
	] as const;
}

/**
 * What do the lists of totals say of return visits? One row per unit or month, or one of all: each rate's two sums, over the
 * totals that state both, and how many totals (unit-months) there are. Of the months that lie within the period as a
 * whole: a total can not be cut.
 */
export function visitTotals(db: Db, { period, unit }: Pick<Scope, 'period' | 'unit'>, by?: TotalsDimension) {
	const { from, to } = period;
	const firstDay = sql<string>`cast(month || '-01' as date)`;
	const stated = unit.filter((name) => name !== '');
	return db
		.selectFrom('visit_totals')
		.$if(from !== null, (query) => query.where(firstDay, '>=', sql<string>`cast(${from} as date)`))
		.$if(to !== null, (query) =>
			query.where(sql<boolean>`${firstDay} + interval '1 month' <= cast(${to} as date) + interval '1 day'`)
		)
		.$if(unit.length > 0, (query) =>
			query.where((eb) =>
				eb.or([
					...(stated.length > 0 ? [eb('unit', 'in', stated)] : []),
					...(stated.length < unit.length ? [eb('unit', 'is', null)] : [])
				])
			)
		)
		.select([
			sql<number>`count(*)`.as('totals'),
			...ofRate('coverage'),
			...ofRate('response'),
			...ofRate('contacted'),
			...ofRate('resolved'),
			...ofRate('satisfied')
		])
		.$if(by !== undefined, (query) =>
			query
				.select(sql<string | null>`${sql.ref(by!)}`.as('name'))
				.groupBy(by!)
				.orderBy(by!, nullsLast('asc'))
		);
}
