import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { gapMeasure, type GapKey } from './measures.ts';
import type { GapMeasure, Side } from './measures/definition.ts';
import { both } from './where/conditions.ts';
import { groupedBy, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Condition, Db, OrdersBuilder } from './where/tables.ts';

/**
 * What has one side more than the other? One row, or one per value of `by`. one… and other…: the orders counted, those
 * in the numerator (null for times), and the value, a share or a median in seconds. gap is their difference;
 * standardisedGap the same within each kind of request, weighted by the first side's orders, comparable how many of
 * these have someone of their kind to be held against. Both are null where a side has fewer orders than the measure asks.
 */
export function gap(db: Db, key: GapKey, scope: Scope, by?: Dimension) {
	const measure = gapMeasure(key);
	const name = by === undefined ? sql<string | null>`cast(null as varchar)` : groupedBy(by, measure.basis);
	const sides = (withKind: boolean) =>
		db
			.selectFrom('orders')
			.where((eb) =>
				eb.and([inScope(eb, scope, measure.basis), eb.or([measure.one.counted(eb), measure.other.counted(eb)])])
			)
			.select((eb) => [
				name.as('side_name'),
				eb.fn.countAll<number>().filterWhere(measure.one.counted).as('one_n'),
				eb.fn.countAll<number>().filterWhere(measure.other.counted).as('other_n'),
				hits(eb, measure.one).as('one_hits'),
				hits(eb, measure.other).as('other_hits'),
				value(eb, measure, measure.one).as('one_value'),
				value(eb, measure, measure.other).as('other_value')
			])
			.$if(by !== undefined || withKind, (query) =>
				query.groupBy([...(by === undefined ? [] : [name]), ...(withKind ? [sql<string | null>`kind`] : [])])
			);
	const standardised = db
		.selectFrom(sides(true).as('kinds'))
		.select([
			'side_name',
			sql<number>`sum(case when one_n > 0 and other_n > 0 then one_n else 0 end)`.as('comparable'),
			sql<number | null>`sum(case when one_n > 0 and other_n > 0 then one_n * (one_value - other_value) end)
				/ nullif(sum(case when one_n > 0 and other_n > 0 then one_n else 0 end), 0)`.as('within')
		])
		.groupBy('side_name');
	const isEnough = sql<boolean>`one_n >= cast(${measure.fewest} as integer) and other_n >= cast(${measure.fewest} as integer)`;
	return db
		.selectFrom(sides(false).as('whole'))
		.leftJoin(standardised.as('standardised'), (join) =>
			join.on(sql<boolean>`coalesce(standardised.side_name, '') = coalesce(whole.side_name, '')`)
		)
		.select([
			sql<number>`one_n`.as('oneDenominator'),
			sql<number | null>`one_hits`.as('oneNumerator'),
			sql<number | null>`one_value`.as('oneValue'),
			sql<number>`other_n`.as('otherDenominator'),
			sql<number | null>`other_hits`.as('otherNumerator'),
			sql<number | null>`other_value`.as('otherValue'),
			sql<number | null>`case when ${isEnough} then one_value - other_value end`.as('gap'),
			sql<number | null>`case when ${isEnough} and ${sql.val(measure.withinKinds)} then within end`.as(
				'standardisedGap'
			),
			sql<number>`cast(coalesce(comparable, 0) as bigint)`.as('comparable')
		])
		.$if(by !== undefined, (query) =>
			query.select('whole.side_name as name').orderBy('whole.side_name', nullsLast('asc'))
		);
}

const hits = (eb: OrdersBuilder, { counted, numerator }: Side) =>
	numerator === undefined
		? sql<number | null>`cast(null as bigint)`
		: sql<number | null>`count(*) filter (where ${both(counted, numerator)(eb)})`;

function value(eb: OrdersBuilder, { statistic }: GapMeasure, side: Side) {
	const counted: Condition = side.counted;
	if (statistic === 'share')
		return sql<
			number | null
		>`cast(${hits(eb, side)} as double precision) / nullif(count(*) filter (where ${counted(eb)}), 0)`;
	return sql<
		number | null
	>`percentile_cont(0.5) within group (order by handling_seconds nulls last) filter (where ${counted(eb)})`;
}
