import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { checkKinds, checksOf, qualityCheck, type CheckKey, type CheckKind } from './quality/index.ts';
import { groupedBy, groupKeys, inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/** What a quality check can be counted by: the dimensions of orders, or the export that an order's row stands in. */
export type QualityBy = Dimension | 'source';

type Counted = { [Key in `found ${CheckKey}` | `of ${CheckKey}` | `kind ${CheckKind}` | 'orders' | 'any']: number } & {
	lastSeenAt: string | null;
};

/**
 * What do these checks find among the orders received in the period? One row, or one per value of `by` (an export by its
 * hash): orders, `found KEY` of `of KEY` for each check, `kind KIND` the orders that any check of a kind finds, any the
 * orders that any check finds, and lastSeenAt the newest data cut that shows one of them. Each check is worked out once an order.
 */
export function qualityFound(db: Db, scope: Scope, keys: readonly CheckKey[], by?: QualityBy) {
	// Many checks are shares of the same orders: whether an order is one of them is worked out once.
	const bases = [...new Set(keys.map((key) => qualityCheck(key).of))];
	const base = (key: CheckKey) => sql.ref(`base ${bases.indexOf(qualityCheck(key).of)}`);
	const based = db
		.selectFrom('orders')
		.where((eb) => inScope(eb, scope, 'received_at'))
		.selectAll()
		.select((eb) => bases.map((of, place) => sql<boolean>`coalesce(${of(eb)}, false)`.as(`base ${place}`)));
	const looked = db
		.selectFrom(based.as('orders'))
		.selectAll()
		.select((eb) =>
			keys.map((key) =>
				sql<boolean>`${base(key)} and coalesce(${qualityCheck(key).affected(eb)}, false)`.as(`found ${key}`)
			)
		);
	const counted = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`;
	const found = (key: CheckKey) => sql.ref(`found ${key}`);
	const any = (some: readonly CheckKey[]) =>
		some.length === 0 ? sql`false` : sql`${sql.join(some.map(found), sql` or `)}`;
	const isSource = by === undefined || by === 'source';
	const name = isSource ? sql<string | null>`file_sha256` : groupedBy(by, 'received_at', scope);
	const keysOf = isSource ? [name] : groupKeys(by, 'received_at', scope);
	return db
		.selectFrom(looked.as('looked'))
		.select((eb) => eb.fn.max<string | null>('seen_at').as('lastSeenAt'))
		.select((eb) => [
			eb.fn.countAll<number>().as('orders'),
			counted(any(keys)).as('any'),
			...checkKinds.map((kind) => counted(any(checksOf(kind, keys))).as(`kind ${kind}`)),
			...keys.flatMap((key) => [counted(found(key)).as(`found ${key}`), counted(base(key)).as(`of ${key}`)])
		])
		.$castTo<Counted>()
		.$if(by !== undefined, (query) => query.select(name.as('name')).groupBy(keysOf).orderBy(name, nullsLast('asc')));
}
