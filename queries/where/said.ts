import { sql } from 'kysely';
import type { OrdersTable } from '#lib/server/warehouse/schema.ts';
import type { Condition, OrdersBuilder } from './tables.ts';
import { dataCut } from './clock.ts';

type CountColumn =
	| 'return_count'
	| 'return_approved_count'
	| 'redispatch_count'
	| 'extension_count'
	| 'suspended_days'
	| 'urge_count'
	| 'rework_count';

/** The export says something of this: what is not said is neither good nor bad. */
export const says =
	(column: keyof OrdersTable): Condition =>
	(eb) =>
		eb(column, 'is not', null);

/** It happened to the order, at least once. */
export const happened =
	(column: CountColumn): Condition =>
	(eb) =>
		eb(column, '>', 0);

type MomentColumn = 'due_at' | 'original_due_at' | 'sign_due_at' | 'first_contact_due_at';

/** This moment had come at T. */
export const hasCome =
	(column: MomentColumn): Condition =>
	(eb) =>
		eb(column, '<=', dataCut(eb));

/** Days worked in the calendar up to and with a day; null in a year that is not loaded. */
const workedUpTo = (eb: OrdersBuilder, day: ReturnType<typeof sql<string | null>>) =>
	eb
		.selectFrom('calendar')
		.select('working_days_up_to')
		.where('day', '=', sql<string>`cast(${day} as date)`);

/** Working days after the day of one moment, up to and with the day of another; null where one is not in the calendar. */
export const workingDaysBetween = (
	eb: OrdersBuilder,
	from: ReturnType<typeof sql<string | null>>,
	to: ReturnType<typeof sql<string | null>>
) => sql<number | null>`${workedUpTo(eb, to)} - ${workedUpTo(eb, from)}`;
