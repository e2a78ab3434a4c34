import { formatDateTime, formatDuration } from '#lib/domain/format.ts';
import { workingDaysBetween, YearNotLoaded } from '#lib/domain/working-days.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { whenText } from './order-names.ts';
import type { Order } from './order-view.ts';

/** A step of an order: when, and how long after the step before it: by the clock, and in working days on another day. */
export type TimelineStep = { step: string; at: string | null; between: string | null };

type Known = { step: string; at: string | null; isDate: boolean; after: number | null; missing: string };

/** From receipt to return visit, in the order in which these should happen. */
export function orderTimeline(order: Order): TimelineStep[] {
	let last: { step: string; after: number } | null = null;
	let before: { step: string; at: string } | null = null;
	return stepsOf(order).map(({ step, at, isDate, after, missing }) => {
		if (at === null) return { step, at: null, between: missing };
		const byClock = after === null ? m.orders_step_day() : last && betweenText(after - last.after, last.step);
		const between = byClock && before ? withWorkingDays(byClock, before, at, after === null) : byClock;
		if (after !== null) last = { step, after };
		before = { step, at };
		return { step, at: whenText(at, isDate), between };
	});
}

/** The day of the step before is day 0; nothing is added within a day, or where the steps stand in the wrong order. */
function withWorkingDays(between: string, before: { step: string; at: string }, at: string, isDate: boolean): string {
	if (at.slice(0, 10) <= before.at.slice(0, 10)) return between;
	try {
		const days = workingDaysBetween(before.at, at);
		return isDate
			? m.stage_step_days_since({ between, days, step: before.step })
			: m.stage_step_days({ between, days });
	} catch (error) {
		if (error instanceof YearNotLoaded) return m.stage_step_year({ between });
		throw error;
	}
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
