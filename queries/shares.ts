import type { Scope } from '#lib/domain/scope.ts';
import { measures, type CountKey, type MeasureKey, type RateKey } from './measures.ts';
import type { Measure } from './measures/definition.ts';
import { mayAsk } from './where/city-level.ts';
import { both } from './where/conditions.ts';
import { inScope } from './where/in-scope.ts';
import type { BasisColumn, Db } from './where/tables.ts';

/** The rates and counts that are counted on one basis date, but those that look days up in the calendar. */
export const sharesOn = (basis: BasisColumn): (RateKey | CountKey)[] =>
	(Object.keys(measures) as MeasureKey[]).filter((key): key is RateKey | CountKey => {
		const measure: Measure = measures[key];
		if (measure.basis !== basis) return false;
		return measure.type === 'rate' || (measure.type === 'count' && !measure.readsCalendar);
	});

/**
 * What do all rates and counts of one basis date come to? One row with `numerator KEY` and `denominator KEY` of each, in
 * one reading of the orders; a count's two are the same. What may not be asked of a part of the city is left out.
 */
export function shares(db: Db, basis: BasisColumn, scope: Scope) {
	return db
		.selectFrom('orders')
		.where((eb) => inScope(eb, scope, basis))
		.select((eb) =>
			sharesOn(basis)
				.filter((key) => mayAsk(measures[key], scope))
				.flatMap((key) => {
					const measure: Measure = measures[key];
					if (measure.type !== 'rate' && measure.type !== 'count') return [];
					const counted = measure.type === 'rate' ? measure.denominator : measure.counted;
					const kept = measure.type === 'rate' ? both(counted, measure.numerator) : counted;
					return [
						eb.fn.countAll<number>().filterWhere(kept).as(`numerator ${key}`),
						eb.fn.countAll<number>().filterWhere(counted).as(`denominator ${key}`)
					];
				})
		);
}
