import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** Which exports stand behind the figures? One row per export, newest data cut first. */
export function exportsLoaded(db: Db) {
	return db
		.selectFrom('exports')
		.selectAll()
		.orderBy('data_cut', nullsLast('desc'))
		.orderBy('file_name', nullsLast('asc'));
}
