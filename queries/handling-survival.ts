import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import type { SurvivalKey } from './measures.ts';
import { keyName } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import { survival } from './where/survival.ts';
import type { Db } from './where/tables.ts';

/**
 * How long does it take, with the open orders counted? One row, or one per value of `by`, of the orders received in
 * the period; Kaplan–Meier, in days. n = closed + open have a time; closed is how many closings the curve saw, open how
 * many were last seen open. medianDays is the first time by which half were closed, doneInX the share closed within X
 * days; null where the curve does not reach: too many were still open when last seen. negative, missing and
 * yearNotLoaded are left out. meanClosedDays, of the closed alone, is there to be compared with: it flatters.
 */
export function handlingSurvival(db: Db, key: SurvivalKey, scope: Scope, by?: Dimension) {
	return db
		.selectFrom(survival(db, key, scope, by).as('curve'))
		.select([
			whole(sql`sum(case when days is not null then leaving else 0 end)`).as('n'),
			whole(sql`sum(case when days is not null then closings else 0 end)`).as('closed'),
			whole(sql`sum(case when days is not null then leaving - closings else 0 end)`).as('open'),
			firstWithOpenAtMost(0.5).as('medianDays'),
			firstWithOpenAtMost(0.25).as('p75Days'),
			firstWithOpenAtMost(0.1).as('p90Days'),
			doneWithin(1).as('doneIn1'),
			doneWithin(5).as('doneIn5'),
			doneWithin(10).as('doneIn10'),
			doneWithin(15).as('doneIn15'),
			sql<
				number | null
			>`cast(sum(days * closings) as double precision) / nullif(sum(case when days is not null then closings end), 0)`.as(
				'meanClosedDays'
			),
			whole(sql`sum(negative)`).as('negative'),
			whole(sql`sum(missing)`).as('missing'),
			whole(sql`sum(case when days is null then leaving - negative - missing else 0 end)`).as('yearNotLoaded')
		])
		.$if(by !== undefined, (query) =>
			query.select(keyName(by!, 'name').as('name')).groupBy('name').orderBy('name', nullsLast('asc'))
		);
}

const whole = (expression: ReturnType<typeof sql>) => sql<number>`cast(coalesce(${expression}, 0) as bigint)`;

/** A product of shares may miss a half by its last bit. */
const firstWithOpenAtMost = (share: number) =>
	sql<number | null>`min(days) filter (where share_open <= cast(${share + 1e-12} as double precision))`;

/** 1 − S: of the last time up to then, where somebody was watched that long, or nobody was left. */
const doneWithin = (days: number) => sql<number | null>`case
	when max(days) >= cast(${days} as integer) or min(share_open) = 0
	then 1 - coalesce(min(share_open) filter (where days <= cast(${days} as integer)), 1)
end`;
