import type { Order } from './orders.ts';
import type { Oracle, Test } from './measures.ts';
import { received, due, count, moment, rate, hasCount, happened, hoursAfter } from './said.ts';

/** The measures of how orders reached the right unit and were taken up, said a second time for one order. */

const none = (order: Order, column: string) => count(order, column) === 0;

/** By the plain rules: signed within 2 hours of the dispatch, contacted within 24, or 2 where it is urgent. */
function limit(order: Order, hours: number): string | null {
	const at = moment(order, 'dispatched_at');
	return at === null || order.dispatched_is_date === true ? null : hoursAfter(at, hours);
}
const signBy = (order: Order) => limit(order, 2);
const contactBy = (order: Order) =>
	limit(order, ['紧急', '特急', '加急', '突发'].includes(String(order.urgency)) ? 2 : 24);
const isDecided =
	(by: (order: Order) => string | null, done: string, isDate: string, hasColumn: string): Test =>
	(order, cut) => {
		const [limit, at] = [by(order), moment(order, done)];
		if (order.isDesk || limit === null || order[hasColumn] !== true) return false;
		return at === null ? limit <= cut : order[isDate] !== true;
	};
const wasInTime =
	(by: (order: Order) => string | null, done: string): Test =>
	(order) =>
		moment(order, done) !== null &&
		moment(order, done)! <= by(order)! &&
		moment(order, done)! >= moment(order, 'dispatched_at')!;
const signDecided = isDecided(signBy, 'signed_at', 'signed_is_date', 'has_signed_column');
const contactDecided = isDecided(contactBy, 'first_contact_at', 'first_contact_is_date', 'has_first_contact_column');

/** Decided, and the export says how often it came back and was sent on. */
const saysWhereItWent = hasCount(
	'return_approved_count',
	(order, cut) =>
		count(order, 'redispatch_count') !== null && (order.isClosed || (due(order) !== null && due(order)! <= cut))
);

export const dispatchOracles: Record<string, Oracle> = {
	'dispatch-accuracy': rate(
		received,
		(order) => none(order, 'return_approved_count') && none(order, 'redispatch_count'),
		saysWhereItWent
	),
	'dispatch-accuracy-each': {
		...{ type: 'ratio', on: received, among: saysWhereItWent },
		adds: (order) => {
			const returned = count(order, 'return_approved_count')!;
			const sent = 1 + count(order, 'redispatch_count')!;
			return returned > sent ? [0, returned] : [sent - returned, sent];
		}
	},
	'return-rate': rate(received, happened('return_count'), hasCount('return_count')),
	'return-approved': rate(
		received,
		happened('return_approved_count'),
		hasCount('return_count', hasCount('return_approved_count'))
	),
	'return-refused': rate(
		received,
		(order, cut) => happened('return_count')(order, cut) && none(order, 'return_approved_count'),
		hasCount('return_count', hasCount('return_approved_count'))
	),
	redispatch: rate(received, happened('redispatch_count'), hasCount('redispatch_count')),
	'signed-on-time': rate(received, wasInTime(signBy, 'signed_at'), signDecided),
	'contacted-on-time': rate(received, wasInTime(contactBy, 'first_contact_at'), contactDecided),
	'no-contact-recorded': {
		...{ type: 'count', on: received },
		of: (order, cut) => contactDecided(order, cut) && moment(order, 'first_contact_at') === null
	}
};
