import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { tableAnswer } from '#lib/server/table-answer.ts';
import { chartDrawing, type ChartFile } from '#lib/view/chart-file.ts';
import { compareFacts, comparedHeading, comparedPeriods, compareTable } from '#lib/view/compare-table.ts';
import { compareView } from '#lib/view/compare-view.ts';
import { madeUpFact } from '#lib/view/release-about.ts';
import type { TakenEnding, TakenTable } from '#lib/view/taken-table.ts';
import { chosenFrom } from './chosen.server.ts';

/** The comparison of the page as a file: released counts, a line for each figure, and what they rest on. */
export async function comparedFile({ url }: Pick<RequestEvent, 'url'>, ending: TakenEnding): Promise<Response> {
	const { releases, by, chosen } = chosenFrom(url);
	if (chosen.length < 2) error(404, m.compare_none_chosen());
	const taken: TakenTable = {
		table: compareTable(releases, by, chosen),
		heading: comparedHeading,
		...compareFacts(releases, chosen),
		isReleased: true,
		plainName: `duban-compare-${by}`,
		nameParts: [title(chosen), comparedPeriods(releases)]
	};
	return tableAnswer(taken, ending);
}

/** A picture of the comparison, named by its measure. */
export function comparedChart({ url, params }: RequestEvent<{ chart: string }>): ChartFile {
	const { releases, by, chosen } = chosenFrom(url);
	const view = chosen.length < 2 ? null : compareView(releases, by, chosen);
	const compared = view?.measures.find(({ measure }) => measure === params.chart);
	if (!compared?.chart) error(404, m.away_no_chart());
	const [newest] = releases;
	const svg = chartDrawing(compared.chart, [
		title(chosen),
		m.csv_period({ period: comparedPeriods(releases) }),
		m.csv_cut({ cut: newest!.manifest.dataCut, version: newest!.manifest.warehouseVersion }),
		...madeUpFact(releases.some(({ manifest }) => manifest.isMadeUp)).map(({ text }) => text)
	]);
	return {
		svg,
		plainName: `duban-compare-${by}-${compared.measure}`,
		nameParts: [title(chosen), compared.title, comparedPeriods(releases)]
	};
}

const title = (names: string[]) => m.more_compare_title({ names: names.join(m.compare_and()) });
