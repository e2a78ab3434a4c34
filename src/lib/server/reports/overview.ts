import { rankUnits, type Ranking } from '#lib/domain/ranking.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { closingsInDays } from '#queries/closings-in-days.ts';
import { duration } from '#queries/duration.ts';
import { ranking } from '#queries/ranking.ts';
import { rate } from '#queries/rate.ts';
import { returnVisits } from '#queries/return-visits.ts';
import { timeliness } from '#queries/timeliness.ts';
import { volumes } from '#queries/volumes.ts';
import type { RateKey } from '#queries/measures.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';

/** The headline numbers of a scope, each with what it is made of. */
export async function headline(db: WarehouseDb, scope: Scope) {
	const [received, due, closed, handling, inDays, states, visits] = await Promise.all([
		volumes(db, scope).executeTakeFirstOrThrow(),
		rate(db, 'on-time-due', scope).executeTakeFirstOrThrow(),
		rate(db, 'on-time-closed', scope).executeTakeFirstOrThrow(),
		duration(db, 'handling-time', scope).executeTakeFirstOrThrow(),
		closingsInDays(db, scope).executeTakeFirstOrThrow(),
		timeliness(db, scope).executeTakeFirstOrThrow(),
		returnVisits(db, scope).executeTakeFirstOrThrow()
	]);
	return { received, due, closed, handling, inDays, states, visits };
}

export type Headline = Awaited<ReturnType<typeof headline>>;

/** The units by a rate, placed and judged against chance. */
export async function unitsRanked(db: WarehouseDb, key: RateKey, scope: Scope): Promise<Ranking> {
	return rankUnits(await ranking(db, key, scope).execute());
}
