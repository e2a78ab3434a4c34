import type { Expression } from 'kysely';
import type { Both } from '#lib/domain/languages.ts';
import type { Clock, DayKind } from '../where/clocks.ts';
import type { BasisColumn, Condition, OrdersBuilder } from '../where/tables.ts';
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
	/** The share somebody has promised or prescribed, shown beside the figure; the source says who. */
	target?: number;
};

export type CountMeasure = Definition & {
	type: 'count';
	counted: Condition;
	/** Looks days up in the calendar: dear beside other measures in one reading of the orders. */
	readsCalendar?: true;
	/** Says too much of single people when kept to a part: only ever the whole city's, and never a list of orders. */
	cityLevelOnly?: true;
};

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

/** How much each order has of something that is no time of a stage: a median of the orders that have it. */
export type QuantityMeasure = Definition & {
	type: 'quantity';
	/** What one order has; null where it cannot be known. */
	value: (eb: OrdersBuilder) => Expression<number | null>;
	unit: 'workingDays' | 'days' | 'times';
	counted: Condition;
};

/** One of two things held against each other: a share of its own orders, or their median time. */
export type Side = { name: Both; counted: Condition; numerator?: Condition };

/** What one side has more than the other: shares in percentage points, or medians in seconds. */
export type GapMeasure = Definition & {
	type: 'gap';
	statistic: 'share' | 'median';
	one: Side;
	other: Side;
	/** Of how many orders each side must be at least, to be held against the other. */
	fewest: number;
	/** Also held against each other within each kind of request, weighted by the first side's orders. */
	withinKinds: boolean;
};

/**
 * How many of those who handle orders have done enough of something in the twelve months that end with the period.
 * Says yes or no of each, and never who did more.
 */
export type QuotaMeasure = Definition & {
	type: 'quota';
	/** The orders of those it is asked of. */
	asked: Condition;
	/** Of them, what counts. */
	counted: Condition;
	fewest: number;
	numeratorName: Both;
	denominatorName: Both;
};

/** A sum over a sum of what the counted orders each have some of: dispatches, say, of which an order has one or more. */
export type RatioMeasure = Definition & {
	type: 'ratio';
	counted: Condition;
	/** What one counted order adds to either sum; never null, and the first never more than the second. */
	numerator: Expression<number>;
	denominator: Expression<number>;
	numeratorName: Both;
	denominatorName: Both;
	direction: 'higher is better' | 'lower is better' | 'neither';
};

export type Measure =
	| RateMeasure
	| RatioMeasure
	| CountMeasure
	| DurationMeasure
	| SurvivalMeasure
	| QuantityMeasure
	| GapMeasure
	| QuotaMeasure;
