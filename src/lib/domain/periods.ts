/**
 * Periods of wall-clock days. A period runs from the first moment of `from` to the last of `to`; null means
 * open on that side. Days are 'YYYY-MM-DD', no zone and no Date of this machine is involved. Where rules begin their
 * months elsewhere than at the first midnight, `month` says where, and each day runs from its cut-off hour to the next.
 */
export type Period = { from: string | null; to: string | null; month?: AssessmentMonth };

/** Where a month begins: on a day of the month before (on its own first day for 1), at an hour. */
export type AssessmentMonth = { startDay: number; cutOffHour: number };

const isCalendarMonth = ({ startDay, cutOffHour }: AssessmentMonth) => startDay === 1 && cutOffHour === 0;

export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day));
const dayText = (date: Date) => date.toISOString().slice(0, 10);

/** True for a day that exists: 2026-02-30 does not. */
export function isDay(text: string): boolean {
	const parts = dayPattern.exec(text);
	return parts !== null && dayText(utc(Number(parts[1]), Number(parts[2]), Number(parts[3]))) === text;
}

/** The day `n` days after `day`; negative goes back. */
export function addDays(day: string, n: number): string {
	return dayText(new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000));
}

/** The same day of the month `n` months on, or that month's last day where it has no such day. */
export function addMonths(day: string, n: number): string {
	const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
	const last = utc(year, month + n + 1, 0);
	const wanted = utc(year, month + n, Math.min(dayOfMonth, last.getUTCDate()));
	return dayText(wanted);
}

/** 'YYYY', 'YYYY-MM', 'YYYY-Qn' or 'all' as a period, of calendar months or those of the rules; null for anything else. */
export function namedPeriod(name: string, begins: AssessmentMonth = { startDay: 1, cutOffHour: 0 }): Period | null {
	if (name === 'all') return { from: null, to: null, ...(isCalendarMonth(begins) ? {} : { month: begins }) };
	const month = /^([1-9]\d{3})-(0[1-9]|1[0-2])$/.exec(name);
	if (month) return months(Number(month[1]), Number(month[2]), 1, begins);
	const quarter = /^([1-9]\d{3})-Q([1-4])$/.exec(name);
	if (quarter) return months(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3, begins);
	if (/^[1-9]\d{3}$/.test(name)) return months(Number(name), 1, 12, begins);
	return null;
}

function months(year: number, month: number, length: number, begins: AssessmentMonth): Period {
	const first = month - (begins.startDay > 1 ? 1 : 0);
	const [from, next] = [first, first + length].map((of) => dayText(utc(year, of, begins.startDay))) as [string, string];
	return { from, to: addDays(next, -1), ...(isCalendarMonth(begins) ? {} : { month: begins }) };
}

/** The first moment after a period, 'YYYY-MM-DD HH:MM:SS'; null where it is open. */
export const momentAfter = ({ to, month }: Period): string | null =>
	to && `${addDays(to, 1)} ${String(month?.cutOffHour ?? 0).padStart(2, '0')}:00:00`;

/** The name of the period that ends before this one begins and is as long; null where there is none. */
export function nameBefore(name: string): string | null {
	const month = /^(\d{4})-(\d{2})$/.exec(name);
	if (month) return addMonths(`${name}-01`, -1).slice(0, 7);
	const quarter = /^(\d{4})-Q([1-4])$/.exec(name);
	if (quarter) return quarter[2] === '1' ? `${Number(quarter[1]) - 1}-Q4` : `${quarter[1]}-Q${Number(quarter[2]) - 1}`;
	return /^\d{4}$/.test(name) ? String(Number(name) - 1) : null;
}

/** As many days, ending the day before; whole months stay whole months. Null where a side is open. */
export function periodBefore({ from, to, ...rest }: Period): Period | null {
	if (!from || !to) return null;
	const monthsLong = wholeMonths(from, to);
	if (monthsLong) return { from: addMonths(from, -monthsLong), to: addDays(from, -1), ...rest };
	const days = daysBetween(from, to) + 1;
	return { from: addDays(from, -days), to: addDays(from, -1), ...rest };
}

/** The same days a year before. Null where a side is open. */
export function yearBefore({ from, to, ...rest }: Period): Period | null {
	if (!from || !to) return null;
	if (wholeMonths(from, to))
		return { from: addMonths(from, -12), to: addDays(addMonths(addDays(to, 1), -12), -1), ...rest };
	return { from: addMonths(from, -12), to: addMonths(to, -12), ...rest };
}

/** From twelve months before the month of `day` up to `day`: a month, its months before, and the same a year ago. */
export function yearUpTo(day: string, month?: AssessmentMonth): Period {
	const startDay = month?.startDay ?? 1;
	const first = `${day.slice(0, 8)}${String(startDay).padStart(2, '0')}`;
	const begins = first <= day ? first : addMonths(first, -1);
	return { from: addMonths(begins, -12), to: day, ...(month && { month }) };
}

/** Days from one day to another; 0 for the same day. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function wholeMonths(from: string, to: string): number {
	const next = addDays(to, 1);
	// Every month has the 28th, so that a month from there to there is one everywhere.
	if (from.slice(8) !== next.slice(8) || from.slice(8) > '28') return 0;
	const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number];
	const [nextYear, nextMonth] = next.split('-').map(Number) as [number, number];
	return (nextYear - fromYear) * 12 + nextMonth - fromMonth;
}

/** The last month that was over at T ('YYYY-MM-DD HH:MM:SS'); T's own calendar month where T is in its last hour. */
export function lastCompleteMonth(dataCut: string, begins?: AssessmentMonth): string {
	const day = dataCut.slice(0, 10);
	if (begins && !isCalendarMonth(begins)) {
		const later = addMonths(`${day.slice(0, 7)}-01`, 1).slice(0, 7);
		return monthsFromTo(addMonths(`${later}-01`, -3).slice(0, 7), later).findLast(
			(name) => momentAfter(namedPeriod(name, begins)!)! <= dataCut
		)!;
	}
	const isLastDay = addDays(day, 1).endsWith('-01');
	if (isLastDay && dataCut.slice(11) >= '23:00:00') return day.slice(0, 7);
	return addMonths(`${day.slice(0, 7)}-01`, -1).slice(0, 7);
}

/** True where the period reaches past T, so that its figures are not final. */
export function isIncomplete(period: Period, dataCut: string): boolean {
	if (period.month) return momentAfter(period)! > dataCut;
	return period.to !== null && `${period.to} 23:59:00` > dataCut;
}

/** Months from one to another, both 'YYYY-MM', both included. */
export function monthsFromTo(first: string, last: string): string[] {
	const all: string[] = [];
	for (let month = first; month <= last; month = addMonths(`${month}-01`, 1).slice(0, 7)) all.push(month);
	return all;
}
