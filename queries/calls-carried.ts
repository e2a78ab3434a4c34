import type { CallColumn, PlaceColumn } from './measures/beside-orders.ts';
import { sql } from 'kysely';
import { everything } from '#lib/domain/scope.ts';
import { callDays } from './where/call-days.ts';
import type { Db } from './where/tables.ts';

const callColumns = [
	...(['incoming', 'offered', 'answered', 'answered_in_15', 'self_served', 'abandoned', 'abandoned_soon'] as const),
	...(['wait_seconds', 'talk_seconds', 'after_call_seconds', 'texts', 'texts_in_3_minutes', 'letters'] as const),
	...(['letters_in_24_hours', 'rated', 'rated_satisfied', 'quality_checked'] as const)
] satisfies CallColumn[];
const placeColumns = ['residents', 'seats', 'staff'] as const satisfies PlaceColumn[];

/** Which numbers do call logs, daily summaries and the list of places hold? One row, a count of filled cells per column. */
export function callsCarried(db: Db) {
	const days = db
		.selectFrom(callDays(db, everything).as('line_days'))
		.select(callColumns.map((column) => sql<number>`count(${sql.ref(column)})`.as(column)));
	const places = db
		.selectFrom('places')
		.select(placeColumns.map((column) => sql<number>`count(${sql.ref(column)})`.as(column)));
	return db
		.selectFrom(days.as('days'))
		.innerJoin(places.as('places'), (join) => join.onTrue())
		.selectAll();
}
