import type { Dimension, Scope } from '#lib/domain/scope.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import type { Arguments } from '../arguments.ts';

/** A row of an answer; `name` holds the value of `--by` and is renamed to it. */
export type Row = Record<string, unknown>;

/** A question of the command line: the options it knows besides period, dimension and filters, and how it answers. */
export type Question = {
	options: readonly string[];
	answer: (db: WarehouseDb, scope: Scope, by: Dimension | undefined, args: Arguments) => Promise<Row[]>;
};
