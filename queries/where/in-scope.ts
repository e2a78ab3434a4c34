import { sql, type Expression, type SqlBool } from 'kysely';
import { addDays, type AssessmentMonth } from '#lib/domain/periods.ts';
import { filterDimensions, type Dimension, type FilterDimension, type Scope } from '#lib/domain/scope.ts';
import type { BasisColumn, OrdersBuilder } from './tables.ts';

/** Which column a dimension is read from; the values are the export's own words. */
export const dimensionColumns = {
	line: 'line',
	channel: 'channel',
	kind: 'kind',
	category: 'category_1',
	district: 'district',
	unit: 'unit'
} as const satisfies Record<FilterDimension, string>;

/** Keeps the orders whose basis day lies in the scope's period and whose dimensions hold one of its values. */
export function inScope(eb: OrdersBuilder, scope: Scope, basis: BasisColumn): Expression<SqlBool> {
	const conditions: Expression<SqlBool>[] = [];
	const { from, to, month } = scope.period;
	if (from !== null) conditions.push(eb(basis, '>=', atStartOf(from, month)));
	if (to !== null) conditions.push(eb(basis, '<', atStartOf(addDays(to, 1), month)));
	for (const dimension of filterDimensions) {
		const values = scope[dimension];
		if (values.length === 0) continue;
		const column = dimensionColumns[dimension];
		const stated = values.filter((value) => value !== '');
		const kept: Expression<SqlBool>[] = [];
		if (stated.length > 0) kept.push(eb(column, 'in', stated));
		if (stated.length < values.length) kept.push(eb(column, 'is', null));
		conditions.push(eb.or(kept));
	}
	return eb.and(conditions);
}

const atStartOf = (day: string, month?: AssessmentMonth) =>
	sql<string>`cast(${`${day} ${String(month?.cutOffHour ?? 0).padStart(2, '0')}:00:00`} as timestamp)`;

/** What a row of a grouped answer is named by: the export's word, or the 'YYYY-MM' that the basis day counts to. */
export function groupedBy(dimension: Dimension, basis: BasisColumn, { period }: Pick<Scope, 'period'>) {
	if (dimension === 'month') {
		const moment = period.month ? shifted(sql.ref(basis), period.month) : sql.ref(basis);
		return sql<string | null>`substring(cast(cast(date_trunc('month', ${moment}) as date) as varchar), 1, 7)`;
	}
	return sql<string | null>`${sql.ref(dimensionColumns[dimension])}`;
}

/** The moment in the calendar month that has the name of its month of assessment. */
function shifted(moment: Expression<unknown>, { startDay, cutOffHour }: AssessmentMonth) {
	const back = sql`${moment} - (${hoursLong((startDay - 1) * 24 + cutOffHour)})`;
	return startDay > 1 ? sql`${back} + interval '1 month'` : back;
}

/** Powers of two add up to any number of hours: a bound value would make one expression two in `group by`. */
const powers = [
	...[sql`interval '1 hour'`, sql`interval '2 hours'`, sql`interval '4 hours'`, sql`interval '8 hours'`],
	...[sql`interval '16 hours'`, sql`interval '32 hours'`, sql`interval '64 hours'`, sql`interval '128 hours'`],
	...[sql`interval '256 hours'`, sql`interval '512 hours'`]
];
const hoursLong = (hours: number) =>
	sql.join([sql`interval '0 hours'`, ...powers.filter((_, place) => (hours >> place) % 2 === 1)], sql` + `);
