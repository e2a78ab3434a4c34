import publicHolidays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

/**
 * What a calendar is made of: the years whose State Council notice has been read, and the days on which those
 * notices depart from Monday to Friday. Days are 'YYYY-MM-DD', wall-clock days of the city.
 */
export type CalendarSource = {
	years: readonly number[];
	/** Days off by notice. Weekends may be among them or not. */
	daysOff: readonly string[];
	/** Saturdays and Sundays that are worked by notice. */
	workedWeekends: readonly string[];
};

/** A calendar made ready for counting. Positions count days from `start`, in days since 1970-01-01. */
export type WorkingCalendar = {
	years: readonly number[];
	start: number;
	/** For each position, how many working days there are up to and with that day. */
	workedUpTo: Int32Array;
	/** The days worked, in order: days since 1970-01-01. */
	worked: Int32Array;
};

/** Thrown where an answer needs a year whose notice is not in the calendar: guessing Monday to Friday would be wrong. */
export class YearNotLoaded extends Error {
	readonly year: number;
	constructor(year: number) {
		super(`year not loaded: ${year} is not in the working-day calendar`);
		this.name = 'YearNotLoaded';
		this.year = year;
	}
}

/** The years of `chinese-days` that were checked day by day. A new year is added here once its notice is in the package. */
const checkedYears = Array.from({ length: 2026 - 2007 + 1 }, (_, position) => 2007 + position);

export const publishedCalendar: CalendarSource = {
	years: checkedYears,
	daysOff: Object.keys(publicHolidays.holidays),
	workedWeekends: Object.keys(publicHolidays.workdays)
};

/** Makes a calendar of one or more sources; where two speak of the same day, the later one holds. */
export function workingCalendar(...sources: CalendarSource[]): WorkingCalendar {
	const years = [...new Set(sources.flatMap((source) => source.years))].sort((a, b) => a - b);
	const first = years[0];
	const last = years.at(-1);
	if (first === undefined || last === undefined) throw new Error('a working-day calendar needs at least one year');
	const byNotice = new Map<number, boolean>();
	for (const source of sources) {
		for (const date of source.daysOff) byNotice.set(dayNumber(date), false);
		for (const date of source.workedWeekends) byNotice.set(dayNumber(date), true);
	}
	const start = dayNumber(`${first}-01-01`);
	const length = dayNumber(`${last}-12-31`) - start + 1;
	const workedUpTo = new Int32Array(length);
	const worked: number[] = [];
	for (let position = 0; position < length; position++) {
		const day = start + position;
		if (byNotice.get(day) ?? isMondayToFriday(day)) worked.push(day);
		workedUpTo[position] = worked.length;
	}
	return { years, start, workedUpTo, worked: Int32Array.from(worked) };
}

export const publicCalendar = workingCalendar(publishedCalendar);

export function isWorkingDay(date: string, calendar = publicCalendar): boolean {
	const position = positionOf(date, calendar);
	return calendar.workedUpTo[position]! > (calendar.workedUpTo[position - 1] ?? 0);
}

/**
 * The day at whose end a limit of `limit` working days runs out. The day of receipt is day 0, worked or not, and day 1
 * is the next working day; a receipt may carry a time of day, which changes nothing. A limit of 0 is the same day.
 */
export function deadlineAfterWorkingDays(received: string, limit: number, calendar = publicCalendar): string {
	if (!Number.isInteger(limit) || limit < 0) throw new RangeError(`not a number of working days: ${limit}`);
	const from = positionOf(received, calendar);
	if (limit === 0) return dateOf(calendar.start + from);
	const day = calendar.worked[calendar.workedUpTo[from]! + limit - 1];
	requireYears(yearOf(calendar.start + from), day === undefined ? Infinity : yearOf(day), calendar);
	return dateOf(day!);
}

/** How many working days lie after `from` up to and with `to`: 0 on the same day, negative where `to` is earlier. */
export function workingDaysBetween(from: string, to: string, calendar = publicCalendar): number {
	const [start, end] = [positionOf(from, calendar), positionOf(to, calendar)];
	requireYears(yearOf(calendar.start + Math.min(start, end)), yearOf(calendar.start + Math.max(start, end)), calendar);
	return calendar.workedUpTo[end]! - calendar.workedUpTo[start]!;
}

/** Every day of the loaded years; `workingDay` counts the days worked since the calendar's first, that day with them. */
export function* calendarDays(calendar = publicCalendar) {
	for (let position = 0; position < calendar.workedUpTo.length; position++) {
		const date = dateOf(calendar.start + position);
		if (!calendar.years.includes(Number(date.slice(0, 4)))) continue;
		const workingDay = calendar.workedUpTo[position]!;
		yield { date, isWorking: workingDay > (calendar.workedUpTo[position - 1] ?? 0), workingDay };
	}
}

/** Days since 1970-01-01 of the date that a text begins with. */
export function dayNumber(text: string): number {
	const date = text.slice(0, 10);
	const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
	if (Number.isNaN(milliseconds) || dateOf(milliseconds / 86_400_000) !== date)
		throw new RangeError(`not a date: ${text}`);
	return milliseconds / 86_400_000;
}

export function dateOf(day: number): string {
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function positionOf(date: string, calendar: WorkingCalendar): number {
	const day = dayNumber(date);
	requireYears(yearOf(day), yearOf(day), calendar);
	return day - calendar.start;
}

/** Years in between count too: a gap in the calendar would be counted as Monday to Friday. */
function requireYears(from: number, to: number, { years }: WorkingCalendar) {
	for (let year = from; year <= to; year++) if (!years.includes(year)) throw new YearNotLoaded(year);
}

function yearOf(day: number): number {
	return new Date(day * 86_400_000).getUTCFullYear();
}

function isMondayToFriday(day: number): boolean {
	const weekday = new Date(day * 86_400_000).getUTCDay();
	return weekday > 0 && weekday < 6;
}
