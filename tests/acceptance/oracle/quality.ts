import type { Oracle, Test } from './measures.ts';
import {
	received,
	closingDay,
	count,
	rate,
	hasCount,
	happened,
	hoursAfter,
	isClosedAssessed,
	isValid,
	isResolved
} from './said.ts';

/** The measures of how well the work was done, said a second time for one order. */

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

export const qualityOracles: Record<string, Oracle> = {
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
	)
};
