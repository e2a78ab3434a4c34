import { measures, type MeasureKey } from '../measures.ts';
import { isTimed } from './clocks.ts';
import { both } from './conditions.ts';
import type { Condition } from './tables.ts';

/**
 * A rate is made of two sets of orders; a time of those that have one (numerator) out of all that were counted
 * (denominator); a count of one set, whichever part is asked for.
 */
export const parts = ['numerator', 'denominator'] as const;
export type Part = (typeof parts)[number];

/** The orders behind a part of a measure: the very conditions that the figure itself is counted with. */
export function behind(key: MeasureKey, part: Part): Condition {
	const measure = measures[key];
	if (measure.type === 'count') return measure.counted;
	if (measure.type === 'rate')
		return part === 'numerator' ? both(measure.denominator, measure.numerator) : measure.denominator;
	if (measure.type === 'survival')
		return part === 'numerator' ? both(measure.counted, () => isTimed(measure.clock, measure.days)) : measure.counted;
	return part === 'numerator' ? both(measure.counted, (eb) => eb(measure.seconds, '>=', 0)) : measure.counted;
}
