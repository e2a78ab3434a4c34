import { sql } from 'kysely';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import { checkKinds, checksOf, qualityCheck, type CheckKey, type CheckKind } from './quality/index.ts';
import { both } from './where/conditions.ts';
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
	const looked = db
		.selectFrom('orders')
		.where((eb) => inScope(eb, scope, 'received_at'))
		.selectAll()
		.select((eb) =>
			keys.flatMap((key) => {
				const { of, affected } = qualityCheck(key);
				return [
					sql<boolean>`coalesce(${of(eb)}, false)`.as(`of ${key}`),
					sql<boolean>`coalesce(${both(of, affected)(eb)}, false)`.as(`found ${key}`)
				];
			})
		);
	const counted = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`;
	const column = (part: 'of' | 'found', key: CheckKey) => sql.ref(`${part} ${key}`);
	const any = (some: readonly CheckKey[]) =>
		some.length === 0
			? sql`false`
			: sql`${sql.join(
					some.map((key) => column('found', key)),
					sql` or `
				)}`;
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
			...keys.flatMap((key) => [
				counted(column('found', key)).as(`found ${key}`),
				counted(column('of', key)).as(`of ${key}`)
			])
		])
		.$castTo<Counted>()
		.$if(by !== undefined, (query) => query.select(name.as('name')).groupBy(keysOf).orderBy(name, nullsLast('asc')));
}
