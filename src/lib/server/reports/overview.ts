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

/** As much of the headline as is held against an earlier period. */
async function likeNumbers(db: WarehouseDb, scope: Scope) {
	const [received, due, closed, handling, visits] = await Promise.all([
		volumes(db, scope).executeTakeFirstOrThrow(),
		rate(db, 'on-time-due', scope).executeTakeFirstOrThrow(),
		rate(db, 'on-time-closed', scope).executeTakeFirstOrThrow(),
		duration(db, 'handling-time', scope).executeTakeFirstOrThrow(),
		returnVisits(db, scope).executeTakeFirstOrThrow()
	]);
	return { received, due, closed, handling, visits };
}

/** A period's name and the two scopes that may be held against each other; null where there is nothing alike yet. */
export type LikeScopes = { name: string; like: { now: Scope; then: Scope; days: number | null } | null };

/** Each earlier period's numbers beside as much of this one's as is like it; a whole period's own are not asked again. */
export async function headlineEarlier(db: WarehouseDb, now: Headline, earlier: LikeScopes[]) {
	const alike = earlier.flatMap(({ name, like }) => (like ? [{ name, ...like }] : []));
	const cut = alike.find(({ days }) => days !== null);
	const [own, ...then] = await Promise.all([
		cut ? likeNumbers(db, cut.now) : now,
		...alike.map((one) => likeNumbers(db, one.then))
	]);
	return alike.map(({ name }, place) => ({ name, now: own, then: then[place]! }));
}

/** The units by a rate, placed and judged against chance. */
export async function unitsRanked(db: WarehouseDb, key: RateKey, scope: Scope, fewest?: number): Promise<Ranking> {
	return rankUnits(await ranking(db, key, scope).execute(), fewest);
}
