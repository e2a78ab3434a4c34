import type { DuckDBConnection } from '@duckdb/node-api';
import { calendarDays, publicCalendar, type WorkingCalendar } from '#lib/domain/working-days.ts';

/**
 * Makes `calendar`: every day of the years whose notice is loaded, with the days worked up to and with it, so that
 * the working days between two events are one subtraction. Beside it, for assess alone, `calendar_runs`: where a
 * gap between loaded years lies between two days they stand in different runs, and nothing is subtracted.
 */
export async function loadCalendar(
	connection: DuckDBConnection,
	source: WorkingCalendar = publicCalendar
): Promise<void> {
	await connection.run(
		`create table calendar as
		select
			unnest(string_split($1, ' '))::date as day, unnest(string_split($2, ' '))::boolean as is_working,
			unnest(string_split($3, ' '))::integer as working_days_up_to,
			unnest(string_split($4, ' '))::integer as weekdays_up_to`,
		columnsOf(source)
	);
	await connection.run(`
		create table calendar_runs as
		select *, max(working_days_up_to) over (partition by run) as run_end
		from (select *, day - (row_number() over (order by day))::integer as run from calendar) as days
	`);
}

const counted = new WeakMap<WorkingCalendar, string[]>();

/** Days, whether each is worked, and the days worked and the weekdays up to and with it, as lists with blanks between; made once. */
function columnsOf(source: WorkingCalendar): string[] {
	const known = counted.get(source);
	if (known) return known;
	const columns = { day: [] as string[], isWorking: [] as boolean[], worked: [] as number[], weekdays: [] as number[] };
	let [worked, weekdays] = [0, 0];
	// Counted here: as sums over rows of ten years they take longer than all the rest of a small build.
	for (const { date, isWorking } of calendarDays(source)) {
		const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
		worked += Number(isWorking);
		weekdays += Number(weekday > 0 && weekday < 6);
		columns.day.push(date);
		columns.isWorking.push(isWorking);
		columns.worked.push(worked);
		columns.weekdays.push(weekdays);
	}
	const lists = Object.values(columns).map((values) => values.join(' '));
	counted.set(source, lists);
	return lists;
}
