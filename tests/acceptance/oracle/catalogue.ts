import { secondsFrom, workedFrom, type Order } from './orders.ts';
import type { Day, Oracle, Test } from './measures.ts';

/** The measures of dispatching, deadlines, quality, lines and groups, said a second time for one order. */

const received: Day = ({ received_at }) => received_at;
const due = (order: Order) => order.due_at as string | null;
const original = (order: Order) => order.original_due_at as string | null;
const flagged = ['closed_on_time', 'closed_late', 'open_overdue'];
const isDue = (order: Order, cut: string) => (due(order) === null ? flagged.includes(order.state) : due(order)! <= cut);
const dueDay: Day = (order) => due(order) ?? (order.state === 'unknown' ? null : order.received_at);
const originalDueDay: Day = (order) => original(order) ?? dueDay(order);
const closingDay: Day = (order) =>
	order.closed ?? (['closed_on_time', 'closed_late'].includes(order.state) ? order.received_at : null);

const count = (order: Order, column: string) => order[column] as number | null;
const moment = (order: Order, column: string) => order[column] as string | null;
const rate = (on: Day, of: Test, among: Test): Oracle => ({ type: 'rate', on, of, among });
const quantity = (on: Day, value: (order: Order, cut: string) => number | null, among: Test): Oracle => ({
	...{ type: 'quantity', on, value, among }
});
const hasCount =
	(column: string, more: Test = () => true): Test =>
	(order, cut) =>
		!order.isDesk && count(order, column) !== null && more(order, cut);
const happened =
	(column: string): Test =>
	(order) =>
		(count(order, column) ?? 0) > 0;
const none = (order: Order, column: string) => count(order, column) === 0;

