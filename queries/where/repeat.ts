import { sql } from 'kysely';
import { notDesk } from './conditions.ts';
import type { Condition } from './tables.ts';

/** Within how many days of the one before a second order of the same caller on the same matter is a repeat. */
export const repeatDays = 30;

/**
 * The caller had already asked: the order before it of the same caller, first category and unit was received at most 30
 * days earlier. What is not stated never matches. Of two orders of one moment the one with the higher number is the
 * later. The orders are looked through once, whatever the period: the order before may lie outside it.
 */
export const repeated: Condition = (eb) =>
	eb.and([
		notDesk(eb),
		eb(
			'order_number',
			'in',
			eb
				.selectFrom((from) =>
					from
						.selectFrom('orders as known')
						.where((of) =>
							of.and([of('caller_key', 'is not', null), of('category_1', 'is not', null), of('unit', 'is not', null)])
						)
						.select([
							'order_number',
							'received_at',
							sql<string | null>`lag(received_at) over (
								partition by caller_key, category_1, unit order by received_at nulls last, order_number nulls last)`.as(
								'previous_received_at'
							)
						])
						.as('calls')
				)
				.where(sql<boolean>`previous_received_at >= received_at - interval '30 days'`)
				.select('calls.order_number')
		)
	]);
