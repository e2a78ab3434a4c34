import type { Scope } from '#lib/domain/scope.ts';
import { qualityCheck, type CheckKey } from './quality/index.ts';
import { both } from './where/conditions.ts';
import { inScope } from './where/in-scope.ts';
import { confidential } from './where/listable.ts';
import type { Db } from './where/tables.ts';

/** How many orders received in the period does this check find, and of how many? One row; `confidential` of the found are listed nowhere. */
export function qualityOrdersTotal(db: Db, key: CheckKey, scope: Scope) {
	const { of, affected } = qualityCheck(key);
	const found = both(of, affected);
	return db
		.selectFrom('orders')
		.where((eb) => inScope(eb, scope, 'received_at'))
		.select((eb) => [
			eb.fn.countAll<number>().filterWhere(of).as('of'),
			eb.fn.countAll<number>().filterWhere(found).as('orders'),
			eb.fn.countAll<number>().filterWhere(both(found, confidential)).as('confidential')
		]);
}
