import type { Scope } from '#lib/domain/scope.ts';
import { qualityCheck, type CheckKey } from './quality/index.ts';
import { both } from './where/conditions.ts';
import { inScope } from './where/in-scope.ts';
import { listed, ordersPerPage } from './where/listed.ts';
import type { Db } from './where/tables.ts';

/** Which orders does this check find? One row per order received in the period, a page of them, in the order of receipt. */
export function qualityOrders(db: Db, key: CheckKey, scope: Scope, page = 1, perPage = ordersPerPage) {
	const { of, affected } = qualityCheck(key);
	return listed(
		db,
		both((eb) => inScope(eb, scope, 'received_at'), of, affected),
		page,
		perPage
	);
}
