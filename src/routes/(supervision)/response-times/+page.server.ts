import { dimensions } from '#lib/domain/scope.ts';
import { formatCount, formatDuration } from '#lib/domain/format.ts';
import { seriesBreaks } from '#lib/server/reports/series-breaks.ts';
import { stages, tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { breakNotes } from '#lib/view/breaks-view.ts';
import { byChoices } from '#lib/view/by-choices.ts';
import { stageFigures } from '#lib/view/stage-figures.ts';
import { columnHeading } from '#lib/view/names.ts';
import { stagesChart } from '#lib/view/order-charts.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { closingsInDays } from '#queries/closings-in-days.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { measures } from '#queries/measures.ts';
import { asked } from '../asked.server.ts';
import { csvHref, explainHref, sortFrom, sortHref } from '../links.ts';
import { countingTheOpen } from './open-orders.server.ts';
import type { PageServerLoad } from './$types.js';

/** How long each stage takes: exact median and 90th percentile, how the times are spread, and with the open counted. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, request, about, shown } = page;
	const by = dimensions.find((known) => known === event.url.searchParams.get('by')) ?? 'unit';
	const stage = stages.find((known) => known === event.url.searchParams.get('stage')) ?? 'handling-time';
	const [stageTable, daysTable, distribution, byTable, daysByTable, inDays, carried, breaks] = await Promise.all([
		tables.stages(db, { scope, by }),
		tables['stage-days'](db, { scope, by }),
		tables.distribution(db, { scope, by }),
		tables['handling-time'](db, { scope, by, stage }),
		tables['stage-days-by'](db, { scope, by, stage }),
		closingsInDays(db, scope).executeTakeFirstOrThrow(),
		columnsCarried(db).executeTakeFirstOrThrow(),
		seriesBreaks(db, scope)
	]);
	const open = await countingTheOpen(page, event.url, carried.closed_at > 0, breakNotes(breaks));
	const sort = sortFrom(event.url, by === 'month' ? 'name' : '-medianSeconds');
	const handling = stageTable.rows.find((row) => row.stage === 'handling-time');
	const median = handling?.medianSeconds;
	return {
		page: shown,
		foot: { ...shown.foot, definitions: definitionLines(stageTable, daysTable, ...open.measures) },
		finding:
			typeof median === 'number'
				? m.finding_handling({
						median: formatDuration(median, getLocale()),
						p90: formatDuration(Number(handling?.p90Seconds), getLocale())
					})
				: inDays.medianDays !== null
					? m.finding_handling_days({ median: inDays.medianDays, orders: formatCount(inDays.dateOnly, getLocale()) })
					: m.finding_no_times(),
		inDays:
			inDays.dateOnly > 0 && typeof median === 'number'
				? m.handling_in_days({ orders: formatCount(inDays.dateOnly, getLocale()), median: inDays.medianDays ?? 0 })
				: null,
		open,
		figures: stageFigures(stageTable, carried, (measure) => explainHref(request, measure), inDays),
		chart: stagesChart(distribution, stages, about.data_cut, [...new Set(stages.map((key) => measures[key].basis))]),
		distribution: tableView(distribution, {
			caption: m.distribution_caption(),
			explain: (measure) => explainHref(request, measure),
			csvHref: csvHref(request, 'distribution')
		}),
		stageTable: tableView(stageTable, {
			caption: m.stages_caption(),
			explain: (measure) => explainHref(request, measure),
			csvHref: csvHref(request, 'stages')
		}),
		daysTable: tableView(daysTable, {
			caption: m.stage_days_caption(),
			explain: (measure) => explainHref(request, measure),
			csvHref: csvHref(request, 'stage-days')
		}),
		byTable: tableView(byTable, {
			caption: m.stage_by_caption({ stage: columnHeading(stage, null) }),
			csvHref: csvHref(request, 'handling-time', { by, stage }),
			explain: (measure, name) => explainHref(request, measure, by, name),
			notes: by === 'month' ? breakNotes(breaks) : undefined,
			sort: { ...sort, href: sortHref(event.url, sort) }
		}),
		daysByTable: tableView(daysByTable, {
			caption: m.stage_days_by_caption({ stage: columnHeading(stage, null) }),
			csvHref: csvHref(request, 'stage-days-by', { by, stage }),
			explain: (measure, name) => explainHref(request, measure, by, name),
			notes: by === 'month' ? breakNotes(breaks) : undefined
		}),
		choices: byChoices(event.url, {
			by,
			stage,
			stages: stages.map((value) => ({ value, label: columnHeading(value, null) }))
		})
	};
};
