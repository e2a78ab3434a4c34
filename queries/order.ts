import { sql, type Expression } from 'kysely';
import { dataCut, isDayAlone, secondsBetween } from './where/clock.ts';
import { listable } from './where/listable.ts';
import type { Db, OrdersBuilder } from './where/tables.ts';

/**
 * What is known of this order at T? One row, or none; none too of a confidential one. `…After` are seconds since its receipt, null where one of the
 * two has no time of day; pastDueSeconds run from the deadline. citizenSeconds run from receipt, unitSeconds from dispatch (signing where there is no
 * dispatch), both to the closing, or to T while the order is open; workingDays and unitWorkingDays are the same in
 * whole working days.
 */
export function order(db: Db, orderNumber: string) {
	return db
		.selectFrom('orders')
		.where('order_number', '=', orderNumber)
		.where(listable)
		.select([
			'order_number as orderNumber',
			'line',
			'channel',
			'kind',
			'category_1 as category1',
			'category_2 as category2',
			'category_3 as category3',
			'district',
			'street',
			'unit',
			'unit_written as unitWritten',
			'sub_unit as subUnit',
			'unit_kind as unitKind',
			'urgency',
			'status',
			'handling_mode as handlingMode',
			'received_at as receivedAt',
			'received_is_date as receivedIsDate',
			'dispatched_at as dispatchedAt',
			'signed_at as signedAt',
			'first_contact_at as firstContactAt',
			'closed_at as closedAt',
			'closed_is_date as closedIsDate',
			'closed_from as closedFrom',
			'visited_at as visitedAt',
			'due_at as dueAt',
			'original_due_at as originalDueAt',
			'due_source as dueSource',
			'rule_due_at as ruleDueAt',
			'sign_due_at as signDueAt',
			'first_contact_due_at as firstContactDueAt',
			'suspended_days as suspendedDays',
			'exclusion_state as exclusionState',
			'exclusion_reason as exclusionReason',
			'is_closed as isClosed',
			'timeliness as state',
			'timeliness_from as stateFrom',
			'handling_days as handlingDays',
			'return_count as returnCount',
			'extension_count as extensionCount',
			'urge_count as urgeCount',
			'rework_count as reworkCount',
			'handling_round as handlingRound',
			'is_supervised as isSupervised',
			'visit_attempted as visitAttempted',
			'visit_reached as visitReached',
			'visit_valid as visitValid',
			'visit_contacted as visitContacted',
			'visit_resolved as visitResolved',
			'satisfaction',
			'sheet',
			'row_number as row'
		])
		.select((eb) => [
			fileName(eb).as('file'),
			dataCut(eb).as('dataCut'),
			isDayAlone(eb.ref('dispatched_at'), eb.ref('dispatch_seconds')).as('dispatchedIsDate'),
			isDayAlone(eb.ref('signed_at'), eb.ref('sign_seconds')).as('signedIsDate'),
			isDayAlone(eb.ref('first_contact_at'), eb.ref('first_contact_seconds')).as('firstContactIsDate'),
			isDayAlone(eb.ref('visited_at')).as('visitedIsDate'),
			eb.ref('dispatch_seconds').as('dispatchedAfter'),
			after(eb, 'signed_at', isDayAlone(eb.ref('signed_at'), eb.ref('sign_seconds'))).as('signedAfter'),
			after(eb, 'first_contact_at', isDayAlone(eb.ref('first_contact_at'), eb.ref('first_contact_seconds'))).as(
				'firstContactAfter'
			),
			eb.ref('handling_seconds').as('closedAfter'),
			after(eb, 'visited_at', isDayAlone(eb.ref('visited_at'))).as('visitedAfter'),
			pastDue(eb).as('pastDueSeconds'),
			cutAfter(eb).as('cutAfter'),
			sql<number | null>`case when is_closed then handling_seconds else ${cutAfter(eb)} end`.as('citizenSeconds'),
			unitSeconds(eb).as('unitSeconds'),
			workingDays('handling_working_days', 'open_working_days').as('workingDays'),
			workingDays('unit_working_days', 'unit_open_working_days').as('unitWorkingDays')
		]);
}

/** Whole working days of a clock, to the closing or to T; null where an end is not known or a year is not loaded. */
const workingDays = (closed: string, open: string) =>
	sql<number | null>`case
		when is_year_not_loaded then null when is_closed then ${sql.ref(closed)} else ${sql.ref(open)}
	end`;

const fileName = (eb: OrdersBuilder) =>
	sql<string | null>`${eb.selectFrom('exports').select('file_name').whereRef('sha256', '=', 'file_sha256')}`;

const after = (
	eb: OrdersBuilder,
	column: 'signed_at' | 'first_contact_at' | 'visited_at',
	isDay: Expression<boolean>
) => sql<number | null>`case when not received_is_date and not ${isDay} then ${sinceReceipt(eb, eb.ref(column))} end`;

const cutAfter = (eb: OrdersBuilder) =>
	sql<number | null>`case when not received_is_date then ${sinceReceipt(eb, dataCut(eb))} end`;

const sinceReceipt = (eb: OrdersBuilder, at: Expression<string | null>) =>
	secondsBetween(eb, eb.ref('received_at'), at);

/** From the deadline to the closing, or to T while open: below zero where it was kept. */
const pastDue = (eb: OrdersBuilder) =>
	sql<
		number | null
	>`case when not coalesce(closed_is_date, false) and (closed_at is not null or not is_closed) then ${secondsBetween(eb, eb.ref('due_at'), sql<string>`coalesce(closed_at, ${dataCut(eb)})`)} end`;

/** Null where the start or the closing is not known to the second. */
function unitSeconds(eb: OrdersBuilder) {
	const start = eb.fn.coalesce('dispatched_at', 'signed_at');
	const startIsDay = sql<boolean>`case when dispatched_at is not null then ${isDayAlone(eb.ref('dispatched_at'), eb.ref('dispatch_seconds'))} else ${isDayAlone(eb.ref('signed_at'))} end`;
	const endIsUnknown = sql<boolean>`is_closed and (closed_at is null or coalesce(closed_is_date, false))`;
	const end = sql<string>`coalesce(closed_at, ${dataCut(eb)})`;
	return sql<
		number | null
	>`case when not (${startIsDay}) and not (${endIsUnknown}) then ${secondsBetween(eb, start, end)} end`;
}
