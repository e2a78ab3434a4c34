import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { survivalMeasure } from './measures.ts';
import { inScope } from './where/in-scope.ts';
import type { Db } from './where/tables.ts';

/** The limits an order is commonly judged by, in working days. */
const limits = [1, 5, 10, 15];

/**
 * What would counting Monday to Friday have got wrong, of the orders received in the period? `counted` are closed and have
 * working days, `otherDays` another number of them without holidays and make-up days, `otherJudgement` so much so
 * that they stand on the other side of 1, 5, 10 or 15. yearNotLoaded can't be counted.
 */
export function makeUpDays(db: Db, scope: Scope) {
	const measure = survivalMeasure('handling-survival-working');
	const counted = sql<boolean>`handling_working_days is not null and coalesce(handling_seconds, handling_days) >= 0`;
	const side = (column: string) =>
		sql`${sql.join(
			limits.map((limit) => sql`case when ${sql.ref(column)} <= ${limit} then 1 else 0 end`),
			sql` + `
		)}`;
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, measure.basis), measure.counted(eb)]))
		.select((eb) => [
			eb.fn.countAll<number>().filterWhere(counted).as('counted'),
			eb.fn
				.countAll<number>()
				.filterWhere(sql<boolean>`${counted} and handling_working_days <> handling_weekdays`)
				.as('otherDays'),
			eb.fn
				.countAll<number>()
				.filterWhere(sql<boolean>`${counted} and ${side('handling_working_days')} <> ${side('handling_weekdays')}`)
				.as('otherJudgement'),
			eb.fn.countAll<number>().filterWhere('is_year_not_loaded', '=', true).as('yearNotLoaded')
		]);
}
