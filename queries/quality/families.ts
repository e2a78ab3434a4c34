import type { MeasureKey } from '../measures.ts';

/** Measures that a finding touches together, because they rest on the same columns. */

/** Of what was due, whether it was closed by then or not: what is not known to be on time stays in. */
export const byDue = ['on-time-due', 'on-time-original', 'group-on-time'] as const satisfies MeasureKey[];
/** Of what was closed and can be judged. */
export const byClosing = ['on-time-closed', 'visited-on-time', 'unvisited-on-time'] as const satisfies MeasureKey[];
export const closedStates = ['closed-on-time', 'closed-late'] as const satisfies MeasureKey[];
export const judgedByDeadline = [...byDue, 'overdue', ...byClosing, ...closedStates] satisfies MeasureKey[];

export const openStates = [
	...(['open-orders', 'open-within', 'open-overdue', 'overdue-age', 'yellow-cards', 'red-cards'] as const)
] satisfies MeasureKey[];

export const survivals = [
	...(['handling-survival', 'handling-survival-working', 'unit-survival', 'unit-survival-working'] as const)
] satisfies MeasureKey[];

/** Medians of closed orders, by the second. */
export const closedTimes = [
	...(['handling-time', 'group-handling', 'visited-time', 'unvisited-time'] as const)
] satisfies MeasureKey[];

/** What citizens answered, out of valid visits. */
export const citizensResolved = [
	...(['resolved', 'false-closure', 'resolution-gap', 'group-resolved'] as const),
	...(['resolved-first-round', 'resolved-second-round', 'resolved-third-round'] as const)
] satisfies MeasureKey[];
/** By the first survey. */
export const citizensRated = [
	...(['satisfied', 'basically-satisfied', 'dissatisfied', 'legal-aid-satisfied'] as const)
] satisfies MeasureKey[];
export const visitAnswers = [
	...(['contacted', 'satisfied-final'] as const),
	...citizensResolved,
	...citizensRated
] satisfies MeasureKey[];
export const visits = ['visit-coverage', 'visit-reached', 'visit-response', ...visitAnswers] satisfies MeasureKey[];

/** Rates that units are ranked by. */
export const ranked = [
	...(['on-time-due', 'on-time-closed', 'contacted', 'resolved', 'satisfied'] as const)
] satisfies MeasureKey[];

export const repeats = ['repeat', 'reopened'] as const satisfies MeasureKey[];
