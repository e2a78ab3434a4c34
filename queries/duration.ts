import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { durationMeasure, type DurationKey } from './measures.ts';
import { groupedBy, groupKeys, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

export type Negatives = 'drop' | 'keep';

/**
 * How long does this stage take, of the orders that went through it? Seconds; exact median and 90th percentile.
 * n counts the orders behind the times; negative those whose events stand in the wrong order, which stay out of
 * n and the times unless kept; missing those without one of the two times.
 */
export function duration(db: Db, key: DurationKey, scope: Scope, by?: Dimension, negatives: Negatives = 'drop') {
	const measure = durationMeasure(key);
	const seconds = sql.ref<number | null>(measure.seconds);
	const kept = negatives === 'keep' ? sql<boolean>`${seconds} is not null` : sql<boolean>`${seconds} >= 0`;
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, measure.basis), measure.counted(eb)]))
		.select((eb) => [
			eb.fn.countAll<number>().filterWhere(kept).as('n'),
			sql<number | null>`percentile_cont(0.5) within group (order by ${seconds}) filter (where ${kept})`.as(
				'medianSeconds'
			),
			sql<number | null>`percentile_cont(0.9) within group (order by ${seconds}) filter (where ${kept})`.as(
				'p90Seconds'
			),
			sql<number | null>`1.0 * sum(${seconds}) filter (where ${kept}) / nullif(count(*) filter (where ${kept}), 0)`.as(
				'meanSeconds'
			),
			eb.fn.countAll<number>().filterWhere(measure.seconds, '<', 0).as('negative'),
			eb.fn.countAll<number>().filterWhere(measure.seconds, 'is', null).as('missing')
		])
		.$if(by !== undefined, (query) =>
			query
				.select(groupedBy(by!, measure.basis, scope).as('name'))
				.groupBy(groupKeys(by!, measure.basis, scope))
				.orderBy(groupedBy(by!, measure.basis, scope), nullsLast('asc'))
		);
}
