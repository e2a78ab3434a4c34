import { columnsLacking, type Carried } from '#lib/domain/carried.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { besideMeasure, measures, type BesideKey, type MeasureKey } from '#queries/measures.ts';
import { isCityLevelOnly, mayAsk } from '#queries/where/city-level.ts';
import { filtersNotKnown } from '#queries/where/counted-by.ts';
import { columnName } from './column-names.ts';
import { own } from './names.ts';

/** What a measure of orders lacks, in a sentence; null where it can be told. Never a 0 in place of "not known". */
export function missingText(key: MeasureKey, carried: Carried, scope: Scope): string | null {
	const measure = measures[key];
	if (isCityLevelOnly(measure) && !mayAsk(measure, scope)) return m.catalogue_city_only();
	const lacking = columnsLacking(measure.needs, carried);
	return lacking.length === 0 ? null : m.catalogue_missing({ columns: lacking.map(columnName).join(m.away_comma()) });
}

const callColumns: Record<string, () => string> = {
	incoming: m.catalogue_column_incoming,
	offered: m.catalogue_column_offered,
	answered: m.catalogue_column_answered,
	answered_in_15: m.catalogue_column_answered_in_15,
	self_served: m.catalogue_column_self_served,
	abandoned: m.catalogue_column_abandoned,
	abandoned_soon: m.catalogue_column_abandoned_soon,
	wait_seconds: m.catalogue_column_wait_seconds,
	talk_seconds: m.catalogue_column_talk_seconds,
	after_call_seconds: m.catalogue_column_after_call_seconds,
	texts: m.catalogue_column_texts,
	texts_in_3_minutes: m.catalogue_column_texts_in_3_minutes,
	letters: m.catalogue_column_letters,
	letters_in_24_hours: m.catalogue_column_letters_in_24_hours,
	rated: m.catalogue_column_rated,
	rated_satisfied: m.catalogue_column_rated_satisfied,
	quality_checked: m.catalogue_column_quality_checked,
	residents: m.catalogue_column_residents,
	seats: m.catalogue_column_seats,
	staff: m.catalogue_column_staff
};

/** A number of a call summary or of the list of places, in the reader's words. */
export const besideColumnName = (column: string): string => callColumns[column]?.() ?? column;

/** The same of a measure that is not of orders: which file it takes, and which numbers in it. */
export function besideMissingText(key: BesideKey, carried: Carried, scope: Scope): string | null {
	const measure = besideMeasure(key);
	if (measure.type === 'uncarried') return m.catalogue_uncarried({ input: own(measure.input) });
	if (filtersNotKnown(measure, scope).length > 0)
		return measure.type === 'calls' ? m.catalogue_no_calls_here() : m.asking_places_by_district();
	const lacking = columnsLacking<string>(measure.needs, carried).map(besideColumnName);
	if (lacking.length === 0) return null;
	const columns = lacking.join(m.away_comma());
	return measure.type === 'calls' ? m.catalogue_missing_calls({ columns }) : m.catalogue_missing_places({ columns });
}
