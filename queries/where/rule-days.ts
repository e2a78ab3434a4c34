import { sql, type RawBuilder } from 'kysely';
import type { Stretch } from '#lib/domain/rules/in-use.ts';
import { whole } from './rule-limits.ts';

/**
 * The calendar as each stretch's rules have it: stretch, day, is_worked, ordinal (days worked up to and with that day) and
 * run (equal for days between which every year is loaded). One row per day and stretch.
 */
export function ruleDays(stretches: readonly Stretch[]): RawBuilder<unknown> {
	const calendars = stretches.map(
		({ rules }, place) => sql`
			select ${whole(place)} as stretch, day, is_worked,
				sum(case when is_worked then 1 else 0 end) over (order by day) as ordinal,
				day - cast(row_number() over (order by day) as integer) as run
			from (
				select day, case ${among(rules.daysOff, false)} ${among(rules.daysWorked, true)} else is_working end as is_worked
				from ${sql.table('warehouse.calendar')}
			) as days`
	);
	return sql`(${sql.join(calendars, sql` union all `)})`;
}

const among = (days: readonly string[], isWorked: boolean) =>
	days.length === 0
		? sql`when false then false`
		: sql`when day in (${sql.join(days.map((day) => sql`cast(${day} as date)`))}) then cast(${isWorked} as boolean)`;
