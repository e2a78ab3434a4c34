import type { Order } from './orders.ts';
import type { Day, Oracle, Test } from './measures.ts';

/** What the measures of several themes take of one order. */

export const received: Day = ({ received_at }) => received_at;
export const due = (order: Order) => order.due_at as string | null;
const flagged = ['closed_on_time', 'closed_late', 'open_overdue'];
export const isDue = (order: Order, cut: string) =>
	due(order) === null ? flagged.includes(order.state) : due(order)! <= cut;
export const dueDay: Day = (order) => due(order) ?? (order.state === 'unknown' ? null : order.received_at);
export const closingDay: Day = (order) =>
	order.closed ?? (['closed_on_time', 'closed_late'].includes(order.state) ? order.received_at : null);
export const count = (order: Order, column: string) => order[column] as number | null;
export const moment = (order: Order, column: string) => order[column] as string | null;
export const rate = (on: Day, of: Test, among: Test): Oracle => ({ type: 'rate', on, of, among });
/** Sent to a unit, and the export says how often it happened. */
export const hasCount =
	(column: string, more: Test = () => true): Test =>
	(order, cut) =>
		!order.isDesk && count(order, column) !== null && more(order, cut);
export const happened =
	(column: string): Test =>
	(order) =>
		(count(order, column) ?? 0) > 0;
export const hoursAfter = (at: string, hours: number) =>
	new Date(Date.parse(`${at.replace(' ', 'T')}Z`) + hours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
export const isClosedAssessed: Test = ({ isAssessed, isClosed }) => isAssessed && isClosed;
export const isValid: Test = (order, cut) => isClosedAssessed(order, cut) && order.visit_valid === true;
export const isResolved: Test = ({ visit_resolved }) => visit_resolved === 'yes';
