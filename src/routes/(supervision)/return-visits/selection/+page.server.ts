import { queryString } from '#lib/domain/scope.ts';
import { drawReport } from '#lib/server/reports/draw-report.ts';
import { drawSharesTable, drawTimesTable } from '#lib/server/reports/draw-tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import {
	drawBase,
	drawFinding,
	drawGuide,
	drawLookKeys,
	drawLookNames,
	drawNotes,
	foundSentences,
	wholeSentences
} from '#lib/view/draw-view.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import type { RateKey } from '#queries/measures.ts';
import { asked } from '../../asked.server.ts';
import { csvHref, explainHref } from '../../links.ts';
import type { PageServerLoad } from './$types.js';

/** Were visited orders quicker, simpler or happier than unvisited ones, for the whole and unit by unit? */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, request, about, shown } = page;
	const look =
		drawLookKeys.find((known) => drawLookNames[known].visited === event.url.searchParams.get('measure')) ?? 'time';
	const { visited: measure, name } = drawLookNames[look];
	const [carried, report] = await Promise.all([columnsCarried(db).executeTakeFirstOrThrow(), drawReport(db, scope)]);
	const times = await drawTimesTable(db, { scope, by: 'unit' }, report);
	const table =
		look === 'time' ? times : await drawSharesTable(db, { scope, by: 'unit', rateKey: measure as RateKey }, report);
	const link = (value: string) => {
		const query = new URLSearchParams(event.url.searchParams);
		query.set('measure', value);
		return `${event.url.pathname}?${query}`;
	};
	return {
		page: shown,
		foot: { ...shown.foot, definitions: definitionLines(times, table) },
		hasVisits: carried.visit_attempted > 0,
		finding: drawFinding(report),
		backHref: `/return-visits${queryString(request)}`,
		base: drawBase(report),
		whole: wholeSentences(report, times, carried, (key) => explainHref(request, key)),
		units: foundSentences(report, times, (key, unit) => explainHref(request, key, 'unit', unit)),
		notes: drawNotes(report, scope.period, about.data_cut),
		guide: drawGuide(report),
		choices: drawLookKeys.map((key) => ({
			label: drawLookNames[key].name(),
			href: link(drawLookNames[key].visited),
			current: key === look
		})),
		table: tableView(table, {
			caption: look === 'time' ? m.visit_draw_time_caption() : m.visit_draw_share_caption({ look: name() }),
			csvHref: look === 'time' ? csvHref(request, 'draw-times') : csvHref(request, 'draw-shares', { measure }),
			explain: (key, row) => explainHref(request, key, 'unit', row),
			empty: m.finding_no_visits()
		})
	};
};
