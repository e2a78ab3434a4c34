import { formatDate, formatDateTime } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { TimelinessState } from '#lib/server/warehouse/schema.ts';
import type { MeasureKey } from '#queries/measures.ts';
import { stateName, type StateKey } from './names.ts';

/** An order number may hold anything: it is data, and written into an address as such. */
export const orderHref = (orderNumber: string): string => `/orders/${encodeURIComponent(orderNumber)}`;

const states: Record<TimelinessState, { name: StateKey; measure: MeasureKey }> = {
	closed_on_time: { name: 'closedOnTime', measure: 'closed-on-time' },
	closed_late: { name: 'closedLate', measure: 'closed-late' },
	open_within: { name: 'openWithin', measure: 'open-within' },
	open_overdue: { name: 'openOverdue', measure: 'open-overdue' },
	unknown: { name: 'unknown', measure: 'timeliness-unknown' }
};
export const orderState = (state: TimelinessState): string => stateName(states[state].name);

/** The measure whose definition says what the state means. */
export const stateMeasure = (state: TimelinessState): MeasureKey => states[state].measure;

/** A moment, or a day where the export gives no time of day. */
export const whenText = (at: string, isDate: boolean | null): string =>
	isDate ? formatDate(at, getLocale()) : formatDateTime(at, getLocale());

export const saidText = (said: boolean | null): string =>
	said === null ? m.orders_not_said() : said ? m.orders_yes() : m.orders_no();

export const resolvedText = (said: string | null): string =>
	(({ yes: m.orders_yes, partly: m.orders_partly, no: m.orders_no }) as Record<string, () => string>)[said ?? '']?.() ??
	said ??
	m.orders_not_said();

export const satisfactionText = (said: string | null): string =>
	(
		({
			very_satisfied: m.orders_satisfaction_very_satisfied,
			satisfied: m.orders_satisfaction_satisfied,
			basically_satisfied: m.orders_satisfaction_basically_satisfied,
			dissatisfied: m.orders_satisfaction_dissatisfied,
			very_dissatisfied: m.orders_satisfaction_very_dissatisfied,
			unrated: m.orders_satisfaction_unrated
		}) as Record<string, () => string>
	)[said ?? '']?.() ??
	said ??
	m.orders_not_said();

export const timesText = (times: number | null): string => {
	if (times === null) return m.orders_not_said();
	if (times === 0) return m.orders_times_never();
	return times === 1 ? m.orders_times_once() : m.orders_times({ times });
};
