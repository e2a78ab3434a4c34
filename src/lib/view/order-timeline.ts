import { formatDateTime, formatDuration } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { whenText } from './order-names.ts';
import type { Order } from './order-view.ts';

/** A step of an order: when, and how long after the step before it that has a time. */
export type TimelineStep = { step: string; at: string | null; between: string | null };

type Known = { step: string; at: string | null; isDate: boolean; after: number | null; missing: string };

/** From receipt to return visit, in the order in which these should happen. */
export function orderTimeline(order: Order): TimelineStep[] {
	let last: { step: string; after: number } | null = null;
	return stepsOf(order).map(({ step, at, isDate, after, missing }) => {
		if (at === null) return { step, at: null, between: missing };
		const between = after === null ? m.orders_step_day() : last && betweenText(after - last.after, last.step);
		if (after !== null) last = { step, after };
		return { step, at: whenText(at, isDate), between };
	});
}

function stepsOf(order: Order): Known[] {
	const missing = m.orders_step_missing();
	const steps: Known[] = [
		{
			step: m.orders_step_received(),
			at: order.receivedAt,
			isDate: order.receivedIsDate,
			after: order.receivedIsDate ? null : 0,
			missing
		},
		{
			step: m.orders_step_dispatched(),
			at: order.dispatchedAt,
			isDate: order.dispatchedIsDate,
			after: order.dispatchedAfter,
			missing
		},
		{ step: m.orders_step_signed(), at: order.signedAt, isDate: order.signedIsDate, after: order.signedAfter, missing },
		{
			step: m.orders_step_first_contact(),
			at: order.firstContactAt,
			isDate: order.firstContactIsDate,
			after: order.firstContactAfter,
			missing
		},
		order.isClosed
			? {
					step: m.orders_step_closed(),
					at: order.closedAt,
					isDate: order.closedIsDate ?? false,
					after: order.closedAfter,
					missing: m.orders_step_closed_no_time()
				}
			: { step: m.orders_step_open(), at: order.dataCut, isDate: false, after: order.cutAfter, missing }
	];
	if (order.visitedAt === null) return steps;
	const visited = { at: order.visitedAt, isDate: order.visitedIsDate, after: order.visitedAfter };
	return [...steps, { step: m.orders_step_visited(), ...visited, missing }];
}

function betweenText(seconds: number, step: string): string {
	if (seconds === 0) return m.orders_step_same({ step });
	const time = formatDuration(Math.abs(seconds), getLocale());
	return seconds > 0 ? m.orders_step_after({ time, step }) : m.orders_step_before({ time, step });
}

export const cutText = (order: Order): string => formatDateTime(order.dataCut, getLocale());
