import { both, closed, notDesk } from '../where/conditions.ts';
import { says } from '../where/said.ts';

/** What several checks are shares of; one object each, so that a question works it out once for all of them. */
export const closedTimed = both(closed, says('closed_at'));
export const closedToTheMinute = both(closedTimed, (eb) => eb('closed_is_date', '=', false));
export const open = both(notDesk, (eb) => eb('is_closed', '=', false));
