import { dimensions } from '#lib/domain/scope.ts';
import { formatCount, formatRate } from '#lib/domain/format.ts';
import { headline, headlineEarlier } from '#lib/server/reports/overview.ts';
import { seriesBreaks } from '#lib/server/reports/series-breaks.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { breakMarks, breakNotes } from '#lib/view/breaks-view.ts';
import { byChoices } from '#lib/view/by-choices.ts';
import { completionFigures } from '#lib/view/completion-figures.ts';
import { statesChart } from '#lib/view/order-charts.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { unknowns } from '#lib/view/unknowns.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { measures } from '#queries/measures.ts';
import { asked } from '../asked.server.ts';
import { askHref, csvHref, explainHref, sortFrom, sortHref } from '../links.ts';
import type { PageServerLoad } from './$types.js';

/** What was closed in time, late, or is still open: by the due date, with the flattering basis beside it. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, series, earlier, request, about, shown } = page;
	const by = dimensions.find((known) => known === event.url.searchParams.get('by')) ?? 'unit';
	const [now, states, monthly, onTime, carried, breaks] = await Promise.all([
		headline(db, scope),
		tables.timeliness(db, { scope, by }),
		tables.timeliness(db, { scope: series, by: 'month' }),
		tables['on-time'](db, { scope, by }),
		columnsCarried(db).executeTakeFirstOrThrow(),
		seriesBreaks(db, scope)
	]);
	const sort = sortFrom(event.url, by === 'month' ? 'name' : '-dueDenominator');
	const { due, closed } = now;
	const months = { ...request, periodName: null, scope: series };
	const explain = (measure: string, name?: string | null) => explainHref(request, measure, by, name);
	return {
		page: shown,
		foot: { ...shown.foot, definitions: definitionLines(onTime, states) },
		finding:
			due.denominator === 0
				? m.finding_no_deadlines()
				: m.finding_completion({
						rate: formatRate(due.numerator, due.denominator),
						numerator: formatCount(due.numerator, getLocale()),
						denominator: formatCount(due.denominator, getLocale()),
						closedRate: formatRate(closed.numerator, closed.denominator)
					}),
		figures: completionFigures({
			now,
			earlier: await headlineEarlier(db, now, earlier),
			carried,
			explain: (measure) => explainHref(request, measure)
		}),
		chart: statesChart(monthly, 'periods', about.data_cut, [measures['closed-on-time'].basis], breakMarks(breaks)),
		monthly: tableView(monthly, {
			caption: m.states_caption(),
			explain: (measure, name) => explainHref(months, measure, 'month', name),
			csvHref: csvHref(months, 'timeliness', { by: 'month' }),
			notes: breakNotes(breaks)
		}),
		onTime: tableView(onTime, {
			caption: m.on_time_caption(),
			csvHref: csvHref(request, 'on-time', { by }),
			explain,
			notes: by === 'month' ? breakNotes(breaks) : undefined,
			sort: { ...sort, href: sortHref(event.url, sort) },
			empty: m.finding_no_deadlines()
		}),
		states: tableView(states, {
			caption: m.states_by_caption(),
			explain,
			notes: by === 'month' ? breakNotes(breaks) : undefined,
			csvHref: csvHref(request, 'timeliness', { by })
		}),
		exclusionsHref: askHref(request, '/exclusions'),
		unknowns: unknowns({ states: now.states, handling: now.handling, about }),
		choices: byChoices(event.url, { by })
	};
};
