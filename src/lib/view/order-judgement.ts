import { formatDateTime, formatDuration } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { orderState, stateMeasure, whenText } from './order-names.ts';
import { cutText } from './order-timeline.ts';
import type { Fact, Order } from './order-view.ts';

/** The state of an order at T, why it is so, the rule behind it, and how long the order took. */
export function judgement(order: Order): Fact[] {
	return [
		{
			term: m.orders_fact_state(),
			text: orderState(order.state),
			href: `/explain/${stateMeasure(order.state)}?period=${order.receivedAt.slice(0, 7)}`
		},
		{ term: m.orders_fact_why(), text: whyState(order) },
		{ term: m.orders_fact_deadline(), text: deadlineText(order) },
		{ term: m.orders_fact_rule(), text: ruleText(order) },
		...ownDeadline(order),
		{ term: m.orders_fact_citizen(), text: citizenText(order) },
		{ term: m.orders_fact_unit_time(), text: unitText(order) },
		{ term: m.rules_fact_working_days(), text: workingDaysText(order) },
		...(order.suspendedDays === null
			? []
			: [{ term: m.rules_fact_suspended(), text: suspendedText(order.suspendedDays) }])
	];
}

const moment = (at: string | null) => formatDateTime(at, getLocale());
const time = (seconds: number) => formatDuration(Math.abs(seconds), getLocale());

function whyState(order: Order): string {
	const { state, stateFrom, dueAt, closedAt, closedIsDate, isClosed, pastDueSeconds } = order;
	if (state === 'unknown') {
		if (isClosed && closedAt === null) return m.orders_why_unknown_no_time();
		return dueAt !== null && closedIsDate ? m.orders_why_unknown_day() : m.orders_why_unknown_no_deadline();
	}
	if (stateFrom === 'flag') return m.orders_why_flag();
	const due = moment(dueAt);
	if (state === 'open_within') return m.orders_why_open_within({ cut: cutText(order), due });
	if (state === 'open_overdue')
		return m.orders_why_open_overdue({ cut: cutText(order), due, time: time(pastDueSeconds ?? 0) });
	const closed = whenText(closedAt ?? '', closedIsDate);
	if (state === 'closed_on_time') return m.orders_why_closed_on_time({ closed, due });
	return pastDueSeconds === null
		? m.orders_why_closed_late_day({ closed, due })
		: m.orders_why_closed_late({ closed, due, time: time(pastDueSeconds) });
}

function deadlineText({ dueAt, dueSource, originalDueAt, stateFrom }: Order): string {
	if (dueAt !== null && dueSource !== 'export')
		return m.rules_order_deadline({ due: moment(dueAt), id: dueSource ?? '' });
	if (dueAt === null) return stateFrom === 'flag' ? m.orders_deadline_flag() : m.orders_deadline_none();
	if (originalDueAt === null || originalDueAt === dueAt) return m.orders_deadline_export({ due: moment(dueAt) });
	return m.orders_deadline_extended({ due: moment(dueAt), original: moment(originalDueAt) });
}

/** What our own rule would say where the export's deadline wins. */
function ownDeadline({ dueAt, dueSource, ruleDueAt }: Order): Fact[] {
	if (dueSource !== 'export' || ruleDueAt === null) return [];
	const text = ruleDueAt.slice(0, 10) === dueAt?.slice(0, 10) ? m.rules_order_agrees : m.rules_order_differs;
	return [{ term: m.rules_order_own(), text: text({ due: moment(ruleDueAt) }) }];
}

const ruleText = ({ stateFrom, dueSource }: Order): string =>
	stateFrom === 'clock' && dueSource !== 'export'
		? m.rules_order_rule({ id: dueSource ?? '' })
		: stateFrom === 'clock'
			? m.orders_rule_clock()
			: stateFrom === 'flag'
				? m.orders_rule_flag()
				: m.orders_rule_none();

/** Both clocks in working days, the day they start on being day 0. */
function workingDaysText({ workingDays, unitWorkingDays }: Order): string {
	const days = (count: number | null) => (count === null ? m.not_stated() : m.rules_working_days({ days: count }));
	return m.rules_both_clocks({ citizen: days(workingDays), unit: days(unitWorkingDays) });
}

const suspendedText = (days: number) => (days === 0 ? m.rules_not_suspended() : m.rules_suspended({ days }));

const endText = ({ isClosed }: Order) => (isClosed ? m.orders_end_closing() : m.orders_end_cut());

function citizenText(order: Order): string {
	const { citizenSeconds, handlingDays } = order;
	if (citizenSeconds !== null)
		return m.orders_citizen_text({ time: formatDuration(citizenSeconds, getLocale()), end: endText(order) });
	return handlingDays === null ? m.orders_time_unknown() : m.orders_time_days({ days: handlingDays });
}

function unitText(order: Order): string {
	if (order.unitSeconds === null) return m.orders_time_unknown();
	return m.orders_unit_text({
		time: formatDuration(order.unitSeconds, getLocale()),
		start: order.dispatchedAt === null ? m.orders_start_signing() : m.orders_start_dispatch(),
		end: endText(order)
	});
}
