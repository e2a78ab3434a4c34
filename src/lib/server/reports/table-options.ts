import type { EarlierKey } from '#lib/domain/earlier-periods.ts';
import type { Peers } from '#lib/domain/ranking-doubt.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { DurationKey, MeasureKey, RateKey } from '#queries/measures.ts';
import type { Part } from '#queries/where/behind.ts';
import type { CheckKey } from '#queries/quality/index.ts';
import type { Reason } from '#queries/where/reasons.ts';

/** What a table is asked for: the scope, what its rows are, and for some the stage, the rate or the period compared with. */
export type TableOptions = {
	scope: Scope;
	by: Dimension;
	stage?: DurationKey;
	rateKey?: RateKey;
	compared?: Scope;
	/** The period before and the year before, as much of them as is like the scope; null where there is none. */
	earlier?: Partial<Record<EarlierKey, Scope | null>>;
	/** With whom units are ranked; all unless asked. */
	peers?: Peers;
	/** The least volume that has a place; domain/ranking's unless rules say otherwise. */
	fewest?: number;
	/** The same question under the rules in use, where others were asked for. */
	inUse?: { db: WarehouseDb; scope: Scope; fewest: number } | null;
	/** For a table that names things: in whose words. */
	language?: Language;
	/** For a list of orders: of which number and which part of it, or for which reason they are watched. */
	measureKey?: MeasureKey;
	part?: Part;
	reason?: Reason | null;
	/** For the list of what a check of data quality finds. */
	checkKey?: CheckKey;
};

/** Gives every row a name; null stands for "not stated". */
export const named = <Row extends { name?: string | null }>(row: Row) => ({ ...row, name: row.name ?? null });
