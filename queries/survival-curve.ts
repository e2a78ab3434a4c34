import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import type { SurvivalKey } from './measures.ts';
import { nullsLast } from './where/order.ts';
import { survival } from './where/survival.ts';
import type { Db } from './where/tables.ts';

/**
 * What share is done by each time, open orders counted? One row per quarter of a day in which the curve has a point,
 * exact at its end; atRisk is how many were watched at the first of its times.
 */
export function survivalCurve(db: Db, key: SurvivalKey, scope: Scope) {
	return db
		.selectFrom((eb) =>
			eb
				.selectFrom(survival(db, key, scope).as('curve'))
				.where(sql<boolean>`days is not null`)
				.select([sql<number>`ceil(days * 4) / 4`.as('days'), 'share_open', 'at_risk'])
				.as('quarters')
		)
		.select([
			'days',
			sql<number>`1 - min(share_open)`.as('done'),
			sql<number>`cast(max(at_risk) as bigint)`.as('atRisk')
		])
		.groupBy('days')
		.orderBy('days', nullsLast('asc'));
}
