import type { Dimension, Scope } from '#lib/domain/scope.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { DurationKey, RateKey } from '#queries/measures.ts';

/** What a table is asked for: the scope, what its rows are, and for some the stage, the rate or the period compared with. */
export type TableOptions = {
	scope: Scope;
	by: Dimension;
	stage?: DurationKey;
	rateKey?: RateKey;
	compared?: Scope;
	/** Orders a unit needs to be given a place; as the plain rules have it where it is left out. */
	minimumVolume?: number;
	/** The same question under the rules in use, where others were asked for. */
	inUse?: { db: WarehouseDb; scope: Scope; minimumVolume: number } | null;
};

/** Gives every row a name; null stands for "not stated". */
export const named = <Row extends { name?: string | null }>(row: Row) => ({ ...row, name: row.name ?? null });
