import { fewestToRank, rankUnits, type Ranking } from '#lib/domain/ranking.ts';
import { caseMixReport } from '#lib/server/reports/case-mix-table.ts';
import { unitsRanked } from '#lib/server/reports/overview.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { mixSentence, movementSentence, rankSentence, tooFewSentence } from '#lib/view/fairness-view.ts';
import { own } from '#lib/view/names.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { funnelChart, outsideChance, rankedChart } from '#lib/view/unit-charts.ts';
import { measures, rateMeasure, type RateKey } from '#queries/measures.ts';
import { asked } from '../asked.server.ts';
import { csvHref, explainHref, sortFrom, sortHref } from '../links.ts';
import type { PageServerLoad } from './$types.js';

/** The rates that say how well a unit answers. */
const rankable = ['on-time-due', 'on-time-closed', 'contacted', 'resolved', 'satisfied'] as const satisfies RateKey[];

/** How the units stand to each other, and how sure that is. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, compared, request, about, shown } = page;
	const key = rankable.find((known) => known === event.url.searchParams.get('measure')) ?? 'on-time-due';
	const measure = rateMeasure(key);
	const [ranking, table, mix, movement] = await Promise.all([
		unitsRanked(db, key, scope),
		tables.ranking(db, { scope, by: 'unit', rateKey: key }),
		caseMixReport(db, key, scope),
		compared && tables.movement(db, { scope, by: 'unit', rateKey: key, compared: compared.scope })
	]);
	const words = {
		measureName: own(measure.name),
		base: own(measure.denominatorName),
		dataCut: about.data_cut,
		basis: measure.basis
	};
	const sort = sortFrom(event.url, 'place');
	const outside = outsideChance(ranking);
	const explain = (of: string, name: string | null | undefined) => explainHref(request, of, 'unit', name);
	const empty = m.ranking_nothing({ measure: words.measureName });
	const link = (value: string) => {
		const query = new URLSearchParams(event.url.searchParams);
		query.set('measure', value);
		query.delete('sort');
		return `${event.url.pathname}?${query}`;
	};
	return {
		page: { ...shown, bar: { ...shown.bar, carried: [{ name: 'measure', value: key }] } },
		foot: { ...shown.foot, definitions: definitionLines(table) },
		finding:
			ranking.pooledRate === null
				? m.ranking_nothing({ measure: words.measureName })
				: m.finding_units_by({
						measure: words.measureName,
						low: outside.low,
						ranked: outside.ranked,
						high: outside.high,
						tooFew: outside.tooFew
					}),
		funnel: funnelChart(ranking, words),
		charts: peerCharts(ranking, words),
		table: tableView(table, {
			caption: m.ranking_caption({ measure: words.measureName, fewest: fewestToRank }),
			csvHref: csvHref(request, 'ranking', { measure: key }),
			explain,
			sort: { ...sort, href: sortHref(event.url, sort) },
			empty
		}),
		rankNotes: [rankSentence(table), tooFewSentence(ranking)].filter((note) => note !== null),
		mix: {
			finding: mixSentence(mix),
			table: tableView(mix.table, {
				caption: m.fair_mix_caption({ measure: words.measureName, fewest: fewestToRank }),
				csvHref: csvHref(request, 'case-mix', { measure: key }),
				explain,
				empty
			}),
			split:
				mix.widest &&
				tableView(mix.widest.split, {
					caption: m.fair_mix_split_caption({
						measure: words.measureName,
						above: mix.widest.above.unit,
						below: mix.widest.below.unit
					})
				})
		},
		movement: compared &&
			movement && {
				title: m.fair_section_movement({ than: compared.name }),
				finding: movementSentence(movement),
				table: tableView(movement, {
					caption: m.fair_movement_caption({
						measure: words.measureName,
						than: compared.name,
						fewest: fewestToRank
					}),
					csvHref: csvHref(request, 'movement', { measure: key }),
					explain,
					empty
				})
			},
		choices: rankable.map((value) => ({ label: own(measures[value].name), href: link(value), current: value === key }))
	};
};

/** Like with like: a picture for each kind of unit that has two or more with a place; one of all where there is one kind. */
function peerCharts(ranking: Ranking, words: Parameters<typeof rankedChart>[1]) {
	const kinds = [...new Set(ranking.units.map(({ unitKind }) => unitKind))].sort();
	if (kinds.length < 2) return [rankedChart(ranking, words)].filter((chart) => chart !== null);
	return kinds.flatMap((kind) => {
		const peers = rankUnits(ranking.units.filter(({ unitKind }) => unitKind === kind));
		if (peers.units.filter(({ place }) => place !== null).length < 2) return [];
		return rankedChart(peers, { ...words, title: m.peers_title({ kind: kind ?? m.not_stated() }) }) ?? [];
	});
}
