import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { notDesk } from './where/conditions.ts';
import { groupedBy, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * How often does the export's deadline differ from the one the rules would give? One row, or one per value of `by`, of
 * the orders received in the period and sent to units; asked of a warehouse under rules with limits. `both` carry a
 * deadline of the export (before any extension) and one of the rules; sameDay + earlier + later = both, earlier meaning
 * that the export's runs out on an earlier day. byRule have only the rules', exportOnly only the export's, neither none.
 * judgedOtherwise are those of both whose closing (or T while open) lies between the two: one says in time, the other not.
 */
export function deadlineAgreement(db: Db, scope: Scope, by?: Dimension) {
	const export_ = sql<string | null>`case when due_source = 'export' then coalesce(original_due_at, due_at) end`;
	const both = sql<boolean>`${export_} is not null and rule_due_at is not null`;
	const days = sql<number>`cast(${export_} as date) - cast(rule_due_at as date)`;
	const end = sql<string>`coalesce(closed_at, (${db.selectFrom('about').select('data_cut')}))`;
	const counted = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`count(*) filter (where ${condition})`;
	return db
		.selectFrom('orders')
		.where((eb) => eb.and([inScope(eb, scope, 'received_at'), notDesk(eb)]))
		.select([
			counted(both).as('both'),
			counted(sql`${both} and ${days} = 0`).as('sameDay'),
			counted(sql`${both} and ${days} < 0`).as('earlier'),
			counted(sql`${both} and ${days} > 0`).as('later'),
			counted(
				sql`${both} and not (is_closed and closed_at is null) and (${end} <= ${export_}) <> (${end} <= rule_due_at)`
			).as('judgedOtherwise'),
			counted(sql`${export_} is null and rule_due_at is not null`).as('byRule'),
			counted(sql`${export_} is not null and rule_due_at is null`).as('exportOnly'),
			counted(sql`${export_} is null and rule_due_at is null`).as('neither')
		])
		.$if(by !== undefined, (query) =>
			query
				.select(groupedBy(by!, 'received_at', scope).as('name'))
				.groupBy(groupedBy(by!, 'received_at', scope))
				.orderBy(groupedBy(by!, 'received_at', scope), nullsLast('asc'))
		);
}
