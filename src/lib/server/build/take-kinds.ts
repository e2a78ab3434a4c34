import type { DuckDBConnection } from '@duckdb/node-api';
import type { OtherKind } from '#lib/domain/kinds/kinds.ts';
import { loadCalendar } from './calendar.ts';
import { type Clock, setClock } from './clock.ts';
import { calendarOf } from './kinds/calendar-days.ts';
import { kindOf, kindStanding, loadKinds } from './kinds/current-rows.ts';
import { foldKinds } from './kinds/fold-kinds.ts';
import { rowStanding, type RowStanding } from './merge.ts';
import type { BuildPlan } from './plan.ts';

/**
 * Adds to `merged` what exports of other kinds say, loads the calendar, and sets the clock to T: all that an order is assessed with.
 * Gives the clock, and how the rows of each newcomer stand.
 */
export async function takeKinds(
	connection: DuckDBConnection,
	plan: BuildPlan
): Promise<{ clock: Clock; standings: Map<string, RowStanding> }> {
	const { folder, inputs, newcomers, dataCut, zone } = plan;
	const standings = new Map<string, RowStanding>();
	await loadKinds(connection, folder, inputs);
	for (const sha256 of newcomers) {
		const place = inputs.findIndex((input) => input.sha256 === sha256);
		const earlier = inputs.slice(0, place).map((input) => input.sha256);
		const kind = kindOf(inputs[place]!);
		const ofKind = kind === 'orders' ? rowStanding(connection, sha256, earlier) : undefined;
		standings.set(sha256, await (ofKind ?? kindStanding(connection, kind as OtherKind, sha256, earlier)));
	}
	await foldKinds(connection, new Set(inputs.map(kindOf)));
	await loadCalendar(connection, await calendarOf(connection));
	return { clock: await setClock(connection, dataCut, zone), standings };
}
