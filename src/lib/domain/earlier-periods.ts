import { addDays, daysBetween, isIncomplete, periodBefore, yearBefore, type Period } from './periods.ts';

/** The periods that a period is held against: the one before it and the same a year before. Both, never a choice. */
export const earlierKeys = ['before', 'year'] as const;
export type EarlierKey = (typeof earlierKeys)[number];
export type EarlierPeriods = Record<EarlierKey, Period | null>;

/** Null where a side of the period is open. */
export const earlierPeriods = (period: Period): EarlierPeriods => ({
	before: periodBefore(period),
	year: yearBefore(period)
});

/**
 * How many of a period's days T has seen whole, of how many; null where it has seen all, or where a side is open.
 * 0 where T lies before the end of the first day.
 */
export function daysSeen({ from, to }: Period, dataCut: string): { seen: number; of: number } | null {
	if (from === null || to === null || !isIncomplete({ from, to }, dataCut)) return null;
	const cutDay = dataCut.slice(0, 10);
	const lastWhole = isIncomplete({ from, to: cutDay }, dataCut) ? addDays(cutDay, -1) : cutDay;
	return { seen: Math.max(0, daysBetween(from, lastWhole) + 1), of: daysBetween(from, to) + 1 };
}

/**
 * Like with like where a period is not over: its whole days up to T, and as many days from the start of each earlier
 * period (all of one that has fewer). Null where the period is complete, open on a side, or has no whole day yet.
 */
export function sameDays(period: Period, dataCut: string): ({ now: Period } & EarlierPeriods) | null {
	const days = daysSeen(period, dataCut);
	if (days === null || days.seen === 0) return null;
	const first = ({ from, to }: Period): Period => {
		const last = addDays(from!, days.seen - 1);
		return { from, to: to !== null && to < last ? to : last };
	};
	const { before, year } = earlierPeriods(period);
	return { now: first(period), before: before && first(before), year: year && first(year) };
}
