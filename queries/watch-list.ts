import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { ordersPerPage } from './orders-behind.ts';
import { dataCut, secondsBetween } from './where/clock.ts';
import { inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import { afterClosing, anyReason, reasonConditions, reasons, type Reason } from './where/reasons.ts';
import type { Db, OrdersBuilder } from './where/tables.ts';

/**
 * Which orders received in the period need a question at T? One row per order with every reason that holds, or only
 * those with the reason asked for; a page of them. Overdue first, the longest overdue on top; then dissatisfied or not
 * resolved after closing, asked again by the same caller, returned more than once, re-done, due within two days; open before closed, latest closing
 * first.
 */
export function watchList(db: Db, scope: Scope, reason: Reason | null = null, page = 1) {
	const wanted = reason === null ? anyReason : reasonConditions[reason];
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, 'received_at'), wanted(eb)]))
		.select((eb) => [
			'order_number as orderNumber',
			'unit',
			'kind',
			'received_at as receivedAt',
			'received_is_date as receivedIsDate',
			'due_at as dueAt',
			'closed_at as closedAt',
			'closed_is_date as closedIsDate',
			'timeliness as state',
			'return_count as returnCount',
			'rework_count as reworkCount',
			...reasons.map((one) => sql<boolean>`coalesce(${reasonConditions[one](eb)}, false)`.as(one)),
			// Seconds past the deadline; below zero while it lies ahead, null once closed.
			sql<number | null>`case when not is_closed then ${secondsBetween(eb, eb.ref('due_at'), dataCut(eb))} end`.as(
				'overdueSeconds'
			)
		])
		.orderBy(urgency, nullsLast('asc'))
		.orderBy((eb) => sql`case when not is_closed and ${inTime(eb)} then due_at end`, nullsLast('asc'))
		.orderBy('is_closed', nullsLast('asc'))
		.orderBy('closed_at', nullsLast('desc'))
		.orderBy('received_at', nullsLast('asc'))
		.orderBy('order_number', nullsLast('asc'))
		.limit(ordersPerPage)
		.offset((page - 1) * ordersPerPage);
}

/** The place of an order's most pressing reason. */
const urgency = (eb: OrdersBuilder) =>
	eb
		.case()
		.when(reasonConditions.overdue(eb))
		.then(1)
		.when(afterClosing(eb))
		.then(2)
		.when(reasonConditions.repeated(eb))
		.then(3)
		.when(reasonConditions.returned(eb))
		.then(4)
		.when(reasonConditions.redone(eb))
		.then(5)
		.else(6)
		.end();

/** Where the deadline says what is next: among the overdue and those due soon. */
const inTime = (eb: OrdersBuilder) => eb.or([reasonConditions.overdue(eb), reasonConditions.dueSoon(eb)]);
