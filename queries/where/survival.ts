import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { survivalMeasure, type SurvivalKey } from '../measures.ts';
import { isTimed, timesOf } from './clocks.ts';
import { groupKey, inScope } from './in-scope.ts';
import type { Db } from './tables.ts';

/**
 * The Kaplan–Meier curve of a measure: one row per distinct time (and value of `by`, as its groupKey), with how many closed then,
 * how many were still watched, and the share not closed by then. An order open at T is watched up to and with its
 * time. One more row, without a time, counts the orders left out.
 */
export function survival(db: Db, key: SurvivalKey, scope: Scope, by?: Dimension) {
	const measure = survivalMeasure(key);
	const { elapsed, watched, sign } = timesOf(measure.clock, measure.days);
	const name = by === undefined ? sql<string | null>`cast(null as varchar)` : groupKey(by, measure.basis, scope);
	const kept = isTimed(measure.clock, measure.days);
	const times = db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, measure.basis), measure.counted(eb)]))
		.select([
			name.as('name'),
			sql<number | null>`case when ${kept} then cast(coalesce(${elapsed}, ${watched}) as double precision) end`.as(
				'days'
			),
			sql<number>`case when ${kept} and ${elapsed} is not null then 1 else 0 end`.as('closing'),
			sql<number>`case when ${sign} < 0 then 1 else 0 end`.as('backwards'),
			sql<number>`case when ${sign} is null then 1 else 0 end`.as('timeless')
		]);
	const distinct = db
		.selectFrom(times.as('times'))
		.select([
			'name',
			'days',
			sql<number>`count(*)`.as('leaving'),
			sql<number>`sum(closing)`.as('closings'),
			sql<number>`sum(backwards)`.as('negative'),
			sql<number>`sum(timeless)`.as('missing')
		])
		.groupBy(['name', 'days']);
	const atRisk = db
		.selectFrom(distinct.as('distinct_times'))
		.selectAll()
		.select(
			sql<number>`sum(case when days is null then 0 else leaving end) over (partition by name order by days desc nulls last)`.as(
				'at_risk'
			)
		);
	return db
		.selectFrom(atRisk.as('at_risk_times'))
		.selectAll()
		.select(
			// Where all who are left close, the share is 0 and its logarithm nothing to add up.
			sql<number | null>`case
				when days is null then null
				when closings = at_risk then 0
				else exp(sum(case when closings < at_risk then ln(1 - cast(closings as double precision) / at_risk) else 0 end)
					over (partition by name order by days asc nulls last))
			end`.as('share_open')
		);
}
