import { secondsFrom, type Order } from './orders.ts';

/** The measures of the draw and of questions answered twice, said a second time for one order. */

const on = (order: Order): string | null =>
	order.closed ?? (['closed_on_time', 'closed_late'].includes(order.state) ? order.received_at : null);
const isEligible = ({ isAssessed, isClosed }: Order) => isAssessed && isClosed;
const isVisited = (order: Order) => isEligible(order) && order.visit_attempted === true;
const isUnvisited = (order: Order) => isEligible(order) && order.visit_attempted !== true;
const isValid = (order: Order) => isEligible(order) && order.visit_valid === true;

type Test = (order: Order) => boolean;
const rate = (of: Test, among: Test) => ({ type: 'rate' as const, on, of, among });

const isGood = (answer: unknown) => answer === 'very_satisfied' || answer === 'satisfied';
const isRated = (answer: unknown) => answer !== null && answer !== undefined && answer !== 'unrated';
const ratedTwice = (order: Order) => isValid(order) && isRated(order.satisfaction) && isRated(order.satisfaction_final);
const last = (order: Order) => order.satisfaction_final ?? order.satisfaction;
const unitSpoke = (order: Order) => isEligible(order) && order.unit_resolved !== null;
const bothSpoke = (order: Order) => unitSpoke(order) && isValid(order) && order.visit_resolved !== null;
const square = (unit: boolean, citizen: boolean) =>
	rate((order) => (order.unit_resolved === 'yes') === unit && (order.visit_resolved === 'yes') === citizen, bothSpoke);

const urgent = ['紧急', '特急', '加急', '急', '急件', '非常紧急', '很急', 'urgent', 'high', 'emergency', 'critical'];
const ordinary = [
	...['一般', '普通', '正常', '常规', '平件', '不急', '不紧急', '低', '中'],
	...['normal', 'medium', 'low', 'routine', 'standard']
];
const urgency = (order: Order) => String(order.urgency ?? '').toLowerCase();
const turns = (order: Order) => [order.return_count, order.redispatch_count, order.extension_count];

/** What the export must say, and what is simpler or happier. */
const traits: Record<string, { known: Test; good: Test }> = {
	inquiry: { known: ({ kind_code }) => kind_code !== null, good: ({ kind_code }) => kind_code === 'consult' },
	ordinary: {
		known: (order) => [...urgent, ...ordinary].includes(urgency(order)),
		good: (order) => ordinary.includes(urgency(order))
	},
	smooth: {
		known: (order) => turns(order).some((count) => count !== null),
		good: (order) => turns(order).every((count) => count === null || count === 0)
	},
	'on-time': {
		known: ({ state }) => state === 'closed_on_time' || state === 'closed_late',
		good: ({ state }) => state === 'closed_on_time'
	},
	declared: {
		known: ({ unit_resolved }) => unit_resolved !== null,
		good: ({ unit_resolved }) => unit_resolved === 'yes'
	}
};

const seconds = (order: Order) =>
	order.closed === null || order.received_is_date === true || order.closed_is_date === true
		? null
		: secondsFrom(order.received_at, order.closed);

export const visitOracles = {
	'satisfied-final': rate((order) => isGood(last(order)), isValid),
	'pair-turned-satisfied': rate(
		(order) => isGood(order.satisfaction_final),
		(order) => ratedTwice(order) && !isGood(order.satisfaction)
	),
	'pair-turned-after-rework': rate(
		(order) => Number(order.rework_count) > 0,
		(order) => ratedTwice(order) && !isGood(order.satisfaction) && isGood(order.satisfaction_final)
	),
	'unit-resolved': rate(({ unit_resolved }) => unit_resolved === 'yes', unitSpoke),
	'pair-both-yes': square(true, true),
	'pair-unit-only': square(true, false),
	'pair-citizen-only': square(false, true),
	'pair-both-not': square(false, false),
	'visited-time': { type: 'duration' as const, on, among: isVisited, seconds },
	'unvisited-time': { type: 'duration' as const, on, among: isUnvisited, seconds },
	...Object.fromEntries(
		Object.entries(traits).flatMap(([trait, { known, good }]) => [
			[`visited-${trait}`, rate(good, (order) => isVisited(order) && known(order))],
			[`unvisited-${trait}`, rate(good, (order) => isUnvisited(order) && known(order))]
		])
	)
};
