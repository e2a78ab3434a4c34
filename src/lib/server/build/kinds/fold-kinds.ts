import type { DuckDBConnection } from '@duckdb/node-api';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import { makeCoUnits } from './co-units.ts';
import { foldEvents, makeEvents } from './fold-events.ts';
import { foldNotices, makeNotices } from './fold-notices.ts';
import { foldVisits } from './fold-visits.ts';
import { makeNameTables, nameCategories, nameUnits } from './names.ts';
import { makeVisitTotals } from './visit-totals.ts';

/**
 * Adds to the orders of `merged` what exports of other kinds say of them, and makes these kinds' own tables. Events come first:
 * whether an order was visited is told by its closing. A kind without an export costs nothing.
 */
export async function foldKinds(connection: DuckDBConnection, kinds: Set<KindName>): Promise<void> {
	await makeCoUnits(connection);
	await makeEvents(connection);
	await makeNotices(connection);
	if (kinds.has('events')) await foldEvents(connection);
	if (kinds.has('visits')) await foldVisits(connection);
	if (kinds.has('notices')) await foldNotices(connection);
	await makeVisitTotals(connection);
	await makeNameTables(connection);
	if (kinds.has('units')) await nameUnits(connection);
	if (kinds.has('categories')) await nameCategories(connection);
}
