import { dimensions } from '#lib/domain/scope.ts';
import { cityTime } from '#lib/server/city-time.ts';
import { quality } from '#lib/server/reports/quality.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '#lib/domain/format.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { byChoices } from '#lib/view/by-choices.ts';
import { ageFacts } from '#lib/view/quality-age.ts';
import { qualityChart } from '#lib/view/quality-chart.ts';
import { checksView, definitionsView, inDoubtView, qualityBasis, qualityFinding } from '#lib/view/quality-view.ts';
import { tableView } from '#lib/view/table-view.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import { checkKinds } from '#queries/quality/index.ts';
import { asked } from '../asked.server.ts';
import { csvHref, explainHref, qualityHref, qualityOrdersHref, sortFrom, sortHref } from '../links.ts';
import type { PageServerLoad } from './$types.js';

/** The newest exports stand on the page, all of them in its files. */
const mostExports = 30;

/** Which figures are in doubt, by how much and why. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, series, request, about, shown, rules } = page;
	const by = dimensions.find((known) => known === event.url.searchParams.get('by') && known !== 'month') ?? 'unit';
	const fewest = rules.minimumVolume;
	const [found, parts, months, sources, exports] = await Promise.all([
		quality(db, scope),
		tables['quality-by'](db, { scope, by, fewest }),
		tables['quality-by'](db, { scope: series, by: 'month', fewest }),
		tables['quality-sources'](db, { scope, by }),
		exportsLoaded(db).execute()
	]);
	const monthly = { ...request, periodName: null, scope: series };
	const sort = sortFrom(event.url, '-anyRate');
	const counts = ['any', ...checkKinds].map((kind) => `${kind}Orders`);
	const links = {
		periodName: shown.periodName,
		explain: (measure: string) => explainHref(request, measure),
		orders: (check: string) => qualityOrdersHref(request, check),
		definition: (check: string) => `#${check}`,
		csv: (table: string) => csvHref(request, table)
	};
	return {
		page: { ...shown, bar: { ...shown.bar, carried: [{ name: 'by', value: by }] } },
		foot: shown.foot,
		finding: qualityFinding(found),
		basis: qualityBasis(),
		age: ageFacts({
			dataCut: about.data_cut,
			today: cityTime(new Date().toISOString()).slice(0, 10),
			// A list of units or categories shows no moment.
			exportCuts: exports.flatMap(({ data_cut }) => data_cut ?? []),
			openNotSeen: about.open_last_seen_before_cut
		}),
		inDoubt: inDoubtView(found, links),
		checks: checksView(found, links),
		definitions: definitionsView(found, links),
		parts: tableView(parts, {
			caption: m.quality_by_caption({ period: shown.periodName }),
			csvHref: csvHref(request, 'quality-by', { by }),
			without: [...counts, 'qualitySize'],
			withBase: true,
			notes: new Map(
				parts.rows.flatMap(({ name, qualitySize }) =>
					name === null || qualitySize === null ? [] : [[String(name), m.quality_few({ fewest })]]
				)
			),
			sort: { ...sort, href: sortHref(event.url, sort) },
			rowHref: ({ name }) => qualityHref(request, { [by]: name === null ? '' : String(name) })
		}),
		choices: byChoices(event.url, { by }).by.slice(0, -1),
		chart: qualityChart(months, about.data_cut),
		months: {
			...tableView(months, {
				caption: m.quality_months_caption(),
				csvHref: csvHref(monthly, 'quality-by', { by: 'month' }),
				without: [...counts, 'qualitySize', 'daysBehind'],
				withBase: true,
				rowHref: ({ name }) => (name === null ? undefined : qualityHref(request, { period: String(name) }))
			}),
			id: 'quality-months'
		},
		sources: {
			...tableView(
				{ ...sources, rows: sources.rows.slice(0, mostExports) },
				{
					caption: m.quality_sources_caption({ period: shown.periodName }),
					csvHref: csvHref(request, 'quality-sources'),
					without: counts,
					withBase: true
				}
			),
			fileRows: sources.rows.length
		},
		moreSources:
			sources.rows.length > mostExports
				? m.quality_sources_more({ all: formatCount(sources.rows.length, getLocale()), shown: mostExports })
				: null
	};
};
