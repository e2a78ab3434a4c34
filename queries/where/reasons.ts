import { sql } from 'kysely';
import { measures } from '../measures.ts';
import { dataCut } from './clock.ts';
import { both, inState, notDesk, valid } from './conditions.ts';
import { isRepeat } from './repeat.ts';
import type { Condition } from './tables.ts';

/** Why an order needs a question, what is most pressing first. */
export const reasons = ['overdue', 'dissatisfied', 'notResolved', 'repeated', 'returned', 'redone', 'dueSoon'] as const;
export type Reason = (typeof reasons)[number];

export const reasonConditions: Record<Reason, Condition> = {
	overdue: measures['open-overdue'].counted,
	dissatisfied: both(valid, measures.dissatisfied.numerator),
	notResolved: both(valid, (eb) => eb('visit_resolved', '=', 'no')),
	repeated: both(notDesk, isRepeat),
	returned: both(notDesk, (eb) => eb('return_count', '>', 1)),
	redone: both(notDesk, (eb) => eb('rework_count', '>', 0)),
	dueSoon: both(notDesk, inState('open_within'), (eb) =>
		eb('due_at', '<=', sql<string>`${dataCut(eb)} + interval '2 days'`)
	)
};

/** The column without which a reason can not be seen. */
export const reasonColumns = {
	overdue: 'due_basis_at',
	dissatisfied: 'satisfaction',
	notResolved: 'visit_resolved',
	repeated: 'caller_key',
	returned: 'return_count',
	redone: 'rework_count',
	dueSoon: 'due_at'
} as const satisfies Record<Reason, string>;

/** Closed, and the citizen does not agree. */
export const afterClosing = ['dissatisfied', 'notResolved'] as const satisfies Reason[];
