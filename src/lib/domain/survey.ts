import { wilson, z95, type Interval } from './statistics.ts';

/** What a sample of citizens can say of everyone: its chance error, and what the silent could have said. */

/**
 * How many draws from an endless stock tell as much as `n` drawn from `population`: n(N−1)/(N−n). Infinite where
 * everybody was asked.
 */
export const effectiveSize = (n: number, population: number): number =>
	n >= population ? Infinity : (n * (population - 1)) / (population - n);

/**
 * Wilson's interval of a share found in `n` of a finite `population`; the share itself where everybody answered,
 * the whole range where nobody did.
 */
export function wilsonOfSample(successes: number, n: number, population: number, z = z95): Interval {
	if (n === 0) return { low: 0, high: 1 };
	const share = successes / n;
	const size = effectiveSize(n, population);
	return size === Infinity ? { low: share, high: share } : wilson(share * size, size, z);
}

export type Bounds = { worst: number; best: number };

/**
 * Where the share of all who were asked lies whatever the silent would have said: [x/m, (x+m−n)/m], of x good among
 * n answers to m questions (Manski). Null where nobody was asked.
 */
export function nonResponseBounds(good: number, answered: number, asked: number): Bounds | null {
	// An answer without a call on record is a call: nobody answers what was not asked.
	const all = Math.max(asked, answered);
	return all === 0 ? null : { worst: good / all, best: (good + all - answered) / all };
}

/** The questions of a return visit whose answers are rates. */
export const visitQuestions = ['contacted', 'resolved', 'satisfied'] as const;
export type VisitQuestion = (typeof visitQuestions)[number];

/** Counts of a return-visit survey; null where the exports do not say. */
export type VisitCounts = { closed: number; attempted: number | null; valid: number | null } & Record<
	VisitQuestion,
	number | null
>;

export type VisitEstimate = {
	rate: number | null;
	low: number | null;
	high: number | null;
	worst: number | null;
	best: number | null;
};

/** What the valid answers say of one question: share, interval for all closed orders, bounds for all called. */
export function visitEstimate(counts: VisitCounts, question: VisitQuestion): VisitEstimate {
	const { closed, attempted, valid } = counts;
	const good = counts[question];
	const unknown = { rate: null, low: null, high: null, worst: null, best: null };
	if (good === null || valid === null || attempted === null) return unknown;
	const bounds = nonResponseBounds(good, valid, attempted) ?? { worst: null, best: null };
	if (valid === 0) return { ...unknown, ...bounds };
	return { rate: good / valid, ...wilsonOfSample(good, valid, closed), ...bounds };
}

/** Valid answers among all called; null where nobody was or it is not known. */
export const responseRate = ({ attempted, valid }: VisitCounts): number | null =>
	attempted === null || valid === null || attempted === 0 ? null : valid / attempted;
