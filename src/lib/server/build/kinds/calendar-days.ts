import type { DuckDBConnection } from '@duckdb/node-api';
import { publicCalendar, publishedCalendar, workingCalendar, type WorkingCalendar } from '#lib/domain/working-days.ts';

/** So many days off a State Council notice names at least, so that with fewer a year is amended, not published. */
const leastDaysOff = 10;

/**
 * The calendar that comes along with what exports of calendars say over it: their days hold, and a year they name all the
 * days off of is loaded. The calendar that comes along where there is none.
 */
export async function calendarOf(connection: DuckDBConnection): Promise<WorkingCalendar> {
	const reader = await connection.runAndReadAll(`
		select strftime(calendar_day, '%Y-%m-%d') as day, coalesce(is_working_day, not is_day_off) as "isWorking"
		from current_calendar where coalesce(is_working_day, not is_day_off) is not null order by calendar_day
	`);
	const days = reader.getRowObjectsJS() as { day: string; isWorking: boolean }[];
	if (days.length === 0) return publicCalendar;
	const daysOff = days.filter(({ isWorking }) => !isWorking).map(({ day }) => day);
	const named = Map.groupBy(daysOff, (day) => Number(day.slice(0, 4)));
	const years = [...named].filter(([, list]) => list.length >= leastDaysOff).map(([year]) => year);
	const workedDays = days.filter(({ isWorking }) => isWorking).map(({ day }) => day);
	return workingCalendar(publishedCalendar, { years, daysOff, workedWeekends: workedDays });
}
