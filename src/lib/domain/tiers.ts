import type { RankRange } from './rank-ranges.ts';

/**
 * The tier of each unit, 1 the best: two units stand in one tier where their rank ranges overlap, and so do all that
 * such overlaps link one to the next. Overlap by itself is no partition (甲 overlaps 乙 and 乙 丙, while 甲 and 丙 do
 * not); the linked whole is. So two units of different tiers hold no place in common, while of two units in one tier
 * nothing is said. A unit without a range has no tier.
 */
export function tiersOf<Unit extends { unit: string } & { [Key in keyof RankRange]: number | null }>(
	units: Unit[]
): Map<string, number> {
	const held = units.flatMap(({ unit, rankLow, rankHigh }) =>
		rankLow === null || rankHigh === null ? [] : [{ unit, rankLow, rankHigh }]
	);
	const tiers = new Map<string, number>();
	let [tier, reach] = [0, 0];
	for (const { unit, rankLow, rankHigh } of held.sort((a, b) => a.rankLow - b.rankLow)) {
		if (rankLow > reach) tier += 1;
		reach = Math.max(reach, rankHigh);
		tiers.set(unit, tier);
	}
	return tiers;
}
