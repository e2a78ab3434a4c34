import { peerChoices, type PeerGroup, type Peers } from '#lib/domain/ranking-doubt.ts';
import { caseMixReport } from '#lib/server/reports/case-mix-table.ts';
import { rankingReport } from '#lib/server/reports/ranking-table.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { excludedSentence } from '#lib/view/exclusions-view.ts';
import { mixSentence, movementSentence, rankSentence, tooFewSentence } from '#lib/view/fairness-view.ts';
import { own } from '#lib/view/names.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { funnelChart, outsideChance, rankedChart } from '#lib/view/unit-charts.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { exclusions } from '#queries/exclusions.ts';
import { measures, rateMeasure, type RateKey } from '#queries/measures.ts';
import { asked } from '../asked.server.ts';
import { askHref, csvHref, explainHref, sortFrom, sortHref } from '../links.ts';
import type { PageServerLoad } from './$types.js';

/** The rates that say how well a unit answers. */
const rankable = ['on-time-due', 'on-time-closed', 'contacted', 'resolved', 'satisfied'] as const satisfies RateKey[];

/** How the units stand to each other, or to those of their own kind, and how sure that is. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, earlier, request, about, shown, rules } = page;
	const fewest = rules.minimumVolume;
	const key = rankable.find((known) => known === event.url.searchParams.get('measure')) ?? 'on-time-due';
	const peers = peerChoices.find((known) => known === event.url.searchParams.get('peers')) ?? 'all';
	const measure = rateMeasure(key);
	const [{ groups, table }, mix, movements, excluded, carried] = await Promise.all([
		rankingReport(db, { scope, by: 'unit', rateKey: key, peers, fewest }),
		caseMixReport(db, key, scope, fewest),
		Promise.all(
			earlier.map(({ like }) =>
				like ? tables.movement(db, { scope: like.now, by: 'unit', rateKey: key, compared: like.then, fewest }) : null
			)
		),
		exclusions(db, key, scope).executeTakeFirstOrThrow(),
		columnsCarried(db).executeTakeFirstOrThrow()
	]);
	const words = {
		measureName: own(measure.name),
		base: own(measure.denominatorName),
		dataCut: about.data_cut,
		basis: measure.basis,
		fewest
	};
	const sort = sortFrom(event.url, 'place');
	const units = groups.flatMap(({ ranking }) => ranking.units);
	const outside = outsideChance({ units });
	const explain = (of: string, name: string | null | undefined) => explainHref(request, of, 'unit', name);
	const empty = m.ranking_nothing({ measure: words.measureName });
	const link = (name: string, value: string) => {
		const query = new URLSearchParams(event.url.searchParams);
		query.set(name, value);
		query.delete('sort');
		return `${event.url.pathname}?${query}`;
	};
	const kindName = ({ kind }: PeerGroup) => kind ?? m.not_stated();
	const isGrouped = peers === 'kind' && groups.length > 1;
	return {
		page: {
			...shown,
			bar: {
				...shown.bar,
				carried: [
					{ name: 'measure', value: key },
					{ name: 'peers', value: peers }
				]
			}
		},
		foot: { ...shown.foot, definitions: definitionLines(table) },
		finding:
			units.length === 0
				? empty
				: m.finding_units_by({
						measure: words.measureName,
						low: outside.low,
						ranked: outside.ranked,
						high: outside.high,
						tooFew: outside.tooFew
					}),
		excluded: {
			text: excludedSentence(excluded, carried),
			href: askHref(request, '/exclusions', { measure: key })
		},
		funnel: isGrouped ? null : groups[0] ? funnelChart(groups[0].ranking, words) : null,
		funnels: isGrouped
			? groups.flatMap((group) => funnelChart(group.ranking, { ...words, kind: kindName(group) }) ?? [])
			: [],
		charts: groups.flatMap(({ ranking, kind }) => {
			if (ranking.units.filter(({ place }) => place !== null).length < 2) return [];
			const title = isGrouped ? m.peers_title({ kind: kind ?? m.not_stated() }) : undefined;
			return rankedChart(ranking, { ...words, title }) ?? [];
		}),
		table: tableView(table, {
			caption: m.ranking_caption({ measure: words.measureName, fewest }),
			csvHref: csvHref(request, 'ranking', { measure: key, ...(peers === 'kind' ? { peers } : {}) }),
			explain,
			// Within groups a place says nothing without its group: the table stays in the order of the groups.
			sort: isGrouped && !event.url.searchParams.has('sort') ? undefined : { ...sort, href: sortHref(event.url, sort) },
			empty
		}),
		rankNotes: [
			peers === 'kind' && !isGrouped && m.peers_one_kind(),
			isGrouped && m.peers_guide(),
			!isGrouped && rankSentence(table),
			m.peers_tier_guide(),
			tooFewSentence(units, fewest)
		].filter((note): note is string => typeof note === 'string'),
		mix: {
			finding: mixSentence(mix),
			table: tableView(mix.table, {
				caption: m.fair_mix_caption({ measure: words.measureName, fewest }),
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
		movements: earlier.flatMap(({ key: against, name, scope: then }, place) => {
			const movement = movements[place];
			// The year before a year is the period before it.
			if (!movement || (place > 0 && then.period.from === earlier[0]!.scope.period.from)) return [];
			const caption = m.fair_movement_caption({ measure: words.measureName, than: name, fewest });
			const href = csvHref(request, 'movement', { measure: key, compare: against });
			const view = tableView(movement, { caption, csvHref: href, explain, empty });
			return {
				title: m.fair_section_movement({ than: name }),
				finding: movementSentence(movement),
				table: { ...view, id: `movement-${against}` }
			};
		}),
		choices: rankable.map((value) => ({
			label: own(measures[value].name),
			href: link('measure', value),
			current: value === key
		})),
		peerChoices: peerChoices.map((value) => ({
			label: peersName[value](),
			href: link('peers', value),
			current: value === peers
		}))
	};
};

const peersName: Record<Peers, () => string> = { all: m.peers_all, kind: m.peers_kind };
