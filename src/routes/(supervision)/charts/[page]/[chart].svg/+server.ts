import { error } from '@sveltejs/kit';
import { standaloneSvg } from '#lib/charts/standalone.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ChartView } from '#lib/view/chart-view.ts';
import { load as completion } from '../../../completion/+page.server.ts';
import { load as exclusions } from '../../../exclusions/+page.server.ts';
import { load as overview } from '../../../overview/+page.server.ts';
import { load as ranking } from '../../../ranking/+page.server.ts';
import { load as responseTimes } from '../../../response-times/+page.server.ts';
import { load as returnVisits } from '../../../return-visits/+page.server.ts';
import type { RequestHandler } from './$types.js';

/** The pages that have charts, and what each is called. */
const pages: Record<string, { load: (event: never) => unknown; title: () => string }> = {
	overview: { load: overview, title: m.door_overview },
	completion: { load: completion, title: m.door_completion },
	exclusions: { load: exclusions, title: m.exclusions_title },
	ranking: { load: ranking, title: m.door_ranking },
	'response-times': { load: responseTimes, title: m.door_response_times },
	'return-visits': { load: returnVisits, title: m.door_return_visits }
};

type PageData = Record<string, unknown> & {
	page: { periodName: string; bar: { inUse: { label: string }[] } } | null;
	foot?: { version?: string; isMadeUp?: boolean };
};

/** A chart of a page as a file of its own: the page's `load` draws it, so the picture and its words are the same. */
export const GET: RequestHandler = async (event) => {
	const { page, chart: name } = event.params;
	const known = Object.hasOwn(pages, page) ? pages[page] : undefined;
	if (!known) error(404, m.away_no_chart());
	const data = (await known.load(event as never)) as PageData;
	const chart = data.page && chartNamed(data, name);
	if (!data.page || !chart) error(404, m.away_no_chart());
	const notes = [
		chart.caption,
		[
			m.away_svg_page({ page: known.title(), period: data.page.periodName }),
			...data.page.bar.inUse.map(({ label }) => label),
			...(data.foot?.version ? [m.away_svg_version({ version: data.foot.version })] : []),
			...(data.foot?.isMadeUp ? [m.csv_made_up()] : [])
		].join(m.list_gap())
	];
	const svg = standaloneSvg(chart.drawn.wide, { title: chart.title, subtitle: chart.subtitle, notes });
	return new Response(svg, {
		headers: {
			'content-type': 'image/svg+xml; charset=utf-8',
			'content-disposition': `attachment; filename="${page}-${name}.svg"`
		}
	});
};

/** 'funnel' is the page's chart of that name, 'charts-1' the second of its list of charts. */
function chartNamed(data: PageData, name: string): ChartView | null {
	const [, list, place] = /^(\w+)-(\d{1,3})$/.exec(name) ?? [];
	const found = list === undefined ? ownValue(data, name) : ownValue(data, list);
	const chart = Array.isArray(found) && place !== undefined ? found[Number(place)] : found;
	return typeof chart === 'object' && chart !== null && 'drawn' in chart ? (chart as ChartView) : null;
}

const ownValue = (data: PageData, name: string): unknown => (Object.hasOwn(data, name) ? data[name] : undefined);
