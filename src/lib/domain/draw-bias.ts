import { exactChance, expectedGood, varianceOfGood, type DrawnStratum } from './hypergeometric.ts';
import { upperTail, zAbove } from './normal.ts';

/**
 * Were the orders that got a return visit drawn without regard to how they went? Visited and unvisited are compared
 * within strata (one unit, one month of closing), so that a unit or a month visited more than others is no bias.
 */

/** Fewer visited or unvisited orders than this, in strata that have both, are not judged. */
export const fewestToCompare = 10;
/** Share of false alarms that is accepted among all units and characteristics judged together. */
export const falseAlarms = 0.05;
/** The chance with which a bias of the stated size is found. */
export const power = 0.8;

/**
 * Ranks of one stratum: of `orders` with a time, `drawn` were visited; their ranks (1 the quickest, ties sharing the
 * middle rank) sum to `rankSum`; `ties` is the sum of t³ − t over groups of t equal times.
 */
export type RankStratum = { orders: number; drawn: number; rankSum: number; ties: number };

export type Comparison = {
	/** Visited less unvisited, like with like: of shares, or of the chance to be the quicker of a pair less ½. */
	difference: number;
	/** Chance of a difference at least as large, either way, were the draw blind. */
	p: number;
	/** The smallest true difference found with the stated power by one test at level `alpha`; see `smallestFound`. */
	smallest: (alpha: number) => number;
};

/** Below this variance the exact distribution is short enough to be written out, and needed. */
const exactBelow = 25;

/** Strata without a visited or without an unvisited order tell nothing. */
const informative = <Stratum extends { orders: number; drawn: number }>(strata: Stratum[]): Stratum[] =>
	strata.filter(({ orders, drawn }) => drawn > 0 && drawn < orders);

function isEnough(strata: { orders: number; drawn: number }[]): boolean {
	const drawn = strata.reduce((sum, stratum) => sum + stratum.drawn, 0);
	const left = strata.reduce((sum, stratum) => sum + stratum.orders - stratum.drawn, 0);
	return Math.min(drawn, left) >= fewestToCompare;
}

/**
 * Shares compared (Cochran, Mantel and Haenszel; exact where few orders vary). Null where there are too few.
 */
export function compareShares(given: DrawnStratum[]): Comparison | null {
	const strata = informative(given);
	if (!isEnough(strata)) return null;
	const excess = strata.reduce((sum, stratum) => sum + stratum.goodDrawn - expectedGood(stratum), 0);
	const variance = strata.reduce((sum, stratum) => sum + varianceOfGood(stratum), 0);
	const scale = strata.reduce((sum, { orders, drawn }) => sum + (drawn * (orders - drawn)) / orders, 0);
	const half = 0.5;
	const p =
		variance < exactBelow
			? exactChance(strata)
			: Math.min(1, 2 * upperTail(Math.max(0, Math.abs(excess) - half) / Math.sqrt(variance)));
	return { difference: excess / scale, p, smallest: smallestFound(variance, scale, half) };
}

/**
 * Times compared by their ranks (Mann–Whitney in one stratum, van Elteren's weights over several). The difference is
 * the chance that of a visited and an unvisited order the visited was quicker, less one half: above 0 is quicker.
 */
export function compareTimes(given: RankStratum[]): Comparison | null {
	const strata = informative(given);
	if (!isEnough(strata)) return null;
	let [excess, variance, scale] = [0, 0, 0];
	for (const { orders, drawn, rankSum, ties } of strata) {
		const weight = 1 / (orders + 1);
		const pairs = drawn * (orders - drawn);
		excess += weight * ((drawn * (orders + 1)) / 2 - rankSum);
		variance += weight ** 2 * (pairs / 12) * (orders + 1 - ties / (orders * (orders - 1)));
		scale += weight * pairs;
	}
	const p = variance > 0 ? Math.min(1, 2 * upperTail(Math.abs(excess) / Math.sqrt(variance))) : 1;
	return { difference: excess / scale, p, smallest: smallestFound(variance, scale, 0) };
}

/** (z of the level + z of the power) standard errors, plus what the continuity correction takes away. */
const smallestFound = (variance: number, scale: number, half: number) => (alpha: number) =>
	((zAbove(alpha / 2) + zAbove(1 - power)) * Math.sqrt(variance) + half) / scale;

/**
 * Which of these chances are too small for luck, when so many were looked at: of those found, a share of at most
 * `rate` is expected to be false (Benjamini and Hochberg 1995). Nulls were not judged and count as no look.
 */
export function beyondChance(chances: (number | null)[], rate = falseAlarms): boolean[] {
	const sorted = chances.filter((p) => p !== null).sort((a, b) => a - b);
	const limit = sorted.findLast((p, place) => p <= (rate * (place + 1)) / sorted.length);
	return chances.map((p) => p !== null && limit !== undefined && p <= limit);
}

/** What a comparison comes to. `flattering`: the visited orders went better than a blind draw would show. */
export type DrawVerdict = 'draw_flattering' | 'draw_unflattering' | 'draw_alike' | 'too_few';

export function verdictOf(comparison: Comparison | null, isBeyondChance: boolean): DrawVerdict {
	if (comparison === null) return 'too_few';
	if (!isBeyondChance) return 'draw_alike';
	return comparison.difference > 0 ? 'draw_flattering' : 'draw_unflattering';
}
