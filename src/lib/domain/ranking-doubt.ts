import { rankRanges, type RankRange } from './rank-ranges.ts';
import { rankUnits, type RankedUnit, type Ranking, type UnitShare } from './ranking.ts';
import { priorOf, shrunkRate, type Prior } from './shrinkage.ts';

export type DoubtedUnit = RankedUnit & {
	/** The rate drawn towards the mean of all units. */
	shrunk: number;
} & { [Key in keyof RankRange]: RankRange[Key] | null };

/** A ranking with what is known of each place; `prior` is null without any order. */
export type DoubtedRanking = Omit<Ranking, 'units'> & { units: DoubtedUnit[]; prior: Prior | null };

/** Ranks units and says how sure each place is; units too few to rank are drawn towards the mean and hold no place. */
export function rankWithDoubt(shares: UnitShare[]): DoubtedRanking {
	const { units, ...ranking } = rankUnits(shares);
	const prior = priorOf(units);
	if (prior === null) return { ...ranking, units: [], prior };
	const ranges = rankRanges(
		units.filter(({ place }) => place !== null),
		prior
	);
	const none = { rankLow: null, rankHigh: null };
	return {
		...ranking,
		prior,
		units: units.map((unit) => ({ ...unit, shrunk: shrunkRate(unit, prior), ...(ranges.get(unit.unit) ?? none) }))
	};
}
