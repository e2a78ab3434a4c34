import { formatCount } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { chartView, type ChartView } from './chart-view.ts';

type VisitCounts = Record<'attempted' | 'reached' | 'valid' | 'contacted' | 'resolved' | 'satisfied', number | null> & {
	closed: number;
};

/** From closed orders to what citizens answered, and what was lost on the way. */
export function visitsChart(visits: VisitCounts, dataCut: string, basis: string[]): ChartView | null {
	if (!visits.attempted) return null;
	const locale = getLocale();
	const steps = [
		['closed', m.column_closed()],
		['attempted', m.column_attempted()],
		['reached', m.column_reached()],
		['valid', m.column_valid()]
	] as const;
	return chartView(
		{
			shape: 'flow-bars',
			rows: steps.flatMap(([id, label]) => (visits[id] === null ? [] : [{ id, label, count: visits[id] }])),
			options: { locale }
		},
		{
			title: m.visits_title({
				attempted: formatCount(visits.attempted, locale),
				valid: formatCount(visits.valid, locale)
			}),
			subtitle: m.visits_subtitle(),
			dataCut,
			basis
		}
	);
}
