import { sql } from 'kysely';
import { backlogEdges } from '#lib/domain/duration-bins.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { countMeasure } from './measures.ts';
import { inScope } from './where/in-scope.ts';
import type { Db } from './where/tables.ts';

/**
 * How long have the orders open at T been waiting, in working days? One row per bin that holds an order: bin is its
 * place among backlogEdges (backlogEdges.length for the open one), -1 where a year is not loaded or the receipt lies
 * after T; longest is the oldest of the bin.
 */
export function backlogByAge(db: Db, scope: Scope) {
	const { basis, counted } = countMeasure('open-orders');
	const bin = sql<number>`case when is_year_not_loaded or open_seconds < 0 then cast(-1 as integer) ${sql.join(
		backlogEdges.map((edge, place) => sql`when open_working_days <= ${edge} then cast(${place} as integer)`),
		sql` `
	)} else cast(${backlogEdges.length} as integer) end`;
	return db
		.selectFrom((eb) =>
			eb
				.selectFrom('orders')
				.where((eb) => eb.and([inScope(eb, scope, basis), counted(eb)]))
				.select([bin.as('bin'), 'open_working_days'])
				.as('binned')
		)
		.select((eb) => ['bin', eb.fn.countAll<number>().as('orders'), eb.fn.max('open_working_days').as('longest')])
		.groupBy('bin')
		.orderBy('bin');
}
