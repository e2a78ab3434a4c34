import { sql, type Expression, type SqlBool } from 'kysely';
import { addDays, addMonths } from '#lib/domain/periods.ts';
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
	const { from, to } = scope.period;
	if (from !== null) conditions.push(eb(basis, '>=', atStartOf(from)));
	if (to !== null) conditions.push(eb(basis, '<', atStartOf(addDays(to, 1))));
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
	const { to } = scope.period;
	if (to !== null) return inScope(eb, { ...scope, period: { from: addDays(addMonths(to, -12), 1), to } }, basis);
	return eb.and([
		inScope(eb, { ...scope, period: { from: null, to: null } }, basis),
		eb(basis, '>', sql<string>`${dataCut(eb)} - interval '1 year'`)
	]);
}

const atStartOf = (day: string) => sql<string>`cast(${`${day} 00:00:00`} as timestamp)`;

/** What a row of a grouped answer is named by: the export's word, or 'YYYY-MM' of the basis day. */
export function groupedBy(dimension: Dimension, basis: BasisColumn) {
	if (dimension === 'month') {
		return sql<string | null>`substring(cast(cast(date_trunc('month', ${sql.ref(basis)}) as date) as varchar), 1, 7)`;
	}
	return sql<string | null>`${sql.ref(dimensionColumns[dimension])}`;
}
