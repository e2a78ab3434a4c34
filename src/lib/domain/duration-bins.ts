/** Upper edges of the bins times are counted in, in seconds; the last bin is open. Minutes to weeks: stages differ so. */
export const binEdges = [
	300, 900, 3_600, 14_400, 43_200, 86_400, 172_800, 259_200, 432_000, 604_800, 864_000, 1_296_000, 2_592_000
] as const;

/** Upper edges of the bins the backlog's age is counted in, in working days; the last bin is open. */
export const backlogEdges = [1, 5, 10, 15, 30] as const;
