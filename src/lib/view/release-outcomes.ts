import type { StateRow } from '#lib/charts/stacked-states.ts';
import { formatRate } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { chartView, type ChartView } from './chart-view.ts';
import { stateKeys, stateName } from './names.ts';
import { volumesChart as monthsReceived } from './order-charts.ts';
import { ofRelease } from './release-charts.ts';
import { basisOf, totalsOf } from './release-figures.ts';
import { count } from './released-cells.ts';
import { visitsChart } from './visits-chart.ts';

const stateColors = { closedOnTime: 1, closedLate: 2, openWithin: 3, openOverdue: 4, unknown: 7 } as const;

/** What became of the orders of each district; a state that is hidden is not drawn. */
export function outcomesChart(release: Release): ChartView | null {
	const table = release.tables['timeliness-by-district'];
	const rows: StateRow[] = (table?.rows ?? []).flatMap((row) =>
		row.name === null
			? []
			: stateKeys.map((state) => ({ group: String(row.name), state, count: count(row[state]) ?? 0 }))
	);
	const used = stateKeys.filter((state) => rows.some((row) => row.state === state && row.count > 0));
	if (used.length === 0) return null;
	const whole = totalsOf(release).states;
	const [onTime, total] = [count(whole.closedOnTime), count(whole.total)];
	const view = chartView(
		{
			shape: 'stacked-states',
			rows,
			options: {
				locale: getLocale(),
				groups: 'units',
				as: 'count',
				states: used.map((id) => ({
					id,
					label: stateName(id),
					color: stateColors[id],
					open: id === 'openWithin' || id === 'openOverdue'
				}))
			}
		},
		{
			title:
				onTime !== null && total
					? m.release_outcomes_title({ share: formatRate(onTime, total) })
					: m.release_section_outcomes(),
			subtitle: m.release_outcomes_subtitle(),
			dataCut: release.manifest.dataCut,
			basis: basisOf(release, 'closed-on-time', 'open-overdue')
		}
	);
	return ofRelease(view, release);
}

/** From closed orders to valid answers. */
export function answersChart(release: Release): ChartView | null {
	const { visits } = totalsOf(release);
	const counts = Object.fromEntries(
		(['attempted', 'reached', 'valid', 'contacted', 'resolved', 'satisfied'] as const).map((key) => [
			key,
			count(visits[key])
		])
	) as Record<'attempted' | 'reached' | 'valid' | 'contacted' | 'resolved' | 'satisfied', number | null>;
	const { dataCut } = release.manifest;
	const basis = basisOf(release, 'visit-coverage', 'visit-response');
	return ofRelease(visitsChart({ ...counts, closed: count(visits.closed) ?? 0 }, dataCut, basis), release);
}

/** Orders received in each month of a quarter. */
export function volumesChart(release: Release): ChartView | null {
	const table = release.tables['volumes-by-month'];
	const basis = basisOf(release, 'received');
	return table ? ofRelease(monthsReceived(table, release.manifest.dataCut, basis), release) : null;
}
