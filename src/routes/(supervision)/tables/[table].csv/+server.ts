import { error } from '@sveltejs/kit';
import { csvDocument } from '#lib/domain/csv.ts';
import { dimensions } from '#lib/domain/scope.ts';
import { isTableId, stages, tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { tableText } from '#lib/view/table-text.ts';
import { measures, type RateKey } from '#queries/measures.ts';
import { asked } from '../../asked.server.ts';
import type { RequestHandler } from './$types.js';

/** A table of the pages as CSV: the same rows from the same function, numbers unrounded, the scope in the last lines. */
export const GET: RequestHandler = async (event) => {
	const { table: id } = event.params;
	const page = await asked(event);
	if (page === null || !isTableId(id)) error(404, m.no_such_table());
	const { searchParams } = event.url;
	const by = dimensions.find((known) => known === searchParams.get('by')) ?? 'unit';
	const stage = stages.find((known) => known === searchParams.get('stage'));
	const key = searchParams.get('measure') ?? '';
	const rateKey =
		Object.hasOwn(measures, key) && measures[key as RateKey].type === 'rate' ? (key as RateKey) : undefined;
	const table = await tables[id](page.db, { scope: page.scope, by, stage, rateKey, compared: page.compared?.scope });
	const { headings, rows } = tableText(table);
	const notes = [
		[m.csv_period({ period: page.shown.periodName })],
		[m.csv_cut({ cut: page.shown.dataCut, version: page.about.version })],
		...(page.about.is_made_up ? [[m.csv_made_up()]] : [])
	];
	return new Response(csvDocument(headings, [...rows, ...notes]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${id}-${page.request.periodName ?? `${page.scope.period.from ?? ''}_${page.scope.period.to ?? ''}`}.csv"`
		}
	});
};
