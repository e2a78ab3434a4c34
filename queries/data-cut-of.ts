import type { Db } from './where/tables.ts';

/** Up to which moment is everything known? One row: T. */
export function dataCutOf(db: Db) {
	return db.selectFrom('about').select('data_cut as dataCut');
}
