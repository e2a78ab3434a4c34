import type { ExpressionBuilder, Kysely, SqlBool, Expression } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { WarehouseTables } from '#lib/server/warehouse/schema.ts';

/** The database a question is asked of; handed in, never opened here. */
export type Db = ReadonlyKysely<WarehouseTables> | Kysely<WarehouseTables>;

export type OrdersBuilder = ExpressionBuilder<WarehouseTables, 'orders'>;

/**
 * A condition on one order, written once and used in counts, filters and explanations. One that leaves out what was
 * excluded carries what it is without that part; see beforeExclusions in conditions.ts.
 */
export type Condition = ((eb: OrdersBuilder) => Expression<SqlBool>) & { beforeExclusions?: Condition };

/** The day an order counts on. */
export type BasisColumn =
	'received_at' | 'due_basis_at' | 'original_due_basis_at' | 'closed_basis_at' | 'visit_basis_at';
