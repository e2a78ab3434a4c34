import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { quotaMeasure, type QuotaKey } from './measures.ts';
import { inYearTo } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** Who has met a quota and who has not? One row per handler, by number: yes or no, and nothing to rank them by. */
export function handlers(db: Db, key: QuotaKey, scope: Scope) {
	const measure = quotaMeasure(key);
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inYearTo(eb, scope, measure.basis), measure.asked(eb)]))
		.select((eb) => [
			'handler',
			sql<boolean>`${eb.fn.countAll().filterWhere(measure.counted)} >= cast(${measure.fewest} as integer)`.as('isMet')
		])
		.groupBy('handler')
		.orderBy('handler', nullsLast('asc'));
}
