import { sql, type Expression, type SqlBool } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { measures } from './measures.ts';
import { attempted, closedAssessed, everyOrder, valid } from './where/conditions.ts';
import { groupedBy, groupKeys, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db, OrdersBuilder } from './where/tables.ts';

/**
 * What came of the return visits to orders closed in the period? One row, or one per value of `by`.
 * closed ≥ attempted ≥ reached, valid; contacted, resolved, satisfied and the other answers are counted among the
 * valid. A count whose column no order in scope fills is null: the exports do not say.
 */
export function returnVisits(db: Db, scope: Scope, by?: Dimension) {
	const { basis } = measures['visit-coverage'];
	// What was said takes few forms: the orders are counted by form first, and the forms are judged and added up.
	const forms = db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, basis), closedAssessed(eb)]))
		.select([...formColumns])
		.select((eb) => eb.fn.countAll<number>().as('alike'))
		.groupBy([...formColumns])
		.$if(by !== undefined, (query) =>
			query.select(groupedBy(by!, basis, scope).as('name')).groupBy(groupKeys(by!, basis, scope))
		);
	return db
		.selectFrom(forms.as('forms'))
		.select((formsBuilder) => {
			const eb = formsBuilder as unknown as OrdersBuilder;
			return [
				added(everyOrder(eb)).as('closed'),
				told('visit_attempted', attempted(eb)).as('attempted'),
				told('visit_reached', measures['visit-reached'].numerator(eb)).as('reached'),
				told('visit_valid', valid(eb)).as('valid'),
				told('visit_contacted', measures.contacted.numerator(eb)).as('contacted'),
				told('visit_resolved', measures.resolved.numerator(eb)).as('resolved'),
				told('visit_resolved', eb.and([valid(eb), eb('visit_resolved', '=', 'partly')])).as('partlyResolved'),
				told('satisfaction', measures.satisfied.numerator(eb)).as('satisfied'),
				told('satisfaction', measures['basically-satisfied'].numerator(eb)).as('basicallySatisfied'),
				told('satisfaction', measures.dissatisfied.numerator(eb)).as('dissatisfied')
			];
		})
		.$if(by !== undefined, (query) => query.select('name').groupBy('name').orderBy('name', nullsLast('asc')));
}

const visitColumns = [
	'visit_attempted',
	'visit_reached',
	'visit_valid',
	'visit_contacted',
	'visit_resolved',
	'satisfaction'
] as const;

/** Every column that a count of the answer looks at. */
const formColumns = [...visitColumns, 'is_closed', 'handling_mode', 'is_excluded'] as const;

/** How many orders have a form of which this holds. */
const added = (counted: Expression<SqlBool>) =>
	sql<number>`cast(coalesce(sum(alike) filter (where ${counted}), 0) as bigint)`;

const told = (column: (typeof visitColumns)[number], counted: Expression<SqlBool>) =>
	sql<number | null>`case when count(${sql.ref(column)}) > 0 then ${added(counted)} end`;
