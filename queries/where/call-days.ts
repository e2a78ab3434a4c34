import { sql } from 'kysely';
import { addDays } from '#lib/domain/periods.ts';
import { filterDimensions, type FilterDimension, type Scope } from '#lib/domain/scope.ts';
import type { Db } from './tables.ts';

/** The dimensions that calls have. They know no unit, district, kind or category. */
export const callDimensions = ['line', 'month', 'day'] as const;
export type CallDimension = (typeof callDimensions)[number];

/** What calls can be kept to, beside a period. */
export const callFilters: readonly FilterDimension[] = ['line'];

/** Whether calls can be kept to a scope: to a period and to lines they can. */
const knowsCalls = (scope: Scope): boolean =>
	filterDimensions.every((dimension) => callFilters.includes(dimension) || scope[dimension].length === 0);

const told = (columns: string[], counted: ReturnType<typeof sql<number>>) =>
	sql<number | null>`case when ${sql.join(
		columns.map((column) => sql`count(${sql.ref(column)}) > 0`),
		sql` and `
	)} then ${counted} end`;

/** How many phone calls of a line's day a condition holds for; null where the log has none of the columns it takes. */
const phone = (columns: string[], condition: ReturnType<typeof sql<boolean>>) =>
	told(columns, sql<number>`count(*) filter (where medium = 'phone' and ${condition})`);
const written = (medium: string, condition: ReturnType<typeof sql<boolean>>) =>
	sql<number | null>`case when count(*) filter (where medium = ${sql.val(medium)}) > 0
		then count(*) filter (where medium = ${sql.val(medium)} and ${condition}) end`;
const seconds = (column: string) =>
	told([column], sql<number>`sum(${sql.ref(column)}) filter (where medium = 'phone' and is_answered)`);

/**
 * A row a line and day: of the call log where it has that day, else of the daily summary. Null where neither says.
 * Short is a wait of less than ten seconds.
 */
export function callDays(db: Db, scope: Scope) {
	if (!knowsCalls(scope)) throw new RangeError('calls are known by line and day only');
	const logged = db
		.selectFrom('calls')
		.select([
			sql<string>`cast(arrived_at as date)`.as('day'),
			'line',
			sql<number | null>`count(*) filter (where medium = 'phone')`.as('incoming'),
			phone(['is_offered'], sql`is_offered`).as('offered'),
			phone(['is_answered'], sql`is_answered`).as('answered'),
			phone(['is_answered', 'wait_seconds'], sql`is_answered and wait_seconds <= 15`).as('answered_in_15'),
			phone(['is_self_served'], sql`is_self_served`).as('self_served'),
			phone(['is_offered', 'is_answered'], sql`is_offered and not is_answered`).as('abandoned'),
			phone(
				['is_offered', 'is_answered', 'wait_seconds'],
				sql`is_offered and not is_answered and wait_seconds < 10`
			).as('abandoned_soon'),
			seconds('wait_seconds').as('wait_seconds'),
			seconds('talk_seconds').as('talk_seconds'),
			seconds('after_call_seconds').as('after_call_seconds'),
			written('text', sql`true`).as('texts'),
			written('text', sql`reply_seconds <= 180`).as('texts_in_3_minutes'),
			written('mailbox', sql`true`).as('letters'),
			written('mailbox', sql`reply_seconds <= 86400`).as('letters_in_24_hours'),
			phone(['agent_rating'], sql`agent_rating <> 'unrated'`).as('rated'),
			phone(['agent_rating'], sql`agent_rating in ('very_satisfied', 'satisfied')`).as('rated_satisfied'),
			phone(['is_quality_checked'], sql`is_quality_checked`).as('quality_checked')
		])
		.groupBy([sql`cast(arrived_at as date)`, 'line']);
	const summarised = db
		.selectFrom('call_days')
		.selectAll()
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('calls')
						.select('calls.line')
						.where(sql<boolean>`cast(calls.arrived_at as date) = call_days.day`)
						.where(sql<boolean>`coalesce(calls.line, '') = coalesce(call_days.line, '')`)
				)
			)
		);
	const { from, to } = scope.period;
	const stated = scope.line.filter((line) => line !== '');
	return db
		.selectFrom(logged.unionAll(summarised).as('line_days'))
		.selectAll()
		.$if(from !== null, (query) => query.where('day', '>=', sql<string>`cast(${from} as date)`))
		.$if(to !== null, (query) => query.where('day', '<', sql<string>`cast(${to && addDays(to, 1)} as date)`))
		.$if(scope.line.length > 0, (query) =>
			query.where((eb) =>
				eb.or([
					...(stated.length > 0 ? [eb('line', 'in', stated)] : []),
					...(stated.length < scope.line.length ? [eb('line', 'is', null)] : [])
				])
			)
		);
}
