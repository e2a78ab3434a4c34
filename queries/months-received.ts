import type { Db } from './where/tables.ts';

/** Which months can be chosen? One row per month from the first receipt to the last, quiet months included. */
export function monthsReceived(db: Db) {
	return db.selectFrom('months').selectAll().orderBy('month');
}
