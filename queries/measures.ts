import { acceptedMeasures } from './measures/accepted.ts';
import type { BesideMeasure, CallMeasure, PlaceMeasure } from './measures/beside-orders.ts';
import { callCareMeasures } from './measures/call-care.ts';
import { answeringMeasures } from './measures/calls.ts';
import { deadlineMeasures } from './measures/deadlines.ts';
import type {
	CountMeasure,
	DurationMeasure,
	GapMeasure,
	QuantityMeasure,
	QuotaMeasure,
	RateMeasure,
	RatioMeasure,
	SurvivalMeasure
} from './measures/definition.ts';
import { dispatchMeasures } from './measures/dispatching.ts';
import { extensionMeasures } from './measures/extensions.ts';
import { groupMeasures } from './measures/groups.ts';
import { lineMeasures } from './measures/lines.ts';
import { openOrderMeasures } from './measures/open-orders.ts';
import { outcomeMeasures } from './measures/outcome.ts';
import { placeMeasures } from './measures/places.ts';
import { qualityMeasures } from './measures/quality.ts';
import { returnVisitMeasures } from './measures/return-visits.ts';
import { stageDayMeasures } from './measures/stage-days.ts';
import { takingUpMeasures } from './measures/taking-up.ts';
import { timelinessMeasures } from './measures/timeliness.ts';
import { timeMeasures } from './measures/times.ts';
import { visitDrawMeasures } from './measures/visit-draw.ts';
import { visitPairMeasures } from './measures/visit-pairs.ts';
import { volumeMeasures } from './measures/volumes.ts';
import type { Clock, DayKind } from './where/clocks.ts';

export type { BesideMeasure, CallMeasure, PlaceMeasure } from './measures/beside-orders.ts';
export type {
	CountMeasure,
	DurationMeasure,
	GapMeasure,
	Measure,
	QuantityMeasure,
	QuotaMeasure,
	RateMeasure,
	RatioMeasure,
	SurvivalMeasure
} from './measures/definition.ts';

/** The measures of orders by what they are about, in the order a reader meets them. */
export const measureThemes = {
	volumes: { ...volumeMeasures, ...acceptedMeasures },
	dispatching: { ...dispatchMeasures, ...takingUpMeasures },
	timeliness: { ...timelinessMeasures, ...deadlineMeasures, ...extensionMeasures },
	times: { ...timeMeasures, ...stageDayMeasures, ...openOrderMeasures },
	visits: { ...returnVisitMeasures, ...outcomeMeasures, ...visitPairMeasures, ...visitDrawMeasures },
	quality: qualityMeasures,
	groups: groupMeasures,
	lines: lineMeasures
} as const;
export type Theme = keyof typeof measureThemes;

/** The one definition of every measure of orders. Queries, pages, exports, explanations and releases read it from here. */
export const measures = {
	...measureThemes.volumes,
	...measureThemes.dispatching,
	...measureThemes.timeliness,
	...measureThemes.times,
	...measureThemes.visits,
	...measureThemes.quality,
	...measureThemes.groups,
	...measureThemes.lines
} as const;

export type MeasureKey = keyof typeof measures;
type KeysOf<Type> = { [Key in MeasureKey]: (typeof measures)[Key]['type'] extends Type ? Key : never }[MeasureKey];
export type RateKey = KeysOf<'rate'>;
export type RatioKey = KeysOf<'ratio'>;
export type DurationKey = KeysOf<'duration'>;
export type CountKey = KeysOf<'count'>;
export type SurvivalKey = KeysOf<'survival'>;
export type QuantityKey = KeysOf<'quantity'>;
export type GapKey = KeysOf<'gap'>;
export type QuotaKey = KeysOf<'quota'>;

export const rateMeasure = (key: RateKey): RateMeasure => measures[key];
export const ratioMeasure = (key: RatioKey): RatioMeasure => measures[key];
export const countMeasure = (key: CountKey): CountMeasure => measures[key];
export const durationMeasure = (key: DurationKey): DurationMeasure => measures[key];
export const survivalMeasure = (key: SurvivalKey): SurvivalMeasure => measures[key];
export const quantityMeasure = (key: QuantityKey): QuantityMeasure => measures[key];
export const gapMeasure = (key: GapKey): GapMeasure => measures[key];
export const quotaMeasure = (key: QuotaKey): QuotaMeasure => measures[key];
/** Which measure counts the open orders, by clock and days. */
export const survivalKeys = {
	citizen: { clock: 'handling-survival', working: 'handling-survival-working' },
	unit: { clock: 'unit-survival', working: 'unit-survival-working' }
} as const satisfies Record<Clock, Record<DayKind, SurvivalKey>>;
export const isMeasureKey = (key: string): key is MeasureKey => Object.hasOwn(measures, key);

const callMeasures = { ...answeringMeasures, ...callCareMeasures } as const;

/** The measures that are counted from calls, from residents and seats, or from nothing that Duban reads yet. */
export const besideOrders = { ...callMeasures, ...placeMeasures } as const;
export type BesideKey = keyof typeof besideOrders;
export type CallKey = keyof typeof callMeasures;
export type PlaceKey = {
	[Key in keyof typeof placeMeasures]: (typeof placeMeasures)[Key]['type'] extends 'places' ? Key : never;
}[keyof typeof placeMeasures];
export const isBesideKey = (key: string): key is BesideKey => Object.hasOwn(besideOrders, key);
export const besideMeasure = (key: BesideKey): BesideMeasure => besideOrders[key];
export const callMeasure = (key: CallKey): CallMeasure => callMeasures[key];
export const placeMeasure = (key: PlaceKey): PlaceMeasure => placeMeasures[key];
