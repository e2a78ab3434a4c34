import { fewestToRank, rankUnits, type Standing } from './ranking.ts';
import type { Share } from './statistics.ts';

/** A rate as it counts and with the excluded orders in, for one unit or all. */
export type ExclusionCounts = Share & {
	wholeNumerator: number;
	wholeDenominator: number;
	excluded: number;
};

/** How much a rate must gain by exclusions before it is pointed out, in shares: 2 percentage points. */
export const notableGain = 0.02;

/**
 * 'gains_rate': better by more than 2 points through exclusions. 'gains_share': excludes more than chance explains
 * (99.8 %). 'gains_both'. 'share_few': too few orders to judge the share, and no such gain.
 */
export type ExclusionFlag = 'gains_rate' | 'gains_share' | 'gains_both' | 'share_few' | 'no_gain';

export type JudgedExclusions = {
	rate: number | null;
	wholeRate: number | null;
	/** The rate less what it would be had nothing been excluded. */
	difference: number | null;
	excludedShare: number | null;
	/** Where the excluded share lies in the funnel of all units' excluded shares. */
	standing: Standing | null;
	flag: ExclusionFlag;
};

const rateOf = ({ numerator, denominator }: Share) => (denominator === 0 ? null : numerator / denominator);

/** The rates with and without exclusions; what they gain by it is judged elsewhere. */
export function ratesOf(counts: ExclusionCounts) {
	const rate = rateOf(counts);
	const wholeRate = rateOf({ numerator: counts.wholeNumerator, denominator: counts.wholeDenominator });
	return {
		rate,
		wholeRate,
		difference: rate === null || wholeRate === null ? null : rate - wholeRate,
		excludedShare: rateOf({ numerator: counts.excluded, denominator: counts.wholeDenominator })
	};
}

/**
 * Which units gain by excluding (measures section 5). A unit gains where exclusions make its rate better, higher or,
 * where lower is better, lower, by more than 2 points, whatever its size, for that is no estimate; or where it
 * excludes a larger share than chance explains. A share below the funnel is no gain.
 */
export function judgeExclusions<Row extends ExclusionCounts & { unit: string }>(
	rows: Row[],
	isLowerBetter: boolean,
	fewest = fewestToRank
): (Row & JudgedExclusions)[] {
	const shares = rows.map(({ unit, excluded, wholeDenominator }) => ({
		...{ unit, unitKind: null, numerator: excluded, denominator: wholeDenominator }
	}));
	const standings = new Map(rankUnits(shares, fewest).units.map(({ unit, standing }) => [unit, standing]));
	return rows.map((row) => {
		const rates = ratesOf(row);
		const standing = standings.get(row.unit) ?? null;
		const gain = (rates.difference ?? 0) * (isLowerBetter ? -1 : 1);
		return { ...row, ...rates, standing, flag: flagOf(gain > notableGain + 1e-12, standing) };
	});
}

function flagOf(hasGain: boolean, standing: Standing | null): ExclusionFlag {
	const isFar = standing === 'far_above';
	if (hasGain) return isFar ? 'gains_both' : 'gains_rate';
	if (isFar) return 'gains_share';
	return standing === 'too_few' || standing === null ? 'share_few' : 'no_gain';
}
