import type { Day, Oracle } from './measures.ts';
import { daysFrom, secondsFrom, workedFrom, type Order } from './orders.ts';

/** The working days of each stage, said a second time for one order. */

const moment = (order: Order, column: string) =>
	column === 'closed_at' ? order.closed : (order[column] as string | null);

/** Days worked between two events; null where one is missing or they stand in the wrong order. */
const worked = (from: string, to: string) => (order: Order) => {
	const [a, b] = [moment(order, from), moment(order, to)];
	if (a === null || b === null || daysFrom(a, b) < 0) return null;
	const isDay = [from, to].some((column) => order[column.replace(/_at$/, '_is_date')] === true);
	return !isDay && secondsFrom(a, b) < 0 ? null : workedFrom(a, b);
};

const received: Day = ({ received_at }) => received_at;
const closing: Day = (order) =>
	order.closed ?? (['closed_on_time', 'closed_late'].includes(order.state) ? order.received_at : null);
const stage = (from: string, to: string): Oracle => ({
	...{ type: 'quantity', on: received, among: ({ isDesk }) => !isDesk, value: worked(from, to) }
});

export const stageDayOracles = {
	'dispatch-working-days': stage('received_at', 'dispatched_at'),
	'sign-working-days': stage('dispatched_at', 'signed_at'),
	'first-contact-working-days': stage('dispatched_at', 'first_contact_at'),
	'handling-working-days': {
		type: 'quantity',
		on: closing,
		among: ({ isDesk, isClosed }) => !isDesk && isClosed,
		value: worked('received_at', 'closed_at')
	}
} satisfies Record<string, Oracle>;
