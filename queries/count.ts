import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { countMeasure, type CountKey } from './measures.ts';
import { requireCityLevel } from './where/city-level.ts';
import { groupedBy, groupKeys, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** How many orders does this measure count? One row, or one per value of `by`; a city's own number is refused for a part. */
export function count(db: Db, key: CountKey, scope: Scope, by?: Dimension) {
	const measure = countMeasure(key);
	requireCityLevel(measure, scope, by);
	const { basis, counted } = measure;
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), counted(eb)]))
		.select((eb) => eb.fn.countAll<number>().as('orders'))
		.$if(by !== undefined, (query) =>
			query
				.select(groupedBy(by!, basis, scope).as('name'))
				.groupBy(groupKeys(by!, basis, scope))
				.orderBy(groupedBy(by!, basis, scope), nullsLast('asc'))
		);
}
