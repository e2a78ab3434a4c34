import { sql } from 'kysely';
import { measures } from '../measures.ts';
import { dataCut } from './clock.ts';
import { both, inState, notDesk, valid } from './conditions.ts';
import type { Condition } from './tables.ts';

/** Why an order needs a question, what is most pressing first. */
export const reasons = ['overdue', 'dissatisfied', 'notResolved', 'returned', 'redone', 'dueSoon'] as const;
export type Reason = (typeof reasons)[number];

export const reasonConditions: Record<Reason, Condition> = {
	overdue: measures['open-overdue'].counted,
	dissatisfied: both(valid, measures.dissatisfied.numerator),
	notResolved: both(valid, (eb) => eb('visit_resolved', '=', 'no')),
	returned: both(notDesk, (eb) => eb('return_count', '>', 1)),
	redone: both(notDesk, (eb) => eb('rework_count', '>', 0)),
	dueSoon: both(notDesk, inState('open_within'), (eb) =>
		eb('due_at', '<=', sql<string>`${dataCut(eb)} + interval '2 days'`)
	)
};

export const anyReason: Condition = (eb) => eb.or(reasons.map((reason) => reasonConditions[reason](eb)));

/** The reasons that say: closed, and the citizen does not agree. */
export const reasonsAfterClosing = ['dissatisfied', 'notResolved'] as const satisfies Reason[];

export const afterClosing: Condition = (eb) => eb.or(reasonsAfterClosing.map((reason) => reasonConditions[reason](eb)));
