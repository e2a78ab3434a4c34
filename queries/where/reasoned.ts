import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { inScope } from './in-scope.ts';
import { reasonConditions, reasons } from './reasons.ts';
import type { Db } from './tables.ts';

/**
 * The orders received in the period, each with a column per reason, true or false: every reason is worked out once,
 * however often a question asks for it.
 */
export const reasoned = (db: Db, scope: Scope) =>
	db
		.selectFrom('orders')
		.where((eb) => inScope(eb, scope, 'received_at'))
		.selectAll()
		.select((eb) => reasons.map((one) => sql<boolean>`coalesce(${reasonConditions[one](eb)}, false)`.as(one)));
