import { rankRanges, type RankRange } from './rank-ranges.ts';
import { fewestToRank, rankUnits, type RankedUnit, type Ranking, type UnitShare } from './ranking.ts';
import { priorOf, shrunkRate, type Prior } from './shrinkage.ts';
import { tiersOf } from './tiers.ts';

export type DoubtedUnit = RankedUnit & {
	/** The rate drawn towards the mean of all units. */
	shrunk: number;
	/** See domain/tiers; null without a place. */
	tier: number | null;
} & { [Key in keyof RankRange]: RankRange[Key] | null };

/** A ranking with what is known of each place; `prior` is null without any order. */
export type DoubtedRanking = Omit<Ranking, 'units'> & { units: DoubtedUnit[]; prior: Prior | null };

/**
 * Ranks units and says how sure each place is; units with fewer than `fewest` orders are drawn towards the mean and hold
 * no place.
 */
export function rankWithDoubt(shares: UnitShare[], fewest = fewestToRank): DoubtedRanking {
	const { units, ...ranking } = rankUnits(shares, fewest);
	const prior = priorOf(units);
	if (prior === null) return { ...ranking, units: [], prior };
	const ranges = rankRanges(
		units.filter(({ place }) => place !== null),
		prior
	);
	const none = { rankLow: null, rankHigh: null };
	const doubted = units.map((unit) => ({
		...unit,
		shrunk: shrunkRate(unit, prior),
		...(ranges.get(unit.unit) ?? none)
	}));
	const tiers = tiersOf(doubted);
	return { ...ranking, prior, units: doubted.map((unit) => ({ ...unit, tier: tiers.get(unit.unit) ?? null })) };
}

/** With whom a unit is compared: all, or those of its own kind. */
export const peerChoices = ['all', 'kind'] as const;
export type Peers = (typeof peerChoices)[number];

/** The units of one kind, ranked among themselves; the kind is null where exports do not state it. */
export type PeerGroup = { kind: string | null; ranking: DoubtedRanking };

/**
 * Like with like: each kind of unit ranked by itself, so that the pooled rate, the funnel, what units are drawn towards,
 * places, ranges and tiers are all of that kind. Named kinds first, by name.
 */
export function rankPeers(shares: UnitShare[], fewest = fewestToRank): PeerGroup[] {
	const kinds = [...new Set(shares.map(({ unitKind }) => unitKind))];
	kinds.sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
	return kinds.flatMap((kind) => {
		const ranking = rankWithDoubt(
			shares.filter(({ unitKind }) => unitKind === kind),
			fewest
		);
		return ranking.units.length === 0 ? [] : [{ kind, ranking }];
	});
}
