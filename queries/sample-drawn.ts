import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { measures } from './measures.ts';
import { unvisited } from './where/draw-traits.ts';
import { inScope } from './where/in-scope.ts';
import { listable } from './where/listable.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * Which orders does this seed draw? One row per drawn order, `place` its place in its unit. Within a unit the orders
 * stand in the order of md5(seed ':' order number) as lower-case hex, and the first `size` are drawn: it depends on the
 * seed and the order numbers alone, so that any tool can draw the same again.
 */
export function sampleDrawn(db: Db, scope: Scope, seed: string, sizes: { unit: string | null; size: number }[]) {
	const { basis } = measures['visit-coverage'];
	const hash = sql<string>`md5(concat(cast(${seed} as varchar), ':', order_number))`;
	const placed = db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), unvisited(eb), listable(eb)]))
		.select([
			'unit',
			'order_number',
			sql<number>`row_number() over (partition by unit order by ${hash} asc nulls last, order_number asc nulls last)`.as(
				'place'
			)
		])
		.as('placed');
	return db
		.selectFrom(placed)
		.where((eb) =>
			eb.or(
				sizes.map(({ unit, size }) =>
					eb.and([unit === null ? eb('unit', 'is', null) : eb('unit', '=', unit), eb('place', '<=', size)])
				)
			)
		)
		.select(['unit', 'order_number as orderNumber', 'place'])
		.orderBy('unit', nullsLast('asc'))
		.orderBy('place', nullsLast('asc'));
}
