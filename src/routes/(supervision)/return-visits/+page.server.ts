import { dimensions } from '#lib/domain/scope.ts';
import { formatCount, formatRate } from '#lib/domain/format.ts';
import { headline, unitsRanked } from '#lib/server/reports/overview.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { byChoices } from '#lib/view/by-choices.ts';
import { rateFigure, visitFigure } from '#lib/view/headline-view.ts';
import { own } from '#lib/view/names.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { rankedChart } from '#lib/view/unit-charts.ts';
import { visitsChart } from '#lib/view/visits-chart.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { measures } from '#queries/measures.ts';
import { asked } from '../asked.server.ts';
import { csvHref, explainHref, sortFrom, sortHref } from '../links.ts';
import type { PageServerLoad } from './$types.js';

/** What the citizens said when they were called back, and how many could be asked. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, compared, request, about, shown } = page;
	const by = dimensions.find((known) => known === event.url.searchParams.get('by')) ?? 'unit';
	const [now, then, table, resolved, carried] = await Promise.all([
		headline(db, scope),
		compared && headline(db, compared.scope),
		tables['return-visits'](db, { scope, by }),
		unitsRanked(db, 'resolved', scope),
		columnsCarried(db).executeTakeFirstOrThrow()
	]);
	const visits = now.visits;
	const locale = getLocale();
	const given = {
		now,
		then,
		thanName: compared?.name ?? '',
		carried,
		explain: (measure: string) => explainHref(request, measure)
	};
	const coverage = ({ visits }: typeof now) => ({ numerator: visits.attempted ?? 0, denominator: visits.closed });
	const sort = sortFrom(event.url, by === 'month' ? 'name' : '-valid');
	return {
		page: shown,
		foot: { ...shown.foot, definitions: definitionLines(table) },
		hasVisits: carried.visit_attempted > 0,
		finding:
			visits.valid === null || visits.valid === 0
				? m.finding_no_visits()
				: m.finding_visits({
						valid: formatCount(visits.valid, locale),
						attempted: formatCount(visits.attempted, locale),
						resolved: formatRate(visits.resolved, visits.valid),
						satisfied: formatRate(visits.satisfied, visits.valid)
					}),
		figures: [
			rateFigure(given, 'visit-coverage', coverage(now), then ? coverage(then) : undefined),
			...(['visit-response', 'contacted', 'resolved', 'satisfied'] as const).map((key) => visitFigure(given, key))
		],
		flow: visitsChart(visits, about.data_cut),
		ranked: rankedChart(resolved, {
			measureName: own(measures.resolved.name),
			base: own(measures.resolved.denominatorName),
			dataCut: about.data_cut
		}),
		table: tableView(table, {
			caption: m.visits_caption(),
			csvHref: csvHref(request, 'return-visits', { by }),
			explain: (measure, name) => explainHref(request, measure, by, name),
			sort: { ...sort, href: sortHref(event.url, sort) },
			empty: m.finding_no_visits()
		}),
		choices: byChoices(event.url, { by })
	};
};
