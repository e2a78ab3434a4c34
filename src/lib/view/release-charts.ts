import { formatDateTime } from '#lib/domain/format.ts';
import { rankUnits, type Ranking, type Standing } from '#lib/domain/ranking.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { chartView, type ChartView } from './chart-view.ts';
import { rowName } from './names.ts';
import { basisOf, nameOf } from './release-figures.ts';
import { releaseName } from './release-names.ts';
import { shareOf } from './released-cells.ts';
import { funnelChart } from './unit-charts.ts';

const locale = () => getLocale();
const isBelow = (standing: unknown) => standing === 'far_below';
const isAbove = (standing: unknown) => standing === 'far_above';

/** Every picture of a release says which release it is made of. */
export function ofRelease<View extends ChartView | null>(view: View, { ref, manifest }: Release): View {
	const caption = m.release_chart_caption({
		release: releaseName(ref),
		cut: formatDateTime(manifest.dataCut, locale()),
		roundTo: manifest.disclosure.roundTo
	});
	return view && { ...view, caption };
}

const marks: Record<Standing, 'outside_low' | 'outside_high' | 'inside' | 'too_few'> = {
	far_below: 'outside_low',
	below: 'inside',
	inside: 'inside',
	above: 'inside',
	far_above: 'outside_high',
	too_few: 'too_few'
};

/** Districts by their on-time rate, best first, against the whole. */
export function districtsChart(release: Release): ChartView | null {
	const table = release.tables['on-time-by-district'];
	const shares = (table?.rows ?? []).flatMap((row) => {
		const share = shareOf(row.dueNumerator, row.dueDenominator);
		return share && row.name !== null
			? [{ ...share, unit: rowName(String(row.name), 'district'), unitKind: null }]
			: [];
	});
	const whole = shareOf(table?.total?.dueNumerator, table?.total?.dueDenominator);
	if (shares.length < 2 || whole === null) return null;
	const { units } = rankUnits(shares);
	const low = units.filter(({ standing }) => isBelow(standing)).length;
	const high = units.filter(({ standing }) => isAbove(standing)).length;
	const view = chartView(
		{
			shape: 'ranked-dots',
			rows: units.map(({ unit, rate, standing, ...row }) => ({
				...row,
				id: unit,
				label: unit,
				value: rate,
				state: marks[standing]
			})),
			options: {
				locale: locale(),
				kind: 'rate',
				pooled: { value: whole.numerator / whole.denominator, label: m.release_whole() }
			}
		},
		{
			title:
				low + high === 0 ? m.release_districts_alike() : m.release_districts_differ({ low, high, all: units.length }),
			subtitle: m.release_districts_subtitle({ measure: nameOf(release, 'on-time-due') }),
			dataCut: release.manifest.dataCut,
			basis: basisOf(release, 'on-time-due')
		}
	);
	return ofRelease(view, release);
}

/** Units of unequal volume against the whole; what the released table says of each is what is counted. */
export function unitsChart(release: Release): ChartView | null {
	const rows = release.tables.ranking?.rows ?? [];
	const ranking: Ranking = rankUnits(
		rows.flatMap((row) => {
			const share = shareOf(row.numerator, row.denominator);
			return share ? [{ ...share, unit: String(row.unit), unitKind: null }] : [];
		})
	);
	const view = funnelChart(ranking, {
		measureName: nameOf(release, 'on-time-due'),
		base: m.release_axis_due(),
		dataCut: release.manifest.dataCut,
		basis: basisOf(release, 'on-time-due')[0] ?? ''
	});
	if (view === null) return null;
	const title = unitsFinding(release);
	return ofRelease({ ...view, title, summary: `${title} ${view.subtitle}` }, release);
}

/** How many units lie outside chance, of how many that can be compared; the same count for title and text. */
export function unitsFinding({ tables }: Release): string {
	const standings = (tables.ranking?.rows ?? []).map(({ standing }) => standing);
	const compared = standings.filter((standing) => standing !== 'too_few' && standing !== 'hidden');
	return m.funnel_title({
		ranked: compared.length,
		low: compared.filter(isBelow).length,
		high: compared.filter(isAbove).length
	});
}
