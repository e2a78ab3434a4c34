import type { Both } from '#lib/domain/languages.ts';
import type { Clock, DayKind } from '../where/clocks.ts';
import type { BasisColumn, Condition } from '../where/tables.ts';
import type { OrdersTable } from '#lib/server/warehouse/schema.ts';

/** What every measure says of itself. */
type Definition = {
	/** The id used in the field's catalogue; stands beside every figure. */
	id: string;
	name: Both;
	/** The formula in words, made of the same conditions as the query. */
	formula: Both;
	/** What is left out, and what unknown counts as. */
	leftOut: Both;
	/** The day an order counts on. */
	basis: BasisColumn;
	/** Where the formula comes from. */
	source: string;
	/** Columns an export must carry; a figure whose column is empty everywhere is "not in these exports". */
	needs: (keyof OrdersTable)[];
};

export type RateMeasure = Definition & {
	type: 'rate';
	numerator: Condition;
	denominator: Condition;
	numeratorName: Both;
	denominatorName: Both;
	direction: 'higher is better' | 'lower is better' | 'neither';
};

export type CountMeasure = Definition & { type: 'count'; counted: Condition };

export type DurationMeasure = Definition & {
	type: 'duration';
	/** Seconds from `start` to `stop`. */
	seconds: 'dispatch_seconds' | 'sign_seconds' | 'first_contact_seconds' | 'handling_seconds';
	start: Both;
	stop: Both;
	counted: Condition;
};

/** A time until something happens, of which some orders have not seen the end. */
export type SurvivalMeasure = Definition & {
	type: 'survival';
	clock: Clock;
	days: DayKind;
	start: Both;
	stop: Both;
	counted: Condition;
};

export type Measure = RateMeasure | CountMeasure | DurationMeasure | SurvivalMeasure;
