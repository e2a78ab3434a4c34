import type { CountMeasure, DurationMeasure, RateMeasure, SurvivalMeasure } from './measures/definition.ts';
import { openOrderMeasures } from './measures/open-orders.ts';
import { returnVisitMeasures } from './measures/return-visits.ts';
import { timelinessMeasures } from './measures/timeliness.ts';
import { timeMeasures } from './measures/times.ts';
import { visitDrawMeasures } from './measures/visit-draw.ts';
import { visitPairMeasures } from './measures/visit-pairs.ts';
import { volumeMeasures } from './measures/volumes.ts';
import type { Clock, DayKind } from './where/clocks.ts';

export type { CountMeasure, DurationMeasure, Measure, RateMeasure, SurvivalMeasure } from './measures/definition.ts';

/** The one definition of every measure. Queries, pages, exports, explanations and releases read it from here. */
export const measures = {
	...volumeMeasures,
	...timelinessMeasures,
	...timeMeasures,
	...openOrderMeasures,
	...returnVisitMeasures,
	...visitPairMeasures,
	...visitDrawMeasures
} as const;

export type MeasureKey = keyof typeof measures;
type KeysOf<Type> = { [Key in MeasureKey]: (typeof measures)[Key]['type'] extends Type ? Key : never }[MeasureKey];
export type RateKey = KeysOf<'rate'>;
export type DurationKey = KeysOf<'duration'>;
export type CountKey = KeysOf<'count'>;
export type SurvivalKey = KeysOf<'survival'>;

export const rateMeasure = (key: RateKey): RateMeasure => measures[key];
export const countMeasure = (key: CountKey): CountMeasure => measures[key];
export const durationMeasure = (key: DurationKey): DurationMeasure => measures[key];
export const survivalMeasure = (key: SurvivalKey): SurvivalMeasure => measures[key];
/** Which measure counts the open orders, by clock and days. */
export const survivalKeys = {
	citizen: { clock: 'handling-survival', working: 'handling-survival-working' },
	unit: { clock: 'unit-survival', working: 'unit-survival-working' }
} as const satisfies Record<Clock, Record<DayKind, SurvivalKey>>;
export const isMeasureKey = (key: string): key is MeasureKey => Object.hasOwn(measures, key);
