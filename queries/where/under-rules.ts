import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { Stretch } from '#lib/domain/rules/in-use.ts';
import { plainRules, type RuleSet } from '#lib/domain/rules/rule-set.ts';
import type { OrdersTable, WarehouseTables } from '#lib/server/warehouse/schema.ts';
import { orderColumns } from './order-columns.ts';
import { ruleDays } from './rule-days.ts';
import { byPlace, hasDays, limitDays, limitSeconds, placeOf, whole, type LimitName } from './rule-limits.ts';

type WarehouseDb = ReadonlyKysely<WarehouseTables>;

/**
 * The warehouse with every order judged under the rules that hold for it: a question asked of what this returns reads
 * `orders` with the columns that rules decide replaced. The export's own deadline and its own flags win over ours;
 * rule_due_at is what our rule would say of every order. Limits run from the receipt, those for signing and contact from
 * the dispatch. `stretches` are in order of time, the first from the beginning; where all of them judge as the
 * warehouse does already, it is returned as it is. Of orders that are `publishable` the confidential ones are left out.
 */
export function underRules(
	db: WarehouseDb,
	stretches: readonly Stretch[],
	kept: 'all' | 'publishable' = 'all'
): WarehouseDb {
	if (stretches.every(({ rules }) => judging(rules) === judging(plainRules)))
		return kept === 'all' ? db : onlyPublishable(db);
	return (db as unknown as Kysely<WarehouseTables>)
		.with(
			(cte) => cte('rule_days').materialized(),
			() => ruleDays(stretches) as RawBuilder<never>
		)
		.with(
			(cte) => cte('orders').notMaterialized(),
			() => judgedOrders(stretches, kept) as RawBuilder<never>
		) as unknown as WarehouseDb;
}

function onlyPublishable(db: WarehouseDb): WarehouseDb {
	return (db as unknown as Kysely<WarehouseTables>).with(
		(cte) => cte('orders').notMaterialized(),
		() => sql`(select * from ${publishable})` as RawBuilder<never>
	) as unknown as WarehouseDb;
}

/** What may leave the building: a confidential order is in no release. */
const publishable = sql`${sql.table('warehouse.orders')} where not is_confidential`;

/** The part of a rule set that decides a row of an order. */
const judging = ({ limits, signing, firstContact, urgentFirstContact, visitsCountBy, excludes }: RuleSet) =>
	JSON.stringify({ limits, signing, firstContact, urgentFirstContact, visitsCountBy, excludes });

function judgedOrders(stretches: readonly Stretch[], kept: 'all' | 'publishable'): RawBuilder<unknown> {
	const limit = (name: LimitName) => sql`
		${limitSeconds(stretches, name)} as ${sql.ref(`${name}_seconds_allowed`)},
		${limitDays(stretches, name)} as ${sql.ref(`${name}_days_allowed`)}`;
	const columns = orderColumns.map((column) => sql`${replaced[column] ?? sql.ref(column)} as ${sql.ref(column)}`);
	const allowed = sql`
		select placed.*, ${limit('due')}, ${limit('signing')}, ${limit('contact')}
		from (select *, ${placeOf(stretches)} as place from ${kept === 'all' ? sql.table('warehouse.orders') : publishable}) as placed`;
	const limited = sql`
		select allowed.*,
			${runsOut('due', 'received_at', stretches)} as ours_at,
			${runsOut('signing', 'dispatched_at', stretches)} as signing_by_rule,
			${runsOut('contact', 'dispatched_at', stretches)} as contact_by_rule,
			${byPlace(stretches, ({ id }) => sql`${id}`)} as rules_id,
			${byPlace(stretches, ({ visitsCountBy }) => sql`${visitsCountBy}`)} as visits_count_by,
			${byPlace(stretches, leavesAssessment)} as leaves_assessment
		from (${allowed}) as allowed
		${days('due', 'received_at', stretches)}
		${days('signing', 'dispatched_at', stretches)}
		${days('contact', 'dispatched_at', stretches)}`;
	return sql`(
		select ${sql.join(columns)}
		from (
			select judged.*, ${state} as state_by_rule
			from (select limited.*, ${isOurs} as is_ours from (${limited}) as limited) as judged
		) as stated
	)`;
}

