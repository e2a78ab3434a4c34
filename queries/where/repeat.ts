import { sql } from 'kysely';
import type { Condition } from './tables.ts';

/** Within how many days of the one before a second order of the same caller on the same matter is a repeat. */
export const repeatDays = 30;

/**
 * The caller had already asked: the order before it of the same caller, first category and unit was received at most 30
 * days earlier, in the period or before it. What is not stated never matches.
 */
export const isRepeat: Condition = (eb) =>
	eb('previous_received_at', '>=', sql<string>`received_at - interval '30 days'`);
