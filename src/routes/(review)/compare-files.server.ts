import { error, type RequestEvent } from '@sveltejs/kit';
import { csvDocument } from '#lib/domain/csv.ts';
import { attachment, fileName } from '#lib/domain/file-name.ts';
import { parquetFile } from '#lib/domain/parquet.ts';
import { m } from '#lib/paraglide/messages.js';
import { chartDrawing, type ChartFile } from '#lib/view/chart-file.ts';
import { compareFacts, comparedHeading, comparedPeriods, compareTable } from '#lib/view/compare-table.ts';
import { compareView } from '#lib/view/compare-view.ts';
import { madeUpFact, notesOf } from '#lib/view/release-about.ts';
import { rateFormat, releasedParquet } from '#lib/view/released-file.ts';
import { tableText } from '#lib/view/table-text.ts';
import { tableWorkbook } from '#lib/view/table-workbook.ts';
import { chosenFrom } from './chosen.server.ts';

const types = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	parquet: 'application/vnd.apache.parquet'
};

/** The comparison of the page as a file: released counts, a line for each figure, and what they rest on. */
export async function comparedFile({ url }: Pick<RequestEvent, 'url'>, ending: keyof typeof types): Promise<Response> {
	const { releases, by, chosen } = chosenFrom(url);
	if (chosen.length < 2) error(404, m.compare_none_chosen());
	const table = compareTable(releases, by, chosen);
	const { facts, definitions } = compareFacts(releases, chosen);
	const files = {
		csv: () => {
			const { headings, rows } = tableText(table, comparedHeading);
			const lines = [...facts, ...definitions].map(({ term, text }) => [`${term}${m.colon()}${text}`]);
			return csvDocument(headings, [...rows, ...lines]);
		},
		xlsx: () => tableWorkbook(table, [...facts, ...definitions], { heading: comparedHeading, format: rateFormat }),
		parquet: () => {
			const { columns, rows } = releasedParquet(table);
			return parquetFile(columns, rows, notesOf(facts, definitions));
		}
	};
	const fullName = fileName([title(chosen), comparedPeriods(releases)], ending);
	return new Response(await files[ending](), {
		headers: {
			'content-type': types[ending],
			'content-disposition': attachment(`duban-compare-${by}.${ending}`, fullName)
		}
	});
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
