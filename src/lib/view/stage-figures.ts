import type { Figure } from '#lib/components/figure-card.ts';
import { columnsLacking } from '#lib/domain/carried.ts';
import { formatCount, formatDuration } from '#lib/domain/format.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { measures, type DurationKey } from '#queries/measures.ts';
import { inWholeDays, missingColumnReason, type DaysToClosing } from './headline-view.ts';
import { own } from './names.ts';

/** A card per stage: its median, the 90th percentile and the orders behind it. */
export function stageFigures(
	stages: FigureTable,
	carried: Record<string, number>,
	explain: (measure: DurationKey) => string,
	inDays: DaysToClosing
): Figure[] {
	const locale = getLocale();
	return stages.rows.map((row): Figure => {
		const key = row.stage as DurationKey;
		const measure = measures[key];
		const common = { id: key, measure: key, label: own(measure.name), href: explain(key) };
		const [missing] = columnsLacking(measure.needs, carried);
		if (missing) return { ...common, state: 'absent', reason: missingColumnReason(missing) };
		if (key === 'handling-time' && row.n === 0 && inDays.dateOnly > 0) {
			return { ...common, state: 'value', ...inWholeDays(inDays) };
		}
		return {
			...common,
			state: 'value',
			value: formatDuration(row.medianSeconds as number | null, locale),
			base: m.stage_base({
				p90: formatDuration(row.p90Seconds as number | null, locale),
				n: formatCount(row.n as number, locale)
			})
		};
	});
}
