import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { gapMeasure, type GapKey } from './measures.ts';
import type { GapMeasure, Side } from './measures/definition.ts';
import { both } from './where/conditions.ts';
import { groupedBy, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db, OrdersBuilder } from './where/tables.ts';

/**
 * What has one side more than the other? One row, or one per value of `by`. one… and other…: the orders counted, those
 * in the numerator (null for times), and the value, a share or a median in seconds. gap is their difference;
 * standardisedGap the same within each kind of request, weighted by the first side's orders, comparable how many of
 * these have someone of their kind to be held against. Both are null where a side has fewer orders than the measure asks.
 */
export function gap(db: Db, key: GapKey, scope: Scope, by?: Dimension) {
	const measure = gapMeasure(key);
	const name = by === undefined ? sql<string | null>`cast(null as varchar)` : groupedBy(by, measure.basis, scope);
	const judged = db
		.selectFrom('orders')
		.where((eb) =>
			eb.and([inScope(eb, scope, measure.basis), eb.or([measure.one.counted(eb), measure.other.counted(eb)])])
		)
		.select((eb) => [
			name.as('side_name'),
			'kind',
			'handling_seconds',
			...(['one', 'other'] as const).flatMap((side) => [
				sql<boolean>`${measure[side].counted(eb)}`.as(`is_${side}`),
				sql<boolean>`${isHit(eb, measure[side])}`.as(`is_${side}_hit`)
			])
		]);
	const sides = (withKind: boolean) =>
		db
			.selectFrom(judged.as('judged'))
			.select([
				(by === undefined && !withKind ? sql<string | null>`cast(null as varchar)` : sql<string | null>`side_name`).as(
					'side_name'
				),
				...(['one', 'other'] as const).flatMap((side) => [
					count(`is_${side}`).as(`${side}_n`),
					(measure[side].numerator ? count(`is_${side}_hit`) : sql<number | null>`cast(null as bigint)`).as(
						`${side}_hits`
					),
					value(measure, side).as(`${side}_value`)
				])
			])
			.$if(by !== undefined || withKind, (query) => query.groupBy(withKind ? ['side_name', 'kind'] : ['side_name']));
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

/** True for an order of the side that its numerator counts; false where the side has none. */
const isHit = (eb: OrdersBuilder, { counted, numerator }: Side) =>
	numerator === undefined ? sql<boolean>`false` : both(counted, numerator)(eb);

const count = (condition: string) => sql<number>`count(*) filter (where ${sql.ref(condition)})`;

function value({ statistic }: GapMeasure, side: 'one' | 'other') {
	const isCounted = sql.ref(`is_${side}`);
	if (statistic === 'share')
		return sql<number | null>`cast(${count(`is_${side}_hit`)} as double precision) / nullif(${count(`is_${side}`)}, 0)`;
	return sql<
		number | null
	>`percentile_cont(0.5) within group (order by handling_seconds nulls last) filter (where ${isCounted})`;
}