const hoursAfter = (at: string, hours: number) =>
	new Date(Date.parse(`${at.replace(' ', 'T')}Z`) + hours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

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

const isClosedAssessed: Test = ({ isAssessed, isClosed }) => isAssessed && isClosed;
const isValid: Test = (order, cut) => isClosedAssessed(order, cut) && order.visit_valid === true;
const isSatisfied: Test = ({ satisfaction }) => satisfaction === 'very_satisfied' || satisfaction === 'satisfied';
const isDissatisfied: Test = ({ satisfaction }) =>
	satisfaction === 'dissatisfied' || satisfaction === 'very_dissatisfied';
const isResolved: Test = ({ visit_resolved }) => visit_resolved === 'yes';
const inRound = (fits: (reworks: number) => boolean) =>
	rate(
		closingDay,
		(order, cut) => isResolved(order, cut) && fits(count(order, 'rework_count')!),
		(order, cut) => isValid(order, cut) && count(order, 'rework_count') !== null
	);

const isTold: Test = (order) =>
	order.isAssessed && [order.caller_key, order.category_1, order.unit].every((each) => each !== null);
const monthBefore = (at: string) => hoursAfter(at, -30 * 24);
const isRepeat: Test = ({ previous, received_at }) =>
	previous !== null && previous.received_at >= monthBefore(received_at);

const asked: Test = ({ exclusion_state }) => ['pending', 'approved', 'rejected'].includes(String(exclusion_state));
const isDemand: Test = ({ kind_code }) => kind_code !== 'invalid';
const isLegalAid: Test = ({ line }) => String(line ?? '').includes('12348');

const isSpecial = ({ special_group }: Order) =>
	/老年|老人|残疾|农民工|退役军人|未成年|儿童|低保|困难|孤/.test(String(special_group ?? ''));
const isOther = (order: Order) => order.has_group_column === true && !isSpecial(order);
const groups = (on: Day, among: Test, of?: Test): Oracle => ({
	...{ type: 'gap', on, fewest: 30, withinKinds: true },
	one: { among: (order, cut) => among(order, cut) && isSpecial(order), of },
	other: { among: (order, cut) => among(order, cut) && isOther(order), of }
});

const workedUntilCut = (order: Order, cut: string) => workedFrom(due(order)!, cut);

export const catalogueOracles: Record<string, Oracle> = {
	'dispatch-accuracy': rate(
		received,
		(order) => none(order, 'return_approved_count') && none(order, 'redispatch_count'),
		hasCount(
			'return_approved_count',
			(order, cut) =>
				count(order, 'redispatch_count') !== null && (order.isClosed || (due(order) !== null && due(order)! <= cut))
		)
	),
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
	},
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
	),
	'resolution-gap': {
		...{ type: 'gap', on: closingDay, fewest: 1, withinKinds: false },
		one: {
			among: (order, cut) => isClosedAssessed(order, cut) && order.unit_resolved !== null,
			of: ({ unit_resolved }) => unit_resolved === 'yes'
		},
		other: { among: isValid, of: isResolved }
	},
	'resolved-first-round': inRound((reworks) => reworks === 0),
	'resolved-second-round': inRound((reworks) => reworks === 1),
	'resolved-third-round': inRound((reworks) => reworks > 1),
	rework: rate(
		received,
		happened('rework_count'),
		hasCount(
			'rework_count',
			(order, cut) => order.isClosed || order.replied_at !== null || happened('rework_count')(order, cut)
		)
	),
	repeat: rate(received, isRepeat, isTold),
	reopened: rate(
		received,
		(order, cut) =>
			isRepeat(order, cut) && order.previous!.closed !== null && order.previous!.closed! <= order.received_at,
		isTold
	),
	urged: rate(received, happened('urge_count'), (order) => order.isAssessed && count(order, 'urge_count') !== null),
	supervised: rate(
		received,
		({ is_supervised }) => is_supervised === true,
		({ isAssessed, is_supervised }) => isAssessed && is_supervised !== null
	),
	'supervision-closed': rate(
		received,
		({ is_supervision_closed }) => is_supervision_closed === true,
		({ isAssessed, is_supervised, is_supervision_closed }) =>
			isAssessed && is_supervised === true && is_supervision_closed !== null
	),
	'exclusion-requested': rate(received, asked, ({ isDesk, exclusion_state }) => !isDesk && exclusion_state !== null),
	'exclusion-approved': rate(
		received,
		({ exclusion_state }) => exclusion_state === 'approved',
		(order, cut) => !order.isDesk && asked(order, cut)
	),
	'group-on-time': groups(
		dueDay,
		(order, cut) => order.isAssessed && isDue(order, cut),
		({ state }) => state === 'closed_on_time'
	),
	'group-resolved': groups(closingDay, isValid, isResolved),
	'group-handling': groups(closingDay, (order) => {
		const { isDesk, isClosed, closed, closed_is_date, received_is_date } = order;
		if (isDesk || !isClosed || closed === null || closed_is_date === true || received_is_date === true) return false;
		return closed >= order.received_at;
	}),
	'legal-aid-satisfied': rate(closingDay, isSatisfied, (order, cut) => isValid(order, cut) && isLegalAid(order, cut)),
	'legal-aid-called-back': rate(
		closingDay,
		({ visit_attempted }) => visit_attempted === true,
		(order, cut) => isClosedAssessed(order, cut) && isLegalAid(order, cut) && isDissatisfied(order, cut)
	),
	'notary-visits': {
		...{ type: 'quota', on: closingDay, fewest: 10 },
		asked: (order, cut) => isClosedAssessed(order, cut) && order.handler !== null,
		counted: isValid
	},
	minors: {
		...{ type: 'count', on: received },
		of: ({ special_group, line }) => `${String(special_group)} ${String(line)}`.includes('未成年')
	},
	'on-the-spot': rate(
		received,
		({ isDesk }) => isDesk,
		(order, cut) => isDemand(order, cut) && order.handling_mode !== null
	),
	praise: rate(
		received,
		({ kind_code }) => kind_code === 'praise',
		(order, cut) => isDemand(order, cut) && order.kind_code !== null
	)
};
