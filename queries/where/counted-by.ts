import { dimensions, filterDimensions, type Dimension, type FilterDimension, type Scope } from '#lib/domain/scope.ts';
import type { BesideMeasure } from '../measures/beside-orders.ts';
import type { Measure } from '../measures/definition.ts';
import { callDimensions, callFilters, type CallDimension } from './call-days.ts';
import { isCityLevelOnly } from './city-level.ts';

/** What a measure of orders may be counted by: the city's own by nothing, one of a year's handlers by no month. */
export const dimensionsOf = (measure: Measure): Dimension[] =>
	isCityLevelOnly(measure) ? [] : dimensions.filter((dimension) => measure.type !== 'quota' || dimension !== 'month');

/** The dimensions of what is counted beside orders. */
export type BesideDimension = CallDimension | 'district';

/** What a measure of calls or residents may be counted by; what no file carries by nothing. */
export function besideDimensionsOf({ type }: BesideMeasure): readonly BesideDimension[] {
	if (type === 'calls') return callDimensions;
	return type === 'places' ? ['district'] : [];
}

/** What it may be kept to beside a period: seats and staff by district only, orders for so many residents by all. */
export function besideFiltersOf(measure: BesideMeasure): readonly FilterDimension[] {
	if (measure.type === 'calls') return callFilters;
	return measure.type === 'places' && measure.counted !== 'orders' ? ['district'] : filterDimensions;
}

/** The dimensions a scope is kept to of which such a measure knows nothing; with one of them it has no answer. */
export const filtersNotKnown = (measure: BesideMeasure, scope: Scope): FilterDimension[] =>
	filterDimensions.filter((dimension) => scope[dimension].length > 0 && !besideFiltersOf(measure).includes(dimension));
