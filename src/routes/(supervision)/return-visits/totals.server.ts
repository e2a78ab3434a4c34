import type { Dimension } from '#lib/domain/scope.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { plain } from '#lib/view/plain-text.ts';
import { tableView } from '#lib/view/table-view.ts';
import { visitTotalsSources } from '#queries/visit-totals-sources.ts';
import type { Asked } from '../asked.server.ts';
import { csvHref } from '../links.ts';

/** Return visits that came as totals, with the files they stand in; null where there are none. */
export async function visitTotalsShown(url: URL, { db, scope, request }: Asked, by: Dimension) {
	const sources = await visitTotalsSources(db).execute();
	if (sources.length === 0) return null;
	const table = await tables['visit-totals'](db, { scope, by });
	return {
		sources: m.totals_sources({ files: sources.map(({ file }) => plain(file)).join(m.list_gap()) }),
		table: tableView(table, {
			caption: m.totals_title(),
			csvHref: csvHref(request, 'visit-totals', { by }),
			empty: m.totals_none()
		})
	};
}
