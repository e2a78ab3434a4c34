import type { MeasureKey } from '#queries/measures.ts';
import { daysFrom, secondsFrom, workedFrom, type Order } from './orders.ts';
import { stageDayOracles } from './stage-days.ts';
import { deadlineOracles } from './deadlines.ts';
import { dispatchOracles } from './dispatching.ts';
import { groupAndLineOracles } from './groups-and-lines.ts';
import { qualityOracles } from './quality.ts';
import { visitOracles } from './visits.ts';

/** What each measure is, said a second time for one order. `cut` is T. */

export type Test = (order: Order, cut: string) => boolean;
export type Day = (order: Order) => string | null;
type Rate = { type: 'rate'; on: Day; of: Test; among: Test };
/** What each order counted adds to the sum above and to the one below. */
type Ratio = { type: 'ratio'; on: Day; among: Test; adds: (order: Order) => [above: number, below: number] };
type Count = { type: 'count'; on: Day; of: Test };
/** Seconds of one order; null where it has none. */
type Times = { type: 'duration'; on: Day; among: Test; seconds: (order: Order) => number | null };
/** How long an order was watched, in days, and whether it ended; null where it is not known. */
type Watched = { type: 'survival'; on: Day; among: Test; watched: (order: Order, cut: string) => Life | null };
export type Life = { days: number; ended: boolean };
/** How much of something one order has; null where it is not known. */
type Quantity = { type: 'quantity'; on: Day; among: Test; value: (order: Order, cut: string) => number | null };
/** Shares where a side says what its numerator is, else medians of the handling time. */
export type Side = { among: Test; of?: Test };
type Gap = { type: 'gap'; on: Day; one: Side; other: Side; fewest: number; withinKinds: boolean };
type Quota = { type: 'quota'; on: Day; asked: Test; counted: Test; fewest: number };
export type Oracle = Rate | Ratio | Count | Times | Watched | Quantity | Gap | Quota;

const received: Day = ({ received_at }) => received_at;
const dueDay: Day = (order) =>
	(order.due_at as string | null) ?? (order.state === 'unknown' ? null : order.received_at);
const closingDay: Day = (order) =>
	order.closed ?? (['closed_on_time', 'closed_late'].includes(order.state) ? order.received_at : null);
const text = (order: Order, column: string) => order[column] as string | null;

const toUnit: Test = ({ isDesk }) => !isDesk;
const assessed: Test = ({ isAssessed }) => isAssessed;
const in_ =
	(...states: string[]): Test =>
	({ state }) =>
		states.includes(state);
const and =
	(...tests: Test[]): Test =>
	(order, cut) =>
		tests.every((test) => test(order, cut));
const says =
	(column: string, ...values: unknown[]): Test =>
	(order) =>
		values.includes(order[column]);

const isDue: Test = (order, cut) =>
	order.isAssessed &&
	(text(order, 'due_at') !== null
		? text(order, 'due_at')! <= cut
		: ['closed_on_time', 'closed_late', 'open_overdue'].includes(order.state));
const closedAssessed: Test = ({ isAssessed, isClosed }) => isAssessed && isClosed;
const attempted = and(closedAssessed, says('visit_attempted', true));
const valid = and(closedAssessed, says('visit_valid', true));
const ratedSatisfied = and(closedAssessed, says('satisfaction', 'very_satisfied', 'satisfied'));

const between = (from: string, to: string, ...dates: string[]) => ({
	seconds: (order: Order) => {
		const [a, b] = [text(order, from), to === 'closed_at' ? order.closed : text(order, to)];
		return a === null || b === null || dates.some((column) => order[column] === true) ? null : secondsFrom(a, b);
	}
});

const start = (order: Order, clock: 'citizen' | 'unit') => {
	if (clock === 'citizen') return { at: order.received_at, isDay: order.received_is_date === true };
	const dispatched = text(order, 'dispatched_at');
	return dispatched !== null
		? { at: dispatched, isDay: order.dispatched_is_date === true }
		: { at: text(order, 'signed_at'), isDay: order.signed_is_date === true };
};

