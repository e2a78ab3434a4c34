import { calendarDays, dateOf, dayNumber, publicCalendar } from '#lib/domain/working-days.ts';
import type { Random } from '#seeds/random.ts';

/**
 * Time in the make-believe city: wall-clock seconds since 1970-01-01 00:00:00, without a zone.
 * Days are whole days since the same moment.
 */
export const minute = 60;
export const hour = 3600;
export const day = 86_400;

const isWorked = new Map([...calendarDays(publicCalendar)].map((each) => [dayNumber(each.date), each.isWorking]));
const lastDay = Math.max(...isWorked.keys());

export const isWorkedDay = (of: number) => isWorked.get(of) === true;
export const dayOf = (at: number) => Math.floor(at / day);

/** The `count`-th working day after `of`. Past the end of the calendar it stays on the calendar's last day. */
export function workingDayAfter(of: number, count: number): number {
	let found = of;
	for (let left = count; left > 0 && found < lastDay;) if (isWorkedDay(++found)) left--;
	return found;
}

/** When an office gets to something that reached it at `at`: at once while it is open, else the next morning worked. */
export function onDuty(random: Random, at: number): number {
	const [of, time] = [dayOf(at), at % day];
	const opens = 8.5 * hour;
	if (isWorkedDay(of) && time >= opens && time < 17.5 * hour) return at;
	const next = isWorkedDay(of) && time < opens ? of : workingDayAfter(of, 1);
	return next * day + opens + random.whole(0, hour);
}

const dates = new Map<number, string>();

/** 'YYYY-MM-DD' of a day. */
export function writeDay(of: number): string {
	let written = dates.get(of);
	if (written === undefined) dates.set(of, (written = dateOf(of)));
	return written;
}

const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** 'YYYY-MM-DD HH:MM:SS' of a moment. */
export function writeMoment(at: number): string {
	const time = at % day;
	return `${writeDay(dayOf(at))} ${two[Math.floor(time / hour)]}:${two[Math.floor((time % hour) / minute)]}:${two[time % minute]}`;
}

/** The moment a text says: a day alone is its beginning. */
export function readMoment(text: string): number {
	const [hours = 0, minutes = 0, seconds = 0] = text.slice(11).split(':').map(Number);
	return dayNumber(text) * day + hours * hour + minutes * minute + seconds;
}
