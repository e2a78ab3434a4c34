import type { TimeRow } from '#lib/charts/line-over-time.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { chartView, type ChartView } from './chart-view.ts';
import { comparedCells, comparedName, type ComparedBy, type ComparedMeasure } from './compare-series.ts';
import { countsSentence, standsSentence } from './compare-words.ts';
import { basisOf } from './release-figures.ts';
import { namedPeriodName } from './period-names.ts';
import { count, shareOf } from './released-cells.ts';

/** A measure over the months released; null where fewer than two months have a figure. */
export function compareChart(
	months: Release[],
	measure: ComparedMeasure,
	by: ComparedBy,
	names: string[],
	roundTo: number
): ChartView | null {
	const rows = months.toReversed().flatMap((release) =>
		comparedCells(release, measure, by, names)
			// The whole's volume would press every row's line on to the axis.
			.filter(({ name }) => name !== null || measure !== 'received')
			.map(({ name, numerator, denominator }): TimeRow => {
				const point = { period: release.ref.period, series: name ?? m.compare_whole() };
				if (denominator === undefined) return { ...point, value: count(numerator) };
				const share = shareOf(numerator, denominator);
				return share ? { ...point, value: share.numerator / share.denominator, ...share } : { ...point, value: null };
			})
	);
	const known = new Set(rows.filter(({ value }) => value !== null).map(({ period }) => period));
	const [newest] = months;
	if (known.size < 2 || !newest) return null;
	const latest = comparedCells(newest, measure, by, names);
	const view = chartView(
		{
			shape: 'line-over-time',
			rows,
			options: {
				locale: getLocale(),
				kind: measure === 'received' ? 'count' : 'rate',
				order: measure === 'received' ? names : [...names, m.compare_whole()]
			}
		},
		{
			title: m.compare_chart_title({
				period: namedPeriodName(newest.ref.period),
				stands: measure === 'received' ? countsSentence(latest) : standsSentence(newest, latest)
			}),
			subtitle: m.compare_chart_subtitle({ measure: comparedName(newest, measure) }),
			dataCut: newest.manifest.dataCut,
			basis: basisOf(newest, measure)
		}
	);
	return { ...view, caption: m.compare_chart_caption({ roundTo }) };
}
