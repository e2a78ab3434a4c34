import type { TimelinessState } from '#lib/server/warehouse/schema.ts';
import type { Condition } from './tables.ts';

/** Conditions on one order that measures and questions share. */

/** Sent to a unit, or an export that does not tell desk answers apart: a desk answer enters no unit's rate. */
export const notDesk: Condition = (eb) => eb.or([eb('handling_mode', 'is', null), eb('handling_mode', '<>', 'desk')]);
export const everyOrder: Condition = (eb) => eb.and([]);

/** The condition with the excluded orders still in: as it would be had nothing been excluded. */
export const beforeExclusions = (condition: Condition): Condition => condition.beforeExclusions ?? condition;

/** All of these at once. */
export function both(...conditions: Condition[]): Condition {
	const all: Condition = (eb) => eb.and(conditions.map((condition) => condition(eb)));
	if (!conditions.some((condition) => condition.beforeExclusions)) return all;
	return Object.assign(all, { beforeExclusions: both(...conditions.map(beforeExclusions)) });
}

/** No exclusion of it was granted; where an export does not say, none was. */
export const notExcluded: Condition = Object.assign(
	((eb) => eb.or([eb('is_excluded', 'is', null), eb('is_excluded', '=', false)])) satisfies Condition,
	{ beforeExclusions: everyOrder }
);
/** Enters the assessment: sent to a unit, and no exclusion of it was granted. */
export const assessed = both(notDesk, notExcluded);
/** The deadline had passed at T. */
export const due = both(assessed, (eb) => eb('is_due', '=', true));
/** Closed, and whether in time can be judged. */
export const closedKnown = both(assessed, (eb) => eb('timeliness', 'in', ['closed_on_time', 'closed_late']));
export const closed = both(notDesk, (eb) => eb('is_closed', '=', true));
/** Closed and assessed: those a return visit may speak of. */
export const closedAssessed = both(assessed, (eb) => eb('is_closed', '=', true));
export const attempted = both(closedAssessed, (eb) => eb('visit_attempted', '=', true));
export const valid = both(closedAssessed, (eb) => eb('visit_valid', '=', true));

export const desk: Condition = (eb) => eb('handling_mode', '=', 'desk');
export const inState =
	(state: TimelinessState): Condition =>
	(eb) =>
		eb('timeliness', '=', state);
