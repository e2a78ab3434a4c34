import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { conflicts } from '#lib/server/internal/conflicts.ts';
import { mostRowsWhole } from '#lib/server/list-answer.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { conflictsCaption, conflictsCounted, conflictShown } from '#lib/view/conflicts-view.ts';
import { confidentialHint } from '#lib/view/order-changes-view.ts';
import { pageLinks } from '#lib/view/page-links.ts';
import { filesBeside } from '#lib/view/table-files.ts';
import { pageFrom } from '../../../(supervision)/links.ts';
import { recordView } from '../../../(supervision)/viewed.server.ts';
import { groundOf } from '../../ground.server.ts';
import { conflictsFound } from '../conflicts-file.server.ts';
import type { PageServerLoad } from './$types.js';

const perPage = 50;
const csvHref = '/imports/conflicts.csv';

/** Orders whose rows contradict each other, both forms side by side. */
export const load: PageServerLoad = async (event) => {
	const { counts, total } = await conflictsFound();
	const page = pageFrom(event.url);
	const pages = Math.max(1, Math.ceil(total / perPage));
	if (page > pages) error(404, m.upload_page_beyond({ page, pages }));
	const offset = (page - 1) * perPage;
	const shown: ReturnType<typeof conflictShown>[] = [];
	if (total > 0) {
		await recordView(event, 'conflicts');
		for await (const batch of conflicts(dataFolder(), { limit: perPage, offset }))
			shown.push(...batch.map(conflictShown));
	}
	return {
		foot: groundOf(await servedWarehouse()) ?? {},
		reasons: conflictsCounted(counts.of),
		caption: conflictsCaption(offset, shown.length, total),
		notListed: confidentialHint(counts.confidential),
		conflicts: shown,
		file: { csvHref, rows: total, otherFiles: total > mostRowsWhole ? [] : filesBeside(csvHref) },
		pages: pageLinks(event.url, page, pages)
	};
};
