import { headline, headlineEarlier, unitsRanked } from '#lib/server/reports/overview.ts';
import { breaksTableOf, seriesBreaks } from '#lib/server/reports/series-breaks.ts';
import { standingsTable } from '#lib/server/reports/ranking-table.ts';
import { tables } from '#lib/server/reports/tables.ts';
import type { Request } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { breakMarks, breakNotes } from '#lib/view/breaks-view.ts';
import { headlineFigures } from '#lib/view/headline-view.ts';
import { statesChart, volumesChart } from '#lib/view/order-charts.ts';
import { own } from '#lib/view/names.ts';
import { overviewAnswers } from '#lib/view/overview-answers.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { funnelChart, outsideChance } from '#lib/view/unit-charts.ts';
import { unknowns } from '#lib/view/unknowns.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { measures, type MeasureKey } from '#queries/measures.ts';
import { asked } from '../asked.server.ts';
import { askHref, behindHref, csvHref, explainHref } from '../links.ts';
import type { PageServerLoad } from './$types.js';

/** What the figures at the top are, besides those that stand in a table too. */
const inFigures = ['handling-time', 'visit-response', 'resolved'] as const satisfies MeasureKey[];

/** Who fell behind, is it noise, and what to ask about. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, series, earlier, request, about, shown, rules } = page;
	const since = earlier.find(({ key, like }) => key === 'before' && like !== null);
	const [now, ranking, behindTable, volumes, states, carried, breaks, movement] = await Promise.all([
		headline(db, scope),
		unitsRanked(db, 'on-time-due', scope, rules.minimumVolume),
		standingsTable(db, { scope, by: 'unit', fewest: rules.minimumVolume }),
		tables.volumes(db, { scope: series, by: 'month' }),
		tables.timeliness(db, { scope: series, by: 'month' }),
		columnsCarried(db).executeTakeFirstOrThrow(),
		seriesBreaks(db, scope),
		since?.like ? tables.movement(db, { scope: since.like.now, by: 'unit', compared: since.like.then }) : null
	]);
	const monthly = { ...request, periodName: null, scope: series };
	const explainMonth = (measure: string, name?: string | null) => explainHref(monthly, measure, 'month', name);
	const explain = (measure: string, name?: string | null) => explainHref(request, measure, 'unit', name);
	const outside = outsideChance(ranking);
	const behind = {
		...behindTable,
		rows: behindTable.rows.filter(({ standing }) => standing === 'far_below' || standing === 'below').toReversed()
	};
	const figures = headlineFigures({
		now,
		earlier: await headlineEarlier(db, now, earlier),
		carried,
		explain: (measure) => explainHref(request, measure)
	});
	const ofUnit = (unit: string): Request => ({ ...request, scope: { ...scope, unit: [unit] } });
	return {
		page: shown,
		foot: { ...shown.foot, definitions: definitionLines(behindTable, volumes, states, ...inFigures) },
		finding:
			ranking.pooledRate === null
				? m.finding_no_deadlines()
				: m.finding_units({ low: outside.low, ranked: outside.ranked, high: outside.high, tooFew: outside.tooFew }),
		answers:
			ranking.pooledRate === null
				? []
				: overviewAnswers({
						ranking,
						movement: movement && since ? { table: movement, name: since.name } : null,
						whole: figures.find(({ id }) => id === 'on-time-due'),
						overdue: now.states.openOverdue,
						links: {
							explain: (unit) => explainHref(ofUnit(unit), 'on-time-due'),
							// Of any day of receipt: what has waited longest was received before the period.
							watch: (unit) => `/watch-list?${new URLSearchParams({ unit })}`,
							behind: (unit) => behindHref(ofUnit(unit), 'on-time-due', 'denominator'),
							overdue: behindHref(request, 'open-overdue', 'numerator'),
							ranking: askHref(request, '/ranking'),
							changes: askHref(request, '/changes')
						}
					}),
		figures,
		funnel: funnelChart(ranking, {
			measureName: own(measures['on-time-due'].name),
			base: own(measures['on-time-due'].denominatorName),
			dataCut: about.data_cut,
			basis: measures['on-time-due'].basis
		}),
		behind: tableView(behind, {
			caption: m.behind_caption(),
			csvHref: csvHref(request, 'ranking'),
			explain,
			empty: m.behind_empty(),
			without: ['unitKind', 'place', 'low', 'high']
		}),
		volumes: volumesChart(volumes, about.data_cut, [measures.received.basis], breakMarks(breaks)),
		volumesTable: tableView(volumes, {
			caption: m.volumes_caption(),
			explain: explainMonth,
			csvHref: csvHref(monthly, 'volumes', { by: 'month' }),
			notes: breakNotes(breaks)
		}),
		states: statesChart(states, 'periods', about.data_cut, [measures['closed-on-time'].basis], breakMarks(breaks)),
		statesTable: tableView(states, {
			caption: m.states_caption(),
			explain: explainMonth,
			csvHref: csvHref(monthly, 'timeliness', { by: 'month' }),
			notes: breakNotes(breaks)
		}),
		breaks: tableView(breaksTableOf(breaks), {
			caption: m.breaks_caption(),
			csvHref: csvHref(request, 'breaks'),
			empty: m.breaks_none()
		}),
		unknowns: unknowns({ states: now.states, handling: now.handling, about })
	};
};
