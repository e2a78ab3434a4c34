import type { FunnelRow } from '#lib/charts/funnel-plot.ts';
import type { RankedRow } from '#lib/charts/ranked-dots.ts';
import { fewestToRank, type RankedUnit, type Ranking, type Standing } from '#lib/domain/ranking.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { chartView, type ChartView } from './chart-view.ts';

/** How many units lie beyond the 99.8 % limits on either side, of how many that can be ranked. */
export function outsideChance({ units }: Ranking) {
	const ranked = units.filter(({ place }) => place !== null);
	return {
		low: ranked.filter(({ standing }) => standing === 'far_below').length,
		high: ranked.filter(({ standing }) => standing === 'far_above').length,
		ranked: ranked.length,
		tooFew: units.length - ranked.length
	};
}

const states: Record<Standing, NonNullable<RankedRow['state']>> = {
	far_below: 'outside_low',
	below: 'inside',
	inside: 'inside',
	above: 'inside',
	far_above: 'outside_high',
	too_few: 'too_few'
};

type About = { measureName: string; base: string; dataCut: string; basis: string };

/** Units of unequal volume against the whole: the default picture of a ranking. */
export function funnelChart(ranking: Ranking, about: About): ChartView | null {
	if (ranking.pooledRate === null) return null;
	const rows: FunnelRow[] = ranking.units.map(({ unit, numerator, denominator, standing }) => ({
		id: unit,
		label: unit,
		numerator,
		denominator,
		state: states[standing]
	}));
	const { low, high, ranked } = outsideChance(ranking);
	const widened = ranking.dispersion > 1 ? m.funnel_widened({ factor: Math.sqrt(ranking.dispersion).toFixed(1) }) : '';
	return chartView(
		{
			shape: 'funnel-plot',
			rows,
			options: {
				locale: getLocale(),
				pooled: { value: ranking.pooledRate },
				overdispersion: ranking.dispersion,
				volume: about.base
			}
		},
		{
			title: m.funnel_title({ low, high, ranked }),
			subtitle: `${about.measureName}${m.sentence_gap()}${m.funnel_subtitle()}${widened}`,
			dataCut: about.dataCut,
			basis: [about.basis]
		}
	);
}

/** Units with places as dots with their intervals, best first; those with too few orders are not drawn but named. */
export function rankedChart(ranking: Ranking, about: About & { title?: string }): ChartView | null {
	const ranked = ranking.units.filter(({ place }) => place !== null);
	if (ranking.pooledRate === null || ranked.length === 0) return null;
	return chartView(
		{
			shape: 'ranked-dots',
			rows: ranked.map(rankedRow),
			options: { locale: getLocale(), kind: 'rate', pooled: { value: ranking.pooledRate } }
		},
		{
			title: about.title ?? m.ranked_title({ ranked: ranked.length }),
			subtitle: m.ranked_subtitle({ measure: about.measureName, fewest: fewestToRank }),
			dataCut: about.dataCut,
			basis: [about.basis]
		}
	);
}

const rankedRow = ({ unit, rate, low, high, numerator, denominator, standing }: RankedUnit): RankedRow => ({
	id: unit,
	label: unit,
	value: rate,
	low,
	high,
	numerator,
	denominator,
	state: states[standing]
});