function watched(clock: 'citizen' | 'unit', days: 'clock' | 'working'): Watched['watched'] {
	return (order, cut) => {
		const { at, isDay } = start(order, clock);
		if (at === null || (order.isClosed && order.closed === null)) return null;
		const end = order.closed ?? cut;
		const inWholeDays = isDay || (order.closed !== null && order.closed_is_date === true);
		const byClock = inWholeDays ? daysFrom(at, end) : secondsFrom(at, end) / 86_400;
		if (byClock < 0) return null;
		if (days === 'clock') return { days: byClock, ended: order.closed !== null };
		const worked = workedFrom(at, end);
		return worked === null ? null : { days: worked, ended: order.closed !== null };
	};
}

const state = (name: string): Count => ({ type: 'count', on: received, of: and(toUnit, in_(name)) });
const visits = (of: Test, among: Test): Rate => ({ type: 'rate', on: closingDay, of, among });

export const oracles: Partial<Record<MeasureKey, Oracle>> = {
	received: { type: 'count', on: received, of: () => true },
	'sent-to-units': { type: 'count', on: received, of: toUnit },
	'desk-answers': { type: 'count', on: received, of: ({ isDesk }) => isDesk },
	'closed-orders': { type: 'count', on: closingDay, of: and(toUnit, ({ isClosed }) => isClosed) },
	'closed-on-time': state('closed_on_time'),
	'closed-late': state('closed_late'),
	'open-within': state('open_within'),
	'open-overdue': state('open_overdue'),
	'timeliness-unknown': state('unknown'),
	'open-orders': { type: 'count', on: received, of: and(toUnit, ({ isClosed }) => !isClosed) },
	'on-time-due': { type: 'rate', on: dueDay, of: in_('closed_on_time'), among: isDue },
	'on-time-closed': {
		type: 'rate',
		on: closingDay,
		of: in_('closed_on_time'),
		among: and(assessed, in_('closed_on_time', 'closed_late'))
	},
	closure: { type: 'rate', on: received, of: ({ isClosed }) => isClosed, among: assessed },
	'dispatch-time': {
		...{ type: 'duration', on: received, among: toUnit },
		...between('received_at', 'dispatched_at', 'received_is_date', 'dispatched_is_date')
	},
	'sign-time': {
		...{ type: 'duration', on: received, among: toUnit },
		...between('dispatched_at', 'signed_at', 'dispatched_is_date', 'signed_is_date')
	},
	'first-contact-time': {
		...{ type: 'duration', on: received, among: toUnit },
		...between('dispatched_at', 'first_contact_at', 'dispatched_is_date', 'first_contact_is_date')
	},
	'handling-time': {
		...{ type: 'duration', on: closingDay, among: and(toUnit, ({ isClosed }) => isClosed) },
		...between('received_at', 'closed_at', 'received_is_date', 'closed_is_date')
	},
	'handling-survival': { type: 'survival', on: received, among: toUnit, watched: watched('citizen', 'clock') },
	'handling-survival-working': {
		type: 'survival',
		on: received,
		among: toUnit,
		watched: watched('citizen', 'working')
	},
	'unit-survival': { type: 'survival', on: received, among: toUnit, watched: watched('unit', 'clock') },
	'unit-survival-working': { type: 'survival', on: received, among: toUnit, watched: watched('unit', 'working') },
	'visit-coverage': visits(attempted, closedAssessed),
	'visit-reached': visits(says('visit_reached', true), attempted),
	'visit-response': visits(valid, attempted),
	contacted: visits(says('visit_contacted', true), valid),
	resolved: visits(says('visit_resolved', 'yes'), valid),
	satisfied: visits(says('satisfaction', 'very_satisfied', 'satisfied'), valid),
	'basically-satisfied': visits(says('satisfaction', 'basically_satisfied'), valid),
	dissatisfied: visits(says('satisfaction', 'dissatisfied', 'very_dissatisfied'), valid),
	'false-closure': visits(
		(order) => order.visit_contacted === false || order.visit_resolved === 'no',
		and(valid, (order) => order.visit_contacted !== null || order.visit_resolved !== null)
	),
	'default-satisfied': visits((order) => order.visit_valid === false || order.visit_reached === false, ratedSatisfied),
	...stageDayOracles,
	...dispatchOracles,
	...deadlineOracles,
	...qualityOracles,
	...groupAndLineOracles,
	...visitOracles
};
