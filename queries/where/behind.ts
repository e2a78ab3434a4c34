import type { Scope } from '#lib/domain/scope.ts';
import { measures, type MeasureKey } from '../measures.ts';
import type { Measure } from '../measures/definition.ts';
import { CityLevelOnly, isCityLevelOnly } from './city-level.ts';
import { isTimed } from './clocks.ts';
import { both } from './conditions.ts';
import { inScope, inYearTo } from './in-scope.ts';
import type { Condition } from './tables.ts';

/**
 * A rate is made of two sets of orders; a time or quantity of those that have one (numerator) out of all that were
, or that add to the upper sum of a ratio, out of all that were
 * counted (denominator); a gap of two sides, the first and the other; a count of one set, whichever part is asked for.
 */
export const parts = ['numerator', 'denominator'] as const;
export type Part = (typeof parts)[number];

/** The orders behind a part of a measure: the very conditions that the figure itself is counted with. */
export function behind(key: MeasureKey, part: Part): Condition {
	const measure: Measure = measures[key];
	if (isCityLevelOnly(measure)) throw new CityLevelOnly(measure.id);
	const isNumerator = part === 'numerator';
	switch (measure.type) {
		case 'count':
			return measure.counted;
		case 'rate':
			return isNumerator ? both(measure.denominator, measure.numerator) : measure.denominator;
		case 'ratio':
			return isNumerator ? both(measure.counted, (eb) => eb(measure.numerator, '>', 0)) : measure.counted;
		case 'gap':
			return isNumerator ? measure.one.counted : measure.other.counted;
		case 'quota':
			return isNumerator ? measure.counted : measure.asked;
		case 'quantity':
			return isNumerator ? both(measure.counted, (eb) => eb(measure.value(eb), 'is not', null)) : measure.counted;
		case 'survival':
			return isNumerator ? both(measure.counted, () => isTimed(measure.clock, measure.days)) : measure.counted;
		case 'duration':
			return isNumerator ? both(measure.counted, (eb) => eb(measure.seconds, '>=', 0)) : measure.counted;
	}
}

/** The orders a measure is asked of: of the period, or of the twelve months to its end where it is a quota of a year. */
export const askedOf =
	(key: MeasureKey, scope: Scope): Condition =>
	(eb) => {
		const { type, basis } = measures[key];
		return type === 'quota' ? inYearTo(eb, scope, basis) : inScope(eb, scope, basis);
	};
