import { m } from '#lib/paraglide/messages.js';

/** Why an order needs a question, by the code each reason has in queries/where/reasons. */
export const reasonNamesByCode = {
	overdue: m.orders_reason_overdue,
	dissatisfied: m.orders_reason_dissatisfied,
	notResolved: m.orders_reason_not_resolved,
	repeated: m.watch_reason_repeated,
	returned: m.orders_reason_returned,
	redone: m.orders_reason_redone,
	dueSoon: m.orders_reason_due_soon
};

type Code = keyof typeof reasonNamesByCode;

/** The names of reasons that stand in one cell, separated by blanks. */
export const reasonNames = (codes: string): string =>
	codes
		.split(' ')
		.filter((code): code is Code => Object.hasOwn(reasonNamesByCode, code))
		.map((code) => reasonNamesByCode[code]())
		.join(m.away_comma());
