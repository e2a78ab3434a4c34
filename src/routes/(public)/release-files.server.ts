import { error, type RequestEvent } from '@sveltejs/kit';
import { attachment, fileName } from '#lib/domain/file-name.ts';
import { parquetFile } from '#lib/domain/parquet.ts';
import { m } from '#lib/paraglide/messages.js';
import { chartDrawing, type ChartFile } from '#lib/view/chart-file.ts';
import { measuresReleased, notesOf, releasedDefinitions, releaseFacts } from '#lib/view/release-about.ts';
import { releaseFileParts, tableName } from '#lib/view/release-names.ts';
import { releasedHeading } from '#lib/view/release-tables.ts';
import { rateFormat, releasedFileTable, releasedParquet } from '#lib/view/released-file.ts';
import { tableWorkbook } from '#lib/view/table-workbook.ts';
import { askedRelease, mayBeKeptAWhile, shownRelease } from './shown-release.server.ts';

type Asked<Name extends string> = RequestEvent<{ period: string; revision: string } & Record<Name, string>>;

const types = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	parquet: 'application/vnd.apache.parquet'
};

/** A released table as its page shows it, as a file; it says which release it is of, and defines its measures. */
export async function releasedTableFile(event: Asked<'table'>, ending: 'xlsx' | 'parquet'): Promise<Response> {
	const release = askedRelease(event);
	const id = event.params.table;
	const table = Object.hasOwn(release.tables, id) ? releasedFileTable(release, id) : undefined;
	if (!table) error(404, 'Not Found');
	const facts = releaseFacts(release);
	const definitions = releasedDefinitions(release, measuresReleased(table));
	const bytes = ending === 'xlsx' ? await workbook() : parquet();
	mayBeKeptAWhile(event);
	const { period, revision } = release.ref;
	const plainName = `duban-${period}-r${revision}-${id}.${ending}`;
	const fullName = fileName([...releaseFileParts(release.ref), tableName(id)], ending);
	return new Response(bytes, {
		headers: { 'content-type': types[ending], 'content-disposition': attachment(plainName, fullName) }
	});

	function workbook() {
		const title = { term: m.away_sheet_table(), text: tableName(id) };
		const rows = { term: m.away_rows(), text: m.away_rows_all({ rows: table!.rows.length }) };
		const heading = (key: string) => releasedHeading(id, key);
		return tableWorkbook(table!, [title, ...facts, rows, ...definitions], { heading, format: rateFormat });
	}

	function parquet() {
		const { columns, rows } = releasedParquet(table!);
		return parquetFile(columns, rows, { table: tableName(id), ...notesOf(facts, definitions) });
	}
}

/** A picture of a release's page, named by its section, with what the page's foot says. */
export function releasedChart(event: Asked<'chart'>): ChartFile {
	const release = askedRelease(event);
	const { view } = shownRelease(event, release);
	const section = view.sections.find(({ id }) => id === event.params.chart);
	if (!section?.chart) error(404, m.away_no_chart());
	const { ref, manifest } = release;
	const svg = chartDrawing(section.chart, [
		view.title,
		m.away_svg_version({ version: manifest.warehouseVersion }),
		manifest.isMadeUp ? m.csv_made_up() : ''
	]);
	return {
		svg,
		plainName: `duban-${ref.period}-r${ref.revision}-${section.id}`,
		nameParts: [...releaseFileParts(ref), section.title]
	};
}
