import { headline, unitsRanked } from '#lib/server/reports/overview.ts';
import { standingsTable } from '#lib/server/reports/ranking-table.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { yearUpTo } from '#lib/domain/periods.ts';
import { m } from '#lib/paraglide/messages.js';
import { headlineFigures } from '#lib/view/headline-view.ts';
import { statesChart, volumesChart } from '#lib/view/order-charts.ts';
import { own } from '#lib/view/names.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { funnelChart, outsideChance } from '#lib/view/unit-charts.ts';
import { unknowns } from '#lib/view/unknowns.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { measures, type MeasureKey } from '#queries/measures.ts';
import { asked } from '../asked.server.ts';
import { csvHref, explainHref } from '../links.ts';
import type { PageServerLoad } from './$types.js';

/** What the figures at the top are, besides those that stand in a table too. */
const inFigures = ['handling-time', 'visit-response', 'resolved'] as const satisfies MeasureKey[];

/** Who fell behind, is it noise, and what to ask about. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, compared, request, about, shown } = page;
	const to = scope.period.to ?? about.data_cut.slice(0, 10);
	const lastYear = { ...scope, period: yearUpTo(to, scope.period.month) };
	const [now, then, ranking, rankingTable, volumes, states, carried] = await Promise.all([
		headline(db, scope),
		compared && headline(db, compared.scope),
		unitsRanked(db, 'on-time-due', scope),
		standingsTable(db, { scope, by: 'unit' }),
		tables.volumes(db, { scope: lastYear, by: 'month' }),
		tables.timeliness(db, { scope: lastYear, by: 'month' }),
		columnsCarried(db).executeTakeFirstOrThrow()
	]);
	const monthly = { ...request, periodName: null, scope: lastYear };
	const explainMonth = (measure: string, name?: string | null) => explainHref(monthly, measure, 'month', name);
	const explain = (measure: string, name?: string | null) => explainHref(request, measure, 'unit', name);
	const outside = outsideChance(ranking);
	const behind = {
		...rankingTable,
		rows: rankingTable.rows.filter(({ standing }) => standing === 'far_below' || standing === 'below').toReversed()
	};
	return {
		page: shown,
		foot: { ...shown.foot, definitions: definitionLines(rankingTable, volumes, states, ...inFigures) },
		finding:
			ranking.pooledRate === null
				? m.finding_no_deadlines()
				: m.finding_units({ low: outside.low, ranked: outside.ranked, high: outside.high, tooFew: outside.tooFew }),
		figures: headlineFigures({
			now,
			then,
			thanName: compared?.name ?? '',
			carried,
			explain: (measure) => explainHref(request, measure)
		}),
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
		volumes: volumesChart(volumes, about.data_cut, [measures.received.basis]),
		volumesTable: tableView(volumes, {
			caption: m.volumes_caption(),
			explain: explainMonth,
			csvHref: csvHref(monthly, 'volumes', { by: 'month' })
		}),
		states: statesChart(states, 'periods', about.data_cut, [measures['closed-on-time'].basis]),
		statesTable: tableView(states, {
			caption: m.states_caption(),
			explain: explainMonth,
			csvHref: csvHref(monthly, 'timeliness', { by: 'month' })
		}),
		unknowns: unknowns({ states: now.states, handling: now.handling, about })
	};
};
