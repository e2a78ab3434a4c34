import { error } from '@sveltejs/kit';
import { csvDocument } from '#lib/domain/csv.ts';
import { m } from '#lib/paraglide/messages.js';
import { compareText } from '#lib/view/compare-text.ts';
import { chosenFrom } from '../chosen.server.ts';
import type { RequestHandler } from './$types.js';

/** The comparison of the page as CSV: released counts, a line for each figure. */
export const GET: RequestHandler = ({ url }) => {
	const { releases, by, chosen } = chosenFrom(url);
	if (chosen.length < 2) error(404, m.compare_none_chosen());
	const { headings, rows } = compareText(releases, by, chosen);
	const isMadeUp = releases.some(({ manifest }) => manifest.isMadeUp);
	return new Response(csvDocument(headings, [...rows, ...(isMadeUp ? [[m.csv_made_up()]] : [])]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="duban-compare-${by}.csv"`
		}
	});
};
