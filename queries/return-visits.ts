import { sql, type Expression, type SqlBool } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { measures } from './measures.ts';
import { attempted, closedAssessed, valid } from './where/conditions.ts';
import { groupedBy, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db, OrdersBuilder } from './where/tables.ts';

/**
 * What came of the return visits to orders closed in the period? One row, or one per value of `by`.
 * closed ≥ attempted ≥ reached, valid; contacted, resolved, satisfied and the other answers are counted among the
 * valid. A count whose column no order in scope fills is null: the exports do not say.
 */
export function returnVisits(db: Db, scope: Scope, by?: Dimension) {
	const { basis } = measures['visit-coverage'];
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), closedAssessed(eb)]))
		.select((eb) => [
			eb.fn.countAll<number>().as('closed'),
			told(eb, 'visit_attempted', attempted(eb)).as('attempted'),
			told(eb, 'visit_reached', measures['visit-reached'].numerator(eb)).as('reached'),
			told(eb, 'visit_valid', valid(eb)).as('valid'),
			told(eb, 'visit_contacted', measures.contacted.numerator(eb)).as('contacted'),
			told(eb, 'visit_resolved', measures.resolved.numerator(eb)).as('resolved'),
			told(eb, 'visit_resolved', eb.and([valid(eb), eb('visit_resolved', '=', 'partly')])).as('partlyResolved'),
			told(eb, 'satisfaction', measures.satisfied.numerator(eb)).as('satisfied'),
			told(eb, 'satisfaction', measures['basically-satisfied'].numerator(eb)).as('basicallySatisfied'),
			told(eb, 'satisfaction', measures.dissatisfied.numerator(eb)).as('dissatisfied')
		])
		.$if(by !== undefined, (query) =>
			query
				.select(groupedBy(by!, basis, scope).as('name'))
				.groupBy(groupedBy(by!, basis, scope))
				.orderBy(groupedBy(by!, basis, scope), nullsLast('asc'))
		);
}

type VisitColumn =
	'visit_attempted' | 'visit_reached' | 'visit_valid' | 'visit_contacted' | 'visit_resolved' | 'satisfaction';

const told = (eb: OrdersBuilder, column: VisitColumn, counted: Expression<SqlBool>) =>
	sql<number | null>`case when count(${sql.ref(column)}) > 0 then count(*) filter (where ${counted}) end`;
