import type { Language } from '#lib/domain/languages.ts';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import type { DurationKey, RateKey } from '#queries/measures.ts';

/** What a table is asked for: the scope, what its rows are, and for some the stage, the rate or the period compared with. */
export type TableOptions = {
	scope: Scope;
	by: Dimension;
	stage?: DurationKey;
	rateKey?: RateKey;
	compared?: Scope;
	/** For a table that names things: in whose words. */
	language?: Language;
};

/** Gives every row a name; null stands for "not stated". */
export const named = <Row extends { name?: string | null }>(row: Row) => ({ ...row, name: row.name ?? null });
