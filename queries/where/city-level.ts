import { filterDimensions, type Dimension, type Scope } from '#lib/domain/scope.ts';
import type { Measure } from '../measures/definition.ts';

/** Thrown where a measure that is the city's alone is asked of a part of it. */
export class CityLevelOnly extends Error {
	constructor(id: string) {
		super(`${id} is counted for the whole city only: never by a dimension, a filter or order by order`);
		this.name = 'CityLevelOnly';
	}
}

export const isCityLevelOnly = (measure: Measure): boolean =>
	measure.type === 'count' && measure.cityLevelOnly === true;

/** Whether a measure may be asked like this. */
export const mayAsk = (measure: Measure, scope: Scope, by?: Dimension): boolean =>
	!isCityLevelOnly(measure) ||
	(by === undefined && filterDimensions.every((dimension) => scope[dimension].length === 0));

/** Refuses what says too much of single people. */
export function requireCityLevel(measure: Measure, scope: Scope, by?: Dimension): void {
	if (!mayAsk(measure, scope, by)) throw new CityLevelOnly(measure.id);
}
