import { betaFrom, randomFrom } from './random.ts';
import type { Prior } from './shrinkage.ts';
import type { Share } from './statistics.ts';

/** Places a unit could hold: from its 5 % to its 95 % place of all the draws; 1 is the highest rate. */
export type RankRange = { rankLow: number; rankHigh: number };

export const rankDraws = 10_000;
const seed = 20_260_921;

/**
 * For each unit the places it takes when every unit's rate is drawn from what is known of it, Beta(x+Mμ, n−x+M(1−μ)),
 * 10,000 times (Goldstein and Spiegelhalter 1996). The draws are the same each time, whatever order the units come in.
 * Where chance alone explains the differences every unit can hold every place.
 */
export function rankRanges<Unit extends Share & { unit: string }>(units: Unit[], prior: Prior): Map<string, RankRange> {
	if (prior.strength === Infinity)
		return new Map(units.map(({ unit }) => [unit, { rankLow: 1, rankHigh: units.length }]));
	const inOrder = [...units].sort((a, b) => (a.unit < b.unit ? -1 : 1));
	const asked = JSON.stringify([
		prior,
		inOrder.map(({ unit, numerator, denominator }) => [unit, numerator, denominator])
	]);
	const known = drawn.get(asked) ?? draw(inOrder, prior);
	// What was asked for last stands last: the first is the one to forget.
	drawn.delete(asked);
	drawn.set(asked, known);
	if (drawn.size > keptRankings) drawn.delete(drawn.keys().next().value!);
	return known;
}

/** The draws take a tenth of a second, and give the same each time: the last rankings asked for are kept. */
const drawn = new Map<string, Map<string, RankRange>>();
const keptRankings = 50;

function draw(inOrder: (Share & { unit: string })[], { mean, strength }: Prior): Map<string, RankRange> {
	const count = inOrder.length;
	const beta = betaFrom(randomFrom(seed));
	const held = inOrder.map(() => new Uint32Array(count));
	const rates = new Float64Array(count);
	const sorted = new Float64Array(count);
	for (let draw = 0; draw < rankDraws; draw += 1) {
		inOrder.forEach(({ numerator, denominator }, unit) => {
			rates[unit] = beta(numerator + strength * mean, denominator - numerator + strength * (1 - mean));
		});
		sorted.set(rates);
		sorted.sort();
		// Equal rates share the better place, as in the list of the rates themselves.
		for (let unit = 0; unit < count; unit += 1) held[unit]![count - 1 - lastAt(sorted, rates[unit]!)]! += 1;
	}
	return new Map(inOrder.map(({ unit }, place) => [unit, rangeOf(held[place]!)]));
}

/** The last place at which `value` stands in ascending numbers that hold it. */
function lastAt(sorted: Float64Array, value: number): number {
	let low = 0;
	let high = sorted.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (sorted[middle]! <= value) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The 5 % and 95 % places, each the nearest that was really held. */
function rangeOf(held: Uint32Array): RankRange {
	const placeOf = (draw: number) => {
		let seen = 0;
		return 1 + held.findIndex((times) => (seen += times) >= draw);
	};
	return { rankLow: placeOf(rankDraws * 0.05), rankHigh: placeOf(rankDraws * 0.95) };
}
