import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { callMeasure, type CallKey } from './measures.ts';
import type { CallColumn } from './measures/beside-orders.ts';
import { callDays, type CallDimension } from './where/call-days.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * What does the telephone side come to? One row, or one per value of `by`: a sum over a sum of the days that have every
 * number it takes, a share or seconds; null where there is none. days is how many line-days were counted.
 */
export function calls(db: Db, key: CallKey, scope: Scope, by?: CallDimension) {
	const { numerator, denominator, needs, line } = callMeasure(key);
	const sumOf = (columns: readonly CallColumn[]) =>
		columns.length === 0
			? sql<number>`0`
			: sql<number>`coalesce(sum(${sql.join(
					columns.map((column) => sql.ref(column)),
					sql` + `
				)}), 0)`;
	const top = sql<number>`cast(${sumOf(numerator)} as bigint)`;
	const bottom = sql<number>`cast(${sumOf(denominator.of)} - ${sumOf(denominator.without ?? [])} as bigint)`;
	const name =
		by === 'month'
			? sql<string | null>`substring(cast(day as varchar), 1, 7)`
			: sql<string | null>`cast(${sql.ref(by ?? 'line')} as varchar)`;
	return db
		.selectFrom(callDays(db, scope).as('line_days'))
		.where((eb) => eb.and(needs.map((column) => eb(column as CallColumn, 'is not', null))))
		.$if(line !== undefined, (query) => query.where('line', 'like', `%${line}%`))
		.select([
			top.as('numerator'),
			bottom.as('denominator'),
			sql<number | null>`1.0 * ${top} / nullif(${bottom}, 0)`.as('value'),
			sql<number>`count(*)`.as('days')
		])
		.$if(by !== undefined, (query) => query.select(name.as('name')).groupBy(name).orderBy(name, nullsLast('asc')));
}
