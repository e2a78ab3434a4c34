import { sql, type Expression } from 'kysely';
import type { OrdersBuilder } from './tables.ts';

/** Moments are the city's wall-clock times; a change of its clocks lies between two of them as it did in life. */

const moment = (eb: OrdersBuilder, at: Expression<string | null>) =>
	sql`extract(epoch from ${at} at time zone ${eb.selectFrom('about').select('zone')})`;

/** Whole seconds from one moment to another; negative where they stand in the wrong order. */
export const secondsBetween = (eb: OrdersBuilder, from: Expression<string | null>, to: Expression<string | null>) =>
	sql<number | null>`cast(${moment(eb, to)} - ${moment(eb, from)} as bigint)`;

/** T, the moment up to which everything is known. */
export const dataCut = (eb: OrdersBuilder) => sql<string>`${eb.selectFrom('about').select('data_cut')}`;

/**
 * True where a time is a day alone: it stands at midnight, and the warehouse, which knows what the export wrote, has
 * no seconds to it. Receipt and closing have a column of their own for this.
 */
export const isDayAlone = (at: Expression<string | null>, seconds: Expression<number | null> = sql<null>`null`) =>
	sql<boolean>`coalesce(cast(${at} as time) = time '00:00:00' and ${seconds} is null, false)`;
