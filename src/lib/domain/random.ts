/** Numbers that look drawn and are the same each time: for figures that a reader must be able to get again. */

export type Random = () => number;

/** Uniform numbers in [0, 1) from a whole-number seed (mulberry32). */
export function randomFrom(seed: number): Random {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Standard normal draws (polar method; the second of each pair is kept). */
export function normalFrom(random: Random): Random {
	let kept: number | null = null;
	return () => {
		if (kept !== null) {
			const value = kept;
			kept = null;
			return value;
		}
		for (;;) {
			const x = 2 * random() - 1;
			const y = 2 * random() - 1;
			const square = x * x + y * y;
			if (square === 0 || square >= 1) continue;
			const factor = Math.sqrt((-2 * Math.log(square)) / square);
			kept = y * factor;
			return x * factor;
		}
	};
}

/** A draw from Gamma(shape, 1), shape ≥ 0 (Marsaglia and Tsang 2000). */
function gamma(shape: number, random: Random, normal: Random): number {
	if (shape === 0) return 0;
	if (shape < 1) return gamma(shape + 1, random, normal) * (1 - random()) ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal();
		const v = (1 + c * x) ** 3;
		if (v <= 0) continue;
		const u = 1 - random();
		const square = x * x;
		if (u < 1 - 0.0331 * square * square || Math.log(u) < square / 2 + d * (1 - v + Math.log(v))) return d * v;
	}
}

/** A source of draws from Beta(a, b); a parameter of 0 leaves nothing to chance. */
export function betaFrom(random: Random): (a: number, b: number) => number {
	const normal = normalFrom(random);
	return (a, b) => {
		const x = gamma(a, random, normal);
		const y = gamma(b, random, normal);
		return x + y === 0 ? 0.5 : x / (x + y);
	};
}
