import { csvDocument } from '#lib/domain/csv.ts';
import { m } from '#lib/paraglide/messages.js';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableText } from '#lib/view/table-text.ts';
import { askedTable } from '../asked-table.server.ts';
import type { RequestHandler } from './$types.js';

/** A table of the pages as CSV: the same rows from the same function, numbers unrounded, scope and definitions in the last lines. */
export const GET: RequestHandler = async (event) => {
	const { table, scope, answer } = await askedTable(event, event.params.table, 'csv');
	const { headings, rows } = tableText(table);
	const notes = [
		[m.csv_period({ period: scope.periodName })],
		[m.csv_cut({ cut: scope.dataCut, version: scope.version })],
		...scope.filters.map((filter) => [filter]),
		[m.away_rows_all({ rows: table.rows.length })],
		...definitionLines(table).map(({ term, text }) => [`${term}${m.colon()}${text}`]),
		...(scope.isIncomplete ? [[m.away_incomplete_text()]] : []),
		...(scope.isMadeUp ? [[m.csv_made_up()]] : [])
	];
	return answer(csvDocument(headings, [...rows, ...notes]), 'text/csv; charset=utf-8');
};
