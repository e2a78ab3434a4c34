import { everything } from '#lib/domain/scope.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { methodsView } from '#lib/view/methods-view.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { count } from '#queries/count.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import { duration } from '#queries/duration.ts';
import {
	measures,
	type CountKey,
	type DurationKey,
	type MeasureKey,
	type RateKey,
	type SurvivalKey
} from '#queries/measures.ts';
import { rate } from '#queries/rate.ts';
import { asked } from '../asked.server.ts';
import type { PageServerLoad } from './$types.js';

/** Every measure there is: generated from the definitions that compute the figures. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { methods: methodsView(null) };
	const carried = await columnsCarried(page.db).executeTakeFirstOrThrow();
	return {
		foot: page.shown.foot,
		methods: methodsView({ carried, sqlOf: (key) => sqlOf(page.db, key) })
	};
};

/** The question as it would be asked of every order; built and never run. */
function sqlOf(db: WarehouseDb, key: MeasureKey): string {
	const { type } = measures[key];
	if (type === 'rate') return rate(db, key as RateKey, everything).compile().sql;
	if (type === 'duration') return duration(db, key as DurationKey, everything).compile().sql;
	if (type === 'survival') return handlingSurvival(db, key as SurvivalKey, everything).compile().sql;
	return count(db, key as CountKey, everything).compile().sql;
}