/** Joins the day a limit in working days begins on, and the one it runs out on. */
function days(name: LimitName, start: 'received_at' | 'dispatched_at', stretches: readonly Stretch[]) {
	if (!hasDays(stretches, name)) return sql``;
	const [first, last] = [sql.ref(`${name}_first`), sql.ref(`${name}_last`)];
	return sql`
		left join rule_days as ${first} on ${first}.stretch = allowed.place and ${first}.day = cast(allowed.${sql.ref(start)} as date)
		left join rule_days as ${last} on ${last}.stretch = allowed.place and ${last}.run = ${first}.run and ${last}.is_worked
			and ${last}.ordinal = ${first}.ordinal + allowed.${sql.ref(`${name}_days_allowed`)}`;
}

/** When a limit runs out; null where the order has none, or a year is not loaded. A desk answer has no limit. */
function runsOut(name: LimitName, start: 'received_at' | 'dispatched_at', stretches: readonly Stretch[]) {
	const closes = byPlace(stretches, ({ officesClose }) => whole(closingSecond(officesClose)));
	const inDays = hasDays(stretches, name)
		? sql`cast(${sql.ref(`${name}_last`)}.day as timestamp) + ${closes} * interval '1 second'`
		: sql`cast(null as timestamp)`;
	const seconds = sql.ref(`${name}_seconds_allowed`);
	// A limit in hours can not begin at a time without a time of day.
	const begins = start === 'received_at' ? sql`not received_is_date` : sql`true`;
	return sql`case
		when handling_mode = 'desk' then null
		when ${seconds} is not null then case when ${begins} then ${sql.ref(start)} + ${seconds} * interval '1 second' end
		else ${inDays}
	end`;
}

/** The last second of an office's day. */
function closingSecond(officesClose: string): number {
	const [hour, minute] = officesClose.split(':').map(Number) as [number, number];
	return Math.min(hour * 3600 + minute * 60, 86_399);
}

function leavesAssessment({ excludes }: RuleSet): RawBuilder<unknown> {
	if (excludes === 'granted') return sql`true`;
	if (excludes === 'none' || excludes.length === 0) return sql`false`;
	return sql`coalesce(exclusion_reason in (${sql.join([...excludes])}), false)`;
}

/** The export says nothing about when this order was due, so that our rule decides. */
const isOurs = sql`due_at is null and timeliness_from <> 'flag' and ours_at is not null`;

const cut = sql`(select data_cut from ${sql.table('warehouse.about')})`;

/** As build/assess judges by the export's deadline. */
const state = sql`case
	when closed_at is not null and not coalesce(closed_is_date, false)
		then case when closed_at <= ours_at then 'closed_on_time' else 'closed_late' end
	when cast(closed_at as date) < cast(ours_at as date) then 'closed_on_time'
	when cast(closed_at as date) > cast(ours_at as date) then 'closed_late'
	when closed_at is not null and cast(ours_at as time) = time '23:59:59' then 'closed_on_time'
	when is_closed then 'unknown'
	when ${cut} <= ours_at then 'open_within'
	else 'open_overdue'
end`;

const where = (ours: RawBuilder<unknown>, theirs: string) =>
	sql`case when is_ours then ${ours} else ${sql.ref(theirs)} end`;

/** What rules decide of an order; every other column stays as it is. */
const replaced: Partial<Record<keyof OrdersTable, RawBuilder<unknown>>> = {
	due_at: where(sql`ours_at`, 'due_at'),
	rule_due_at: sql`ours_at`,
	due_source: where(sql`rules_id`, 'due_source'),
	sign_due_at: sql`case when sign_due_at is not null then signing_by_rule end`,
	first_contact_due_at: sql`case when first_contact_due_at is not null then contact_by_rule end`,
	timeliness: where(sql`state_by_rule`, 'timeliness'),
	original_timeliness: where(sql`state_by_rule`, 'original_timeliness'),
	timeliness_from: where(sql`case when state_by_rule = 'unknown' then 'none' else 'clock' end`, 'timeliness_from'),
	is_due: where(sql`ours_at <= ${cut}`, 'is_due'),
	due_basis_at: where(sql`ours_at`, 'due_basis_at'),
	original_due_basis_at: where(sql`ours_at`, 'original_due_basis_at'),
	visit_basis_at: sql`case when visits_count_by = 'receipt' then received_at else visit_basis_at end`,
	is_excluded: sql`is_excluded and leaves_assessment`
};
