import { dispersionOf, funnelLimits, pooled, wilson, z95, z998, type Share } from './statistics.ts';

/** Below this many orders in the denominator a unit is shown but has no place: "too few to rank". */
export const fewestToRank = 30;

export type UnitShare = Share & { unit: string; unitKind: string | null };

/** Where a unit lies in the funnel: beyond the 99.8 % or 95 % limits on one side, or inside them. */
export type Standing = 'far_below' | 'below' | 'inside' | 'above' | 'far_above' | 'too_few';

export type RankedUnit = UnitShare & {
	rate: number;
	/** 95 % interval of the unit's own rate. */
	low: number;
	high: number;
	/** 1 for the highest rate; equal rates share a place; null for too few. */
	place: number | null;
	standing: Standing;
};

export type Ranking = {
	/** Sum over sum, of all units with a name. Null without any order. */
	pooledRate: number | null;
	/** Factor by which the funnel's variance was widened; 1 where chance explains the spread. */
	dispersion: number;
	units: RankedUnit[];
};

/** Ranks units by rate, best first, those with too few orders last; units without orders are not in it. */
export function rankUnits(shares: UnitShare[], fewest = fewestToRank): Ranking {
	const counted = shares.filter((share) => share.denominator > 0);
	const pooledRate = pooled(counted);
	if (pooledRate === null) return { pooledRate, dispersion: 1, units: [] };
	const rankable = counted.filter((share) => share.denominator >= fewest);
	const dispersion = dispersionOf(rankable, pooledRate);
	const rates = rankable.map((share) => share.numerator / share.denominator);
	const units = counted.map((share): RankedUnit => {
		const rate = share.numerator / share.denominator;
		const isRanked = share.denominator >= fewest;
		return {
			...share,
			...wilson(share.numerator, share.denominator),
			rate,
			place: isRanked ? 1 + rates.filter((other) => other > rate).length : null,
			standing: isRanked ? standingOf(rate, pooledRate, share.denominator, dispersion) : 'too_few'
		};
	});
	return { pooledRate, dispersion, units: units.sort(bestFirst) };
}

function standingOf(rate: number, pooledRate: number, n: number, dispersion: number): Standing {
	const far = funnelLimits(pooledRate, n, z998, dispersion);
	const near = funnelLimits(pooledRate, n, z95, dispersion);
	if (rate < far.low) return 'far_below';
	if (rate > far.high) return 'far_above';
	if (rate < near.low) return 'below';
	return rate > near.high ? 'above' : 'inside';
}

function bestFirst(a: RankedUnit, b: RankedUnit): number {
	if ((a.place === null) !== (b.place === null)) return a.place === null ? 1 : -1;
	return b.rate - a.rate || b.denominator - a.denominator || (a.unit < b.unit ? -1 : 1);
}
