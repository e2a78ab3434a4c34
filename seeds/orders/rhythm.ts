import { dayNumber } from '#lib/domain/working-days.ts';
import { lines } from '#seeds/city/lines.ts';
import { weighted, type Random } from '#seeds/random.ts';
import { day, hour, isWorkedDay, writeDay } from './clock.ts';

/** First days of the Spring Festivals the make-believe years hold. */
const springFestivals = ['2024-02-10', '2025-01-29', '2026-02-17'].map(dayNumber);

/** Days from the nearest Spring Festival's first day: -1 is its eve. */
function daysFromFestival(of: number): number {
	return springFestivals.map((first) => of - first).reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a));
}

/** Around the festival offices run thin: what comes in then waits longer. */
export const isFestivalBacklog = (of: number) => daysFromFestival(of) >= -8 && daysFromFestival(of) <= 12;

/** How busy a day is against an ordinary working day. */
export function busyness(of: number): number {
	const date = writeDay(of);
	const merged = lines.filter((line) => line.from <= date).reduce((sum, line) => sum + line.share, 0);
	const festival = daysFromFestival(of);
	if (festival >= -1 && festival <= 6) return 0.3 * merged;
	const after = festival >= 7 && festival <= 16 ? 1.25 : 1;
	const weekday = (of + 4) % 7;
	const rest = isWorkedDay(of) ? (weekday === 1 ? 1.12 : 1) : weekday === 0 || weekday === 6 ? 0.62 : 0.5;
	return rest * after * merged;
}

/** Splits `total` orders over days so that the sum is exact; the fractions left over go to the largest. */
export function ordersPerDay(total: number, first: number, last: number): number[] {
	const weights = Array.from({ length: last - first + 1 }, (_, place) => busyness(first + place));
	const sum = weights.reduce((a, b) => a + b, 0);
	const exact = weights.map((weight) => (total * weight) / sum);
	const counts = exact.map(Math.floor);
	const left = total - counts.reduce((a, b) => a + b, 0);
	const byFraction = exact.map((value, place) => [value - counts[place]!, place] as const);
	byFraction.sort(([a, one], [b, other]) => b - a || one - other);
	for (const [, place] of byFraction.slice(0, left)) counts[place]!++;
	return counts;
}

/** Calls by hour of day: the morning peak, a dip at noon, a lower afternoon peak, a quiet night. */
const byHour = [3, 2, 1, 1, 1, 2, 5, 12, 42, 62, 60, 48, 30, 36, 55, 56, 50, 40, 30, 28, 26, 20, 12, 6];
const hourOfCall = weighted(byHour.map((weight, of) => [of, weight] as const));

export function momentOfDay(random: Random, of: number): number {
	return of * day + hourOfCall(random) * hour + random.whole(0, hour - 1);
}

export const isWinter = (date: string) => ['11', '12', '01', '02', '03'].includes(date.slice(5, 7));
export const isSummer = (date: string) => ['06', '07', '08'].includes(date.slice(5, 7));
