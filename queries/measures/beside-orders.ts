import type { Both } from '#lib/domain/languages.ts';
import type { CallDaysTable, PlacesTable } from '#lib/server/warehouse/schema.ts';

/** What every measure says of itself that is counted from something other than orders. */
type Definition = {
	id: string;
	name: Both;
	formula: Both;
	leftOut: Both;
	source: string;
	/** Columns of a daily call summary, or of the list of places; a call log gives the same sums. */
	needs: readonly (CallColumn | PlaceColumn)[];
};

export type CallColumn = Exclude<keyof CallDaysTable, 'day' | 'line'>;
export type PlaceColumn = Exclude<keyof PlacesTable, 'district' | 'valid_from'>;

/** A sum of calls over a sum of calls, or seconds over calls. */
export type CallMeasure = Definition & {
	type: 'calls';
	gives: 'share' | 'seconds';
	/** Summed over the days of the period. */
	numerator: readonly CallColumn[];
	denominator: { of: readonly CallColumn[]; without?: readonly CallColumn[] };
	numeratorName: Both;
	denominatorName: Both;
	direction: 'higher is better' | 'lower is better' | 'neither';
	/** Only of lines whose name holds this number. */
	line?: string;
	target?: number;
};

/** Something counted for each so many residents. */
export type PlaceMeasure = Definition & {
	type: 'places';
	counted: 'orders' | 'seats' | 'staff';
	/** For each so many residents. */
	residents: number;
};

/** In the field's catalogue, and in no file that Duban reads. */
export type UncarriedMeasure = Definition & { type: 'uncarried'; input: Both };

export type BesideMeasure = CallMeasure | PlaceMeasure | UncarriedMeasure;
