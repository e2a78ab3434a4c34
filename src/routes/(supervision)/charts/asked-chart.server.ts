import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { chartDrawing, chartNamed, type ChartFile } from '#lib/view/chart-file.ts';
import { load as completion } from '../completion/+page.server.ts';
import { load as exclusions } from '../exclusions/+page.server.ts';
import { load as overview } from '../overview/+page.server.ts';
import { load as quality } from '../quality/+page.server.ts';
import { load as ranking } from '../ranking/+page.server.ts';
import { load as responseTimes } from '../response-times/+page.server.ts';
import { load as returnVisits } from '../return-visits/+page.server.ts';

/** The pages that have charts, and what each is called. */
const pages: Record<string, { load: (event: never) => unknown; title: () => string }> = {
	overview: { load: overview, title: m.door_overview },
	completion: { load: completion, title: m.door_completion },
	exclusions: { load: exclusions, title: m.exclusions_title },
	quality: { load: quality, title: m.quality_title },
	ranking: { load: ranking, title: m.door_ranking },
	'response-times': { load: responseTimes, title: m.door_response_times },
	'return-visits': { load: returnVisits, title: m.door_return_visits }
};

type PageData = Record<string, unknown> & {
	page: { periodName: string; isIncomplete: boolean; bar: { inUse: { label: string }[] } } | null;
	foot?: { version?: string; isMadeUp?: boolean };
};

/** A chart that an address names: the page's `load` draws it, so the picture and its words are the same. */
export async function askedChart(event: RequestEvent<{ page: string; chart: string }>): Promise<ChartFile> {
	const { page, chart: name } = event.params;
	const known = Object.hasOwn(pages, page) ? pages[page] : undefined;
	if (!known) error(404, m.away_no_chart());
	const data = (await known.load(event as never)) as PageData;
	const chart = data.page && chartNamed(data, name);
	if (!data.page || !chart) error(404, m.away_no_chart());
	const { periodName, isIncomplete, bar } = data.page;
	const svg = chartDrawing(chart, [
		m.away_svg_page({ page: known.title(), period: periodName }),
		...bar.inUse.map(({ label }) => label),
		data.foot?.version ? m.away_svg_version({ version: data.foot.version }) : '',
		data.foot?.isMadeUp ? m.csv_made_up() : ''
	]);
	const nameParts = [known.title(), chart.title, periodName, isIncomplete ? m.away_incomplete() : ''];
	return { svg, plainName: `${page}-${name}`, nameParts };
}
