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
	const days = [...calendarDays(source)];
	await connection.run(
		`create table calendar as
		select
			day, is_working,
			(count(*) filter (where is_working) over up_to)::integer as working_days_up_to,
			(count(*) filter (where isodow(day) < 6) over up_to)::integer as weekdays_up_to
		from (
			select unnest(string_split($1, ' '))::date as day, unnest(string_split($2, ' '))::boolean as is_working
		) as loaded
		window up_to as (order by day)
		order by day`,
		[days.map(({ date }) => date).join(' '), days.map(({ isWorking }) => isWorking).join(' ')]
	);
	await connection.run(`
		create table calendar_runs as
		select *, max(working_days_up_to) over (partition by run) as run_end
		from (select *, day - (row_number() over (order by day))::integer as run from calendar) as days
	`);
}
