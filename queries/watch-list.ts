import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { ordersPerPage } from './orders-behind.ts';
import { dataCut, secondsBetween } from './where/clock.ts';
import { nullsLast } from './where/order.ts';
import { reasoned } from './where/reasoned.ts';
import { afterClosing, reasons, type Reason } from './where/reasons.ts';
import type { Db, OrdersBuilder } from './where/tables.ts';

/**
 * Which orders received in the period need a question at T? One row per order with every reason that holds, or only
 * those with the reason asked for, confidential orders aside; a page of them. Overdue first, the longest overdue on top; then dissatisfied or not
 * resolved after closing, asked again by the same caller, returned more than once, re-done, due within two days; open
 * before closed, latest closing first.
 */
export function watchList(db: Db, scope: Scope, reason: Reason | null = null, page = 1, perPage = ordersPerPage) {
	return (
		db
			.selectFrom(reasoned(db, scope).as('reasoned'))
			.where((eb) => eb.or((reason === null ? reasons : [reason]).map((wanted) => eb(wanted, '=', true))))
			.where('is_confidential', '=', false)
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
				...reasons,
				// Seconds past the deadline; below zero while it lies ahead, null once closed.
				sql<
					number | null
				>`case when not is_closed then ${secondsBetween(eb as unknown as OrdersBuilder, eb.ref('due_at'), dataCut(eb as unknown as OrdersBuilder))} end`.as(
					'overdueSeconds'
				)
			])
			.orderBy(
				(eb) =>
					eb
						.case()
						.when('overdue', '=', true)
						.then(1)
						.when(eb.or(afterClosing.map((one) => eb(one, '=', true))))
						.then(2)
						.when('repeated', '=', true)
						.then(3)
						.when('returned', '=', true)
						.then(4)
						.when('redone', '=', true)
						.then(5)
						.else(6)
						.end(),
				nullsLast('asc')
			)
			// Where the deadline says what is next: among the overdue and those due soon.
			.orderBy(
				(eb) => sql`case when not is_closed and (${eb.ref('overdue')} or ${eb.ref('dueSoon')}) then due_at end`,
				nullsLast('asc')
			)
			.orderBy('is_closed', nullsLast('asc'))
			.orderBy('closed_at', nullsLast('desc'))
			.orderBy('received_at', nullsLast('asc'))
			.orderBy('order_number', nullsLast('asc'))
			.limit(perPage)
			.offset((page - 1) * perPage)
	);
}
