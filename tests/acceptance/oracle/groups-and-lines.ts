import type { Order } from './orders.ts';
import type { Day, Oracle, Test } from './measures.ts';
import { received, isDue, dueDay, closingDay, rate, isClosedAssessed, isValid, isResolved } from './said.ts';

/** The measures of groups of people and single lines, said a second time for one order. */

const isSatisfied: Test = ({ satisfaction }) => satisfaction === 'very_satisfied' || satisfaction === 'satisfied';
const isDissatisfied: Test = ({ satisfaction }) =>
	satisfaction === 'dissatisfied' || satisfaction === 'very_dissatisfied';
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

export const groupAndLineOracles: Record<string, Oracle> = {
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
