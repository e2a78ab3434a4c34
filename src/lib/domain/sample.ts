import { z95 } from './statistics.ts';

/** How many orders to draw for a return visit, and how to share the draw out. */

/**
 * Answers needed so that a share near `expected` is known to ± `precision` (both 0–1) at 95 %: z²p(1−p)/e², less in a
 * finite population: n₀/(1+(n₀−1)/N) (Cochran 1977). Never more than there are.
 */
export function sampleSize({
	precision,
	expected,
	population = Infinity
}: {
	precision: number;
	expected: number;
	population?: number;
}): number {
	const endless = (z95 ** 2 * expected * (1 - expected)) / precision ** 2;
	if (population === Infinity) return Math.ceil(endless);
	return population === 0 ? 0 : Math.min(population, Math.ceil(endless / (1 + (endless - 1) / population)));
}

export type SampleWish =
	/** So many orders of every unit. */
	| { kind: 'perUnit'; perUnit: number }
	/** So precise for every unit, or for the city with at least `minimum` orders of every unit. */
	| { kind: 'precision'; precision: number; expected: number; by: 'unit' | 'city'; minimum: number };

/** The orders of one unit that could be drawn; null is "unit not stated". */
export type SampleStratum = { unit: string | null; eligible: number };
export type SizedStratum = SampleStratum & { size: number; isCensus: boolean };

/**
 * How many orders to draw of each unit. For the city the total is shared out in proportion to the eligible orders (largest
 * remainder); a unit below the minimum is raised to it, so the whole may be more than asked. A unit with no more
 * eligible orders than its size is drawn whole.
 */
export function sampleSizes(strata: SampleStratum[], wish: SampleWish): SizedStratum[] {
	const wanted = wish.kind === 'precision' && wish.by === 'city' ? shared(strata, wish) : null;
	return strata.map((stratum, place) => {
		const { eligible } = stratum;
		const size =
			wish.kind === 'perUnit' ? wish.perUnit : (wanted?.[place] ?? sampleSize({ ...wish, population: eligible }));
		return { ...stratum, size: Math.min(size, eligible), isCensus: size >= eligible };
	});
}

function shared(strata: SampleStratum[], wish: { precision: number; expected: number; minimum: number }): number[] {
	const all = strata.reduce((sum, { eligible }) => sum + eligible, 0);
	const total = sampleSize({ ...wish, population: all });
	const exact = strata.map(({ eligible }) => (all === 0 ? 0 : (total * eligible) / all));
	const sizes = exact.map(Math.floor);
	const left = total - sizes.reduce((sum, size) => sum + size, 0);
	const byRemainder = exact.map((share, place) => ({ place, rest: share - Math.floor(share) }));
	byRemainder.sort((a, b) => b.rest - a.rest || a.place - b.place);
	for (const { place } of byRemainder.slice(0, left)) sizes[place]! += 1;
	return sizes.map((size) => Math.max(size, wish.minimum));
}

/** A seed is a word that can be printed, dictated and typed again. */
export const isSeed = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text);

/** A number that was typed, between two others; null where it is none. */
export function numberWithin(text: string, from: number, to: number): number | null {
	const value = /^\d{1,6}(\.\d{1,4})?$/.test(text.trim()) ? Number(text) : NaN;
	return value >= from && value <= to ? value : null;
}

/** What may be asked of a sample; precision in percentage points, expected as a share. */
export const sampleLimits = {
	perUnit: { from: 1, to: 100_000, default: 10 },
	precision: { from: 0.5, to: 50, default: 5 },
	expected: { from: 0.01, to: 0.99, default: 0.9 },
	minimum: { from: 0, to: 1000, default: 10 }
} as const;
