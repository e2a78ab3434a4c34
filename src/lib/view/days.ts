import { formatCount, formatDuration } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Measure } from '#queries/measures.ts';

/** A time of a curve in its measure's days: of the clock down to hours, worked ones whole; or that it was not reached. */
export function daysText(days: number | null, measure: Measure): string {
	if (days === null) return m.open_not_reached();
	if (measure.type !== 'survival' || measure.days === 'clock') return formatDuration(days * 86_400, getLocale());
	return m.open_in_working_days({ value: formatCount(Math.round(days * 10) / 10, getLocale()) });
}
