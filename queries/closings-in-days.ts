import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { measures } from './measures.ts';
import { closed } from './where/conditions.ts';
import { groupedBy, groupKeys, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * How many whole days to closing, for exports whose closings carry no time of day? dateOnly counts them;
 * the median is exact, in days, and leaves out closings before the receipt.
 */
export function closingsInDays(db: Db, scope: Scope, by?: Dimension) {
	const { basis } = measures['handling-time'];
	const kept = sql<boolean>`handling_seconds is null and handling_days >= 0`;
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), closed(eb)]))
		.select((eb) => [
			eb.fn.countAll<number>().filterWhere(kept).as('dateOnly'),
			sql<number | null>`percentile_cont(0.5) within group (order by handling_days) filter (where ${kept})`.as(
				'medianDays'
			),
			eb.fn.countAll<number>().filterWhere('is_closed_without_time', '=', true).as('closedWithoutTime')
		])
		.$if(by !== undefined, (query) =>
			query
				.select(groupedBy(by!, basis, scope).as('name'))
				.groupBy(groupKeys(by!, basis, scope))
				.orderBy(groupedBy(by!, basis, scope), nullsLast('asc'))
		);
}
