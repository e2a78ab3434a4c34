import { error } from '@sveltejs/kit';
import { csvDocument } from '#lib/domain/csv.ts';
import { reasonSentence } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { originalRows } from '#lib/server/internal/original-rows.ts';
import { recordView } from '../../../../(supervision)/viewed.server.ts';
import { importShown } from '../../listed.server.ts';
import type { RequestHandler } from './$types.js';

/**
 * The rows that were set aside under the headers of their export, with the reason and the row's number behind: to be mended
 * and handed back. Nothing else stands in the file, so that it can be read as an export.
 */
export const GET: RequestHandler = async (event) => {
	const { seq, sha256, result } = await importShown(event.params.number);
	if (result.outcome !== 'taken') error(404, m.upload_no_rows());
	await recordView(event, `import ${seq}, set-aside.csv`);
	const original = await originalRows(dataFolder(), sha256);
	if (original === null || original.rows.length === 0) error(404, m.upload_no_rows());
	const { headers, rows } = original;
	const locale = getLocale();
	const why = (reasons: string[]) => reasons.map((reason) => reasonSentence(reason, locale)).join(' ');
	const lines = rows.map(({ cells, reasons, row }) => {
		const own = headers.map((_, place) => cells[place] ?? '');
		return [...own, why(reasons), row, ...cells.slice(headers.length)];
	});
	return new Response(csvDocument([...headers, m.mend_column_reason(), m.mend_column_row()], lines), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="duban-import-${seq}-set-aside.csv"`,
			'cache-control': 'no-store'
		}
	});
};
