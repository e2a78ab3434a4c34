import { sql } from 'kysely';
import { addDays } from '#lib/domain/periods.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * In which 24 hours on end were the fewest calls answered? One row, or none where the log holds no whole 24 hours: when
 * they began, calls offered and answered, and the rate. Of all such spans inside the log; the fullest ones begin with a
 * call or end just before one, so these are all there are to look at. Only a call log can tell.
 */
export function worst24Hours(db: Db, scope: Scope) {
	const { from, to } = scope.period;
	const offered = db
		.selectFrom('calls')
		.where('medium', '=', 'phone')
		.where('is_offered', '=', true)
		.where('is_answered', 'is not', null)
		.$if(from !== null, (query) => query.where('arrived_at', '>=', sql<string>`cast(${from} as timestamp)`))
		.$if(to !== null, (query) =>
			query.where('arrived_at', '<', sql<string>`cast(${to && addDays(to, 1)} as timestamp)`)
		)
		.$if(scope.line.length > 0, (query) => query.where('line', 'in', scope.line))
		.select([
			'arrived_at',
			sql<number>`case when is_answered then 1 else 0 end`.as('answer'),
			sql<string>`min(arrived_at) over ()`.as('log_from'),
			sql<string>`max(arrived_at) over ()`.as('log_to')
		]);
	const spans = (isFromCall: boolean) => {
		const frame = isFromCall
			? sql`order by arrived_at asc nulls last range between current row and interval '86399 seconds' following`
			: sql`order by arrived_at asc nulls last range between interval '86400 seconds' preceding and interval '1 second' preceding`;
		const start = isFromCall ? sql<string>`arrived_at` : sql<string>`arrived_at - interval '1 day'`;
		return db
			.selectFrom(offered.as('offered_calls'))
			.select([
				start.as('began_at'),
				sql<boolean>`${start} >= log_from and ${start} + interval '1 day' <= log_to + interval '1 second'`.as(
					'is_whole'
				),
				sql<number>`count(*) over (${frame})`.as('calls_offered'),
				sql<number>`coalesce(sum(answer) over (${frame}), 0)`.as('calls_answered')
			]);
	};
	return db
		.selectFrom(spans(true).unionAll(spans(false)).as('spans'))
		.where(sql<boolean>`is_whole and calls_offered > 0`)
		.select([
			'began_at as beganAt',
			'calls_offered as denominator',
			sql<number>`cast(calls_answered as bigint)`.as('numerator'),
			sql<number>`1.0 * calls_answered / calls_offered`.as('rate')
		])
		.orderBy('rate', nullsLast('asc'))
		.orderBy('beganAt', nullsLast('asc'))
		.limit(1);
}
