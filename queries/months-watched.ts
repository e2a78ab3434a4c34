import { sql } from 'kysely';
import type { Db } from './where/tables.ts';

/**
 * For how many working days has T watched the whole of each month? One row per month of receipt: the working days
 * from its last day to T, below 0 while it lasts, null where a year is not loaded.
 */
export function monthsWatched(db: Db) {
	const lastDay = sql<string>`cast(cast(month || '-01' as date) + interval '1 month' - interval '1 day' as date)`;
	return db
		.selectFrom('months')
		.innerJoin('about', (join) => join.onTrue())
		.leftJoin('calendar as last_day', (join) => join.on('last_day.day', '=', lastDay))
		.leftJoin('calendar as cut_day', (join) => join.on('cut_day.day', '=', sql<string>`cast(data_cut as date)`))
		.select(['month', sql<number | null>`cut_day.working_days_up_to - last_day.working_days_up_to`.as('watchedDays')])
		.orderBy('month');
}
