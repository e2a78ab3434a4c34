import { wilson, z95, type Share } from './statistics.ts';

/** The orders of one unit that are alike: the same kind, urgency and category, say. */
export type UnitStratum = Share & { unit: string; stratum: string };

export type Standardised = Share & {
	unit: string;
	/** How many good outcomes the unit would have had at everybody's rates for the orders it was given. */
	expected: number;
	/** Observed over expected: above 1 better than its orders would lead to expect. Null where nothing was expected. */
	ratio: number | null;
	/** 95 % limits of the ratio: Wilson's for the unit's own rate, over the expected rate. */
	low: number | null;
	high: number | null;
	/** Orders in strata of which the other units had enough too: the rest is compared with itself. */
	comparable: number;
};

/** What others make of such orders is known if they had this many of them, or as many as the unit … */
const enoughOfOthers = 30;
/** … and a tenth of all: with less the unit all but sets the rate that it is compared with. */
const leastShareOfOthers = 0.1;

const saysOfOthers = (own: number, all: number) =>
	all - own >= Math.min(own, enoughOfOthers) && all - own >= leastShareOfOthers * all;

/** Whether at least half of a unit's orders can be compared with those of others; else its ratio is near 1 by itself. */
export const isComparable = ({ comparable, denominator }: Standardised): boolean =>
	denominator > 0 && comparable * 2 >= denominator;

/**
 * Indirect standardisation: E = Σ nₛpₛ over the strata, pₛ the rate of all units together in stratum s. Compare each
 * ratio with 1; ratios of two units rest on different mixes.
 */
export function standardised(strata: UnitStratum[]): Standardised[] {
	const whole = new Map<string, Share>();
	for (const { stratum, numerator, denominator } of strata) add(whole, stratum, { numerator, denominator });
	const units = new Map<string, Share & { expected: number; comparable: number }>();
	for (const { unit, stratum, numerator, denominator } of strata) {
		const all = whole.get(stratum)!;
		if (all.denominator === 0) continue;
		const before = units.get(unit) ?? { numerator: 0, denominator: 0, expected: 0, comparable: 0 };
		units.set(unit, {
			numerator: before.numerator + numerator,
			denominator: before.denominator + denominator,
			expected: before.expected + denominator * (all.numerator / all.denominator),
			comparable: before.comparable + (saysOfOthers(denominator, all.denominator) ? denominator : 0)
		});
	}
	return [...units].map(([unit, { numerator, denominator, expected, comparable }]) => {
		const counts = { unit, numerator, denominator, expected, comparable };
		if (expected === 0) return { ...counts, ratio: null, low: null, high: null };
		const { low, high } = wilson(numerator, denominator);
		const over = denominator / expected;
		return {
			...counts,
			ratio: numerator / expected,
			low: low * over,
			high: high * over
		};
	});
}

function add(sums: Map<string, Share>, key: string, { numerator, denominator }: Share) {
	const before = sums.get(key) ?? { numerator: 0, denominator: 0 };
	sums.set(key, { numerator: before.numerator + numerator, denominator: before.denominator + denominator });
}

/** Two units that the crude rate and the ratio put in opposite order. */
export type Reversal = { above: Standardised; below: Standardised };

/**
 * Pairs in which the unit with the clearly higher crude rate (95 %) has the lower ratio: its place may come from what
 * it was given to do (Simpson). Only units that can be compared. The widest crude gap first.
 */
export function reversals(units: Standardised[]): Reversal[] {
	const judged = units.filter((unit) => unit.ratio !== null && isComparable(unit));
	const pairs = judged.flatMap((above) =>
		judged.flatMap((below) => (above.ratio! < below.ratio! && isClearlyAbove(above, below) ? [{ above, below }] : []))
	);
	const gap = ({ above, below }: Reversal) => rateOf(above) - rateOf(below);
	return pairs.sort((a, b) => gap(b) - gap(a) || (a.above.unit < b.above.unit ? -1 : 1));
}

const rateOf = ({ numerator, denominator }: Share) => numerator / denominator;

function isClearlyAbove(a: Share, b: Share): boolean {
	const both = (a.numerator + b.numerator) / (a.denominator + b.denominator);
	const error = Math.sqrt(both * (1 - both) * (1 / a.denominator + 1 / b.denominator));
	return rateOf(a) - rateOf(b) > z95 * error;
}

/** Simpson's paradox whole: lower in sum, yet lower in no stratum that both have, and higher in at least one. */
export function isParadox(strata: UnitStratum[], above: string, below: string): boolean {
	const of = (unit: string) =>
		new Map(strata.filter((row) => row.unit === unit && row.denominator > 0).map((row) => [row.stratum, row]));
	const [one, other] = [of(above), of(below)];
	const shared = [...one.keys()].filter((stratum) => other.has(stratum));
	const differences = shared.map((stratum) => rateOf(other.get(stratum)!) - rateOf(one.get(stratum)!));
	const sum = (rows: Map<string, UnitStratum>) => {
		const all = [...rows.values()];
		return (
			all.reduce((total, { numerator }) => total + numerator, 0) /
			all.reduce((total, { denominator }) => total + denominator, 0)
		);
	};
	return sum(one) > sum(other) && differences.every((difference) => difference >= 0) && differences.some((d) => d > 0);
}
