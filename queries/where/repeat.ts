import { sql } from 'kysely';
import { notDesk } from './conditions.ts';
import type { Condition } from './tables.ts';

/** Within how many days of the first a second order of the same caller on the same matter is a repeat. */
export const repeatDays = 30;

/**
 * The caller had already asked: an earlier order of the same caller, first category and unit was received at most 30
 * days before. What is not stated never matches. Of two orders of one moment the one with the higher number is the later.
 */
export const repeated: Condition = (eb) =>
	eb.and([
		notDesk(eb),
		eb.exists(
			eb
				.selectFrom('orders as earlier')
				.select(sql`1`.as('one'))
				.where('earlier.caller_key', '=', eb.ref('orders.caller_key'))
				.where('earlier.category_1', '=', eb.ref('orders.category_1'))
				.where('earlier.unit', '=', eb.ref('orders.unit'))
				.where('earlier.received_at', '<=', eb.ref('orders.received_at'))
				.where('earlier.received_at', '>=', sql<string>`${eb.ref('orders.received_at')} - interval '30 days'`)
				.where((inner) =>
					inner.or([
						inner('earlier.received_at', '<', inner.ref('orders.received_at')),
						inner('earlier.order_number', '<', inner.ref('orders.order_number'))
					])
				)
		)
	]);
