import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { addDays, addMonths, type AssessmentMonth } from '#lib/domain/periods.ts';
import { filterDimensions, type Dimension, type FilterDimension, type Scope } from '#lib/domain/scope.ts';
import { dataCut } from './clock.ts';
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

/** The same of the twelve months that end with the period's last day, or with T where it has none. */
export function inYearTo(eb: OrdersBuilder, scope: Scope, basis: BasisColumn): Expression<SqlBool> {
	const { to, month } = scope.period;
	if (to !== null) return inScope(eb, { ...scope, period: { from: addDays(addMonths(to, -12), 1), to, month } }, basis);
	return eb.and([
		inScope(eb, { ...scope, period: { from: null, to: null } }, basis),
		eb(basis, '>', sql<string>`${dataCut(eb)} - interval '1 year'`)
	]);
}

const atStartOf = (day: string, month?: AssessmentMonth) =>
	sql<string>`cast(${`${day} ${String(month?.cutOffHour ?? 0).padStart(2, '0')}:00:00`} as timestamp)`;

/** Which months a scope counts in. */
type InMonths = Pick<Scope, 'period'>;

/** What a row of a grouped answer is named by: the export's word, or the 'YYYY-MM' that the basis day counts to. */
export function groupedBy(dimension: Dimension, basis: BasisColumn, { period }: InMonths) {
	if (dimension === 'month') {
		const [year, month] = groupKeys(dimension, basis, { period });
		return sql<string | null>`lpad(cast(${year} as varchar), 4, '0') || '-' || lpad(cast(${month} as varchar), 2, '0')`;
	}
	return sql<string | null>`${sql.ref(dimensionColumns[dimension])}`;
}

/**
 * What an answer is grouped by, so that groupedBy names its rows. A month is two whole numbers: writing out its name for
 * every order would take several times as long as counting them.
 */
export function groupKeys(dimension: Dimension, basis: BasisColumn, scope: InMonths): RawBuilder<unknown>[] {
	if (dimension !== 'month') return [sql.ref(dimensionColumns[dimension])];
	const moment = counted(basis, scope);
	return [sql`date_part('year', ${moment})`, sql`date_part('month', ${moment})`];
}

/**
 * The same in one column, for a question that joins its rows by it or sorts them; `keyName` turns it into the name.
 * A month is its first day: shorter to compare than text.
 */
export function groupKey(dimension: Dimension, basis: BasisColumn, scope: InMonths) {
	if (dimension === 'month') return sql<string | null>`cast(date_trunc('month', ${counted(basis, scope)}) as date)`;
	return sql<string | null>`${sql.ref(dimensionColumns[dimension])}`;
}

/** What a row is named by, from a column that holds its groupKey. */
export const keyName = (dimension: Dimension, key: string) =>
	dimension === 'month'
		? sql<string | null>`substring(cast(${sql.ref(key)} as varchar), 1, 7)`
		: sql<string | null>`${sql.ref(key)}`;

/** The basis moment, moved into the calendar month that has the name of its month of assessment. */
const counted = (basis: BasisColumn, { period: { month } }: InMonths) =>
	month ? shifted(sql.ref(basis), month) : sql.ref(basis);

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
