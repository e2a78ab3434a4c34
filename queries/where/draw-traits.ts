import { sql } from 'kysely';
import { ordinaryWords, urgentWords } from '#lib/domain/urgency.ts';
import { attempted, both, closedAssessed, inState } from './conditions.ts';
import type { Condition } from './tables.ts';

/** A return visit was tried, and no return visit is on record: blank counts as not visited. */
export const visited = attempted;
export const unvisited = both(closedAssessed, (eb) =>
	eb.or([eb('visit_attempted', '=', false), eb('visit_attempted', 'is', null)])
);

const lower = sql<string>`lower(urgency)`;
const disturbances = ['return_count', 'redispatch_count', 'extension_count'] as const;

/**
 * What a visited order could be better in than an unvisited one before anyone rings the citizen: simpler, or happier in
 * the unit's own books. Of closed and assessed orders; `known`: the export says; `good`: simpler or happier.
 */
export const drawTraits = {
	inquiry: {
		known: (eb) => eb('kind_code', 'is not', null),
		good: (eb) => eb('kind_code', '=', 'consult')
	},
	ordinary: {
		known: (eb) => eb(lower, 'in', [...urgentWords, ...ordinaryWords]),
		good: (eb) => eb(lower, 'in', ordinaryWords)
	},
	smooth: {
		known: (eb) => eb.or(disturbances.map((column) => eb(column, 'is not', null))),
		good: (eb) => eb.and(disturbances.map((column) => eb.or([eb(column, 'is', null), eb(column, '=', 0)])))
	},
	'on-time': {
		known: (eb) => eb('timeliness', 'in', ['closed_on_time', 'closed_late']),
		good: inState('closed_on_time')
	},
	declared: {
		known: (eb) => eb('unit_resolved', 'is not', null),
		good: (eb) => eb('unit_resolved', '=', 'yes')
	}
} as const satisfies Record<string, { known: Condition; good: Condition }>;

export type DrawTrait = keyof typeof drawTraits;
export const drawTraitKeys = Object.keys(drawTraits) as DrawTrait[];
