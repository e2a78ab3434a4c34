import type { Scope } from '#lib/domain/scope.ts';
import type { MeasureKey } from './measures.ts';
import { askedOf, behind, type Part } from './where/behind.ts';
import { confidential } from './where/listable.ts';
import type { Db } from './where/tables.ts';

/**
 * How many orders stand behind this part of a measure? One row; the figure itself says the same number. `confidential` of
 * them are listed nowhere.
 */
export function ordersBehindTotal(db: Db, key: MeasureKey, part: Part, scope: Scope) {
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([askedOf(key, scope)(eb), behind(key, part)(eb)]))
		.select((eb) => [
			eb.fn.countAll<number>().as('orders'),
			eb.fn.countAll<number>().filterWhere(confidential).as('confidential')
		]);
}
