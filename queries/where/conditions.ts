import type { TimelinessState } from '#lib/server/warehouse/schema.ts';
import type { Condition } from './tables.ts';

/** Conditions on one order that measures and questions share. */

/** Sent to a unit, or an export that does not tell desk answers apart: a desk answer enters no unit's rate. */
export const notDesk: Condition = (eb) => eb.or([eb('handling_mode', 'is', null), eb('handling_mode', '<>', 'desk')]);
export const everyOrder: Condition = (eb) => eb.and([]);
/** All of these at once. */
export const both =
	(...conditions: Condition[]): Condition =>
	(eb) =>
		eb.and(conditions.map((condition) => condition(eb)));
/** The deadline had passed at T. */
export const due = both(notDesk, (eb) => eb('is_due', '=', true));
/** Closed, and whether in time can be judged. */
export const closedKnown = both(notDesk, (eb) => eb('timeliness', 'in', ['closed_on_time', 'closed_late']));
export const closed = both(notDesk, (eb) => eb('is_closed', '=', true));
export const attempted = both(closed, (eb) => eb('visit_attempted', '=', true));
export const valid = both(closed, (eb) => eb('visit_valid', '=', true));

export const desk: Condition = (eb) => eb('handling_mode', '=', 'desk');
export const inState =
	(state: TimelinessState): Condition =>
	(eb) =>
		eb('timeliness', '=', state);
