import { secondsFrom, workedFrom, type Order } from './orders.ts';
import type { Day, Oracle, Test } from './measures.ts';
import { received, due, isDue, dueDay, count, moment, rate, hasCount, happened } from './said.ts';

/** The measures of deadlines, their extension and what lies beyond them, said a second time for one order. */

const original = (order: Order) => order.original_due_at as string | null;
const originalDueDay: Day = (order) => original(order) ?? dueDay(order);
const quantity = (on: Day, value: (order: Order, cut: string) => number | null, among: Test): Oracle => ({
	...{ type: 'quantity', on, value, among }
});
const workedUntilCut = (order: Order, cut: string) => workedFrom(due(order)!, cut);

export const deadlineOracles: Record<string, Oracle> = {
	overdue: rate(
		dueDay,
		({ state }) => state !== 'closed_on_time',
		(order, cut) => order.isAssessed && isDue(order, cut)
	),
	'overdue-age': quantity(
		received,
		workedUntilCut,
		(order) => !order.isDesk && order.state === 'open_overdue' && due(order) !== null
	),
	'overtime-multiple': quantity(
		dueDay,
		(order, cut) => {
			const from = moment(order, 'dispatched_at');
			if (order.closed_is_date === true || (order.isClosed && order.closed === null)) return null;
			if (from === null || due(order) === null) return null;
			const allowed = secondsFrom(from, due(order)!);
			return allowed > 0 ? secondsFrom(from, order.closed ?? cut) / allowed : null;
		},
		({ isDesk, state }) => !isDesk && (state === 'closed_late' || state === 'open_overdue')
	),
	'yellow-cards': {
		...{ type: 'count', on: received },
		of: (order, cut) => {
			if (order.isDesk || order.state !== 'open_within' || order.replied_at !== null || due(order) === null)
				return false;
			const left = workedFrom(cut, due(order)!);
			return left !== null && left <= 1;
		}
	},
	'red-cards': {
		...{ type: 'count', on: received },
		of: (order, cut) => {
			if (order.isDesk || order.state !== 'open_overdue' || order.replied_at !== null || due(order) === null)
				return false;
			const gone = workedUntilCut(order, cut);
			return gone !== null && gone <= 1;
		}
	},
	extension: rate(
		dueDay,
		(order, cut) =>
			happened('extension_count')(order, cut) && (original(order) === null || due(order)! > original(order)!),
		(order, cut) => order.isAssessed && isDue(order, cut) && count(order, 'extension_count') !== null
	),
	'extension-days': quantity(
		dueDay,
		(order) => workedFrom(original(order)!, due(order)!),
		(order) => !order.isDesk && original(order) !== null && due(order) !== null && due(order)! > original(order)!
	),
	'on-time-original': rate(
		originalDueDay,
		({ originalState }) => originalState === 'closed_on_time',
		(order, cut) => order.isAssessed && (original(order) === null ? isDue(order, cut) : original(order)! <= cut)
	),
	suspension: rate(received, happened('suspended_days'), hasCount('suspended_days')),
	'suspension-days': quantity(
		received,
		(order) => count(order, 'suspended_days'),
		(order, cut) => !order.isDesk && happened('suspended_days')(order, cut)
	)
};
