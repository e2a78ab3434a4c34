import { sql, type RawBuilder } from 'kysely';
import type { Stretch } from '#lib/domain/rules/in-use.ts';
import type { Limit, LimitRule, RuleSet } from '#lib/domain/rules/rule-set.ts';

/** What rules say, as SQL over an order and the number of the stretch (`place`) it was received in. */

/** The first limit that fits an order; the last rule of a list may fit every one. */
type Limits = (rules: RuleSet) => readonly LimitRule[];

export const limitLists = {
	due: ({ limits }) => limits,
	signing: ({ signing }) => [{ limit: signing }],
	contact: ({ firstContact, urgentFirstContact: urgent }) => [
		...(urgent ? [{ urgencies: urgent.urgencies, limit: urgent.limit }] : []),
		{ limit: firstContact }
	]
} as const satisfies Record<string, Limits>;

export type LimitName = keyof typeof limitLists;

/** A value of the rules an order falls under; `place` is a column here. */
export const byPlace = (stretches: readonly Stretch[], value: (rules: RuleSet) => RawBuilder<unknown>) =>
	sql`case place ${sql.join(
		stretches.map(({ rules }, place) => sql`when ${whole(place)} then ${value(rules)}`),
		sql` `
	)} end`;

/** The number of the stretch an order was received in; 0 is the first. */
export function placeOf(stretches: readonly Stretch[]): RawBuilder<number> {
	const later = stretches.map(({ from }, place) => ({ from, place })).filter(({ from }) => from !== null);
	if (later.length === 0) return whole(0);
	const cases = later
		.toReversed()
		.map(({ from, place }) => sql`when received_at >= cast(${`${from} 00:00:00`} as timestamp) then ${whole(place)}`);
	return sql<number>`case ${sql.join(cases, sql` `)} else ${whole(0)} end`;
}

/** Seconds of a limit in clock hours, null where the order has none. */
export const limitSeconds = (stretches: readonly Stretch[], name: LimitName) =>
	byPlace(stretches, (rules) =>
		firstThatFits(limitLists[name](rules), (limit) => ('hours' in limit ? Math.round(limit.hours * 3600) : null))
	);

/** Working days of a limit, null where the order has none. */
export const limitDays = (stretches: readonly Stretch[], name: LimitName) =>
	byPlace(stretches, (rules) =>
		firstThatFits(limitLists[name](rules), (limit) => ('workingDays' in limit ? limit.workingDays : null))
	);

export const hasDays = (stretches: readonly Stretch[], name: LimitName) =>
	stretches.some(({ rules }) => limitLists[name](rules).some(({ limit }) => 'workingDays' in limit));

function firstThatFits(rules: readonly LimitRule[], part: (limit: Limit) => number | null): RawBuilder<unknown> {
	if (rules.length === 0) return sql`cast(null as integer)`;
	const cases = rules.map((rule) => {
		const amount = part(rule.limit);
		return sql`when ${fits(rule)} then ${amount === null ? sql`cast(null as integer)` : whole(amount)}`;
	});
	return sql`case ${sql.join(cases, sql` `)} end`;
}

function fits({ kinds, categories, urgencies }: LimitRule): RawBuilder<unknown> {
	const conditions = [
		...(kinds ? [sql`kind_code in (${sql.join([...kinds])})`] : []),
		...(categories ? [sql`category_1 in (${sql.join([...categories])})`] : []),
		...(urgencies ? [sql`urgency in (${sql.join([...urgencies])})`] : [])
	];
	return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

export const whole = (value: number) => sql<number>`cast(${value} as integer)`;
