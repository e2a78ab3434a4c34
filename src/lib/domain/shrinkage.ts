import { pooled, type Share } from './statistics.ts';

/**
 * What the units' rates have in common: a Beta distribution with this mean and variance, worth `strength` orders.
 * A variance of 0 means that chance alone explains how the units differ; the strength is then infinite.
 */
export type Prior = { mean: number; variance: number; strength: number };

/** The beta-binomial prior by moments (Kleinman 1973): τ² is what variance is left once chance has had its share. */
export function priorOf(shares: Share[]): Prior | null {
	const counted = shares.filter(({ denominator }) => denominator > 0);
	const mean = pooled(counted);
	if (mean === null) return null;
	const all = counted.reduce((sum, { denominator }) => sum + denominator, 0);
	const squares = counted.reduce((sum, { denominator }) => sum + denominator ** 2, 0);
	const spread = counted.reduce(
		(sum, { numerator, denominator }) => sum + denominator * (numerator / denominator - mean) ** 2,
		0
	);
	const others = counted.length - 1;
	const chance = mean * (1 - mean);
	const room = all - squares / all - others;
	const variance = room > 0 ? Math.max(0, (spread - others * chance) / room) : 0;
	// Units further apart than any Beta allows have nothing in common to be drawn towards.
	const strength = variance === 0 ? Infinity : Math.max(0, chance / variance - 1);
	return { mean, variance, strength };
}

/** A unit's rate drawn towards the mean of all, the more so the fewer orders it rests on: (x+Mμ)/(n+M). */
export function shrunkRate({ numerator, denominator }: Share, { mean, strength }: Prior): number {
	return strength === Infinity ? mean : (numerator + strength * mean) / (denominator + strength);
}
