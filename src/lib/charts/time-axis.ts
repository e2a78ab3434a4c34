import { formatDate, formatMonth, type Locale } from '../domain/format.ts';

/** Periods are names of months ('YYYY-MM') or days ('YYYY-MM-DD'), read as UTC so that no zone moves them. */
export const utc = (period: string) => new Date(`${period.length === 7 ? `${period}-01` : period}T00:00:00Z`);

const dayMs = 86_400_000;
const monthIndex = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
const iso = (date: Date, isMonth: boolean) => date.toISOString().slice(0, isMonth ? 7 : 10);

/** Every period from first to last at the rows' own step, so that one without a row is a gap and not a bridge. */
export function everyPeriod(periods: string[]): string[] {
	const sorted = [...new Set(periods)].sort();
	const first = sorted[0];
	const last = sorted.at(-1);
	if (first === undefined || last === undefined || first === last) return sorted;
	const isMonth = first.length === 7;
	const at = (period: string) => (isMonth ? monthIndex(utc(period)) : utc(period).getTime() / dayMs);
	const step = Math.min(...sorted.slice(1).map((period, i) => at(period) - at(sorted[i]!)));
	const all: string[] = [];
	for (let t = at(first); t <= at(last); t += step) {
		all.push(iso(isMonth ? new Date(Date.UTC(Math.floor(t / 12), t % 12)) : new Date(t * dayMs), isMonth));
	}
	return [...new Set([...all, ...sorted])].sort();
}

/** The name of a period beside a row. */
export const periodName = (period: string, locale: Locale) =>
	period.length === 7 ? formatMonth(period, locale, { short: true }) : formatDate(period, locale, { short: true });

/** The name of a period for a title or a tip. */
export const periodText = (period: string, locale: Locale) =>
	period.length === 7 ? formatMonth(period, locale) : formatDate(period, locale);

export type TimeTick = { period: string; text: string };

/**
 * At most `most` ticks at even distances. The year stands under the first tick and under each tick that begins
 * another one.
 */
export function timeTicks(periods: string[], most: number, locale: Locale): TimeTick[] {
	const isMonth = periods[0]?.length === 7;
	const steps = isMonth ? [1, 2, 3, 4, 6, 12, 24, 36, 60] : [1, 2, 3, 4, 5, 7, 14, 28, 56, 91, 182, 364];
	const step = steps.find((each) => Math.ceil(periods.length / each) <= most) ?? Math.ceil(periods.length / most);
	// Months are counted from January, so that quarters and years begin where a reader expects them.
	const aligned = isMonth && [2, 3, 4, 6, 12].includes(step);
	const start = aligned ? periods.findIndex((period) => monthIndex(utc(period)) % step === 0) : 0;
	const kept = periods.filter((_, i) => i >= start && (i - start) % step === 0);
	let year = '';
	return kept.map((period) => {
		const isNew = period.slice(0, 4) !== year;
		year = period.slice(0, 4);
		return { period, text: shortName(period, locale) + (isNew ? `\n${locale === 'zh-CN' ? `${year}年` : year}` : '') };
	});
}

function shortName(period: string, locale: Locale): string {
	if (period.length === 10) return formatDate(period, locale, { short: true });
	const month = formatMonth(period, locale, { short: true });
	return locale === 'zh-CN' ? month.slice(5) : month.slice(0, 3);
}
