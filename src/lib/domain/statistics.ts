/** The statistics of fair comparison; formulas and test vectors after Wilson 1927 and Spiegelhalter 2005. */

export const z95 = 1.96;
export const z998 = 3.09;

export type Interval = { low: number; high: number };

/** Wilson's score interval of `successes` in `n` trials, as shares; the whole range where n is 0. */
export function wilson(successes: number, n: number, z = z95): Interval {
	if (n === 0) return { low: 0, high: 1 };
	const p = successes / n;
	const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
	const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
	return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Funnel limits round a pooled share `p0` for a unit of volume `n`; `dispersion` widens them (1 for none). */
export function funnelLimits(p0: number, n: number, z: number, dispersion = 1): Interval {
	const half = z * Math.sqrt((dispersion * p0 * (1 - p0)) / n);
	return { low: Math.max(0, p0 - half), high: Math.min(1, p0 + half) };
}

export type Share = { numerator: number; denominator: number };

/** Pooled share: sum of numerators over sum of denominators; null without a denominator. */
export function pooled(shares: Share[]): number | null {
	const numerator = shares.reduce((sum, share) => sum + share.numerator, 0);
	const denominator = shares.reduce((sum, share) => sum + share.denominator, 0);
	return denominator === 0 ? null : numerator / denominator;
}

/** Among fewer units one that differs can't be told from all that differ: the limits stay as chance makes them. */
const fewestToJudge = 5;

/**
 * How much more the units vary than chance alone explains: the mean of their squared z scores after 10 % of them
 * at each end are pulled in (winsorised). 1 where the excess could itself be chance: below 1 + 2√(2/k).
 */
export function dispersionOf(shares: Share[], p0: number): number {
	const spread = p0 * (1 - p0);
	if (shares.length < fewestToJudge || spread === 0) return 1;
	const scores = shares.map(
		(share) => (share.numerator / share.denominator - p0) / Math.sqrt(spread / share.denominator)
	);
	scores.sort((a, b) => a - b);
	// Rounded up, so that among few units the one that differs does not widen the limits it is judged by.
	const cut = Math.ceil(scores.length * 0.1);
	const lowest = scores[cut] as number;
	const highest = scores[scores.length - 1 - cut] as number;
	const squares = scores.map((score) => Math.min(highest, Math.max(lowest, score)) ** 2);
	const phi = squares.reduce((sum, square) => sum + square, 0) / scores.length;
	return phi > 1 + 2 * Math.sqrt(2 / scores.length) ? phi : 1;
}
