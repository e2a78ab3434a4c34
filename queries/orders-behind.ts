import type { Scope } from '#lib/domain/scope.ts';
import type { MeasureKey } from './measures.ts';
import { askedOf, behind, type Part } from './where/behind.ts';
import { both } from './where/conditions.ts';
import { listed, ordersPerPage } from './where/listed.ts';
import type { Db } from './where/tables.ts';

export { ordersPerPage } from './where/listed.ts';

/** Which orders does this part of a measure count? One row per order, a page of them, in the order of receipt. */
export const ordersBehind = (db: Db, key: MeasureKey, part: Part, scope: Scope, page = 1, perPage = ordersPerPage) =>
	listed(db, both(askedOf(key, scope), behind(key, part)), page, perPage);
