/** The normal distribution: how far a chance result lies out, and how far out a share of them lies. */

/** Chance that a standard normal draw lies above `z`; relative error below 2e-7 (Numerical Recipes' erfc). */
export function upperTail(z: number): number {
	const x = Math.abs(z) / Math.SQRT2;
	const t = 1 / (1 + 0.5 * x);
	const terms = [
		...[-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806],
		...[0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277]
	];
	const sum = terms.reduceRight((total, term) => term + t * total, 0);
	const tail = (t * Math.exp(-x * x + sum)) / 2;
	return z >= 0 ? tail : 1 - tail;
}

/** The z above which a share `p` of standard normal draws lies, 0 < p < 1; by halving, exact to 1e-9. */
export function zAbove(p: number): number {
	let [low, high] = [-40, 40];
	while (high - low > 1e-9) {
		const middle = (low + high) / 2;
		if (upperTail(middle) > p) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
