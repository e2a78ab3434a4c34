import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** Which names does the directory of units, or the tree of categories, know? One row per name; none where there is none. */
export const knownNames = (db: Db, dimension: 'unit' | 'category') =>
	db.selectFrom('known_names').where('dimension', '=', dimension).select('name').orderBy('name', nullsLast('asc'));
