import { error } from '@sveltejs/kit';
import { formatCount } from '#lib/domain/format.ts';
import type { TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { fieldsChanged } from '#lib/server/internal/order-changes.ts';
import { remembered } from '#lib/server/internal/remembered.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { changeListName, changesPage, confidentialHint, vanishedHints } from '#lib/view/order-changes-view.ts';
import { pageLinks } from '#lib/view/page-links.ts';
import { plain } from '#lib/view/plain-text.ts';
import { stagedName } from '#lib/view/staged-words.ts';
import { pageFrom } from '../../../../(supervision)/links.ts';
import { recordView } from '../../../../(supervision)/viewed.server.ts';
import { groundOf } from '../../../ground.server.ts';
import { changeLines, changesAsked } from '../changes-asked.server.ts';
import type { PageServerLoad } from './$types.js';

const ordersPerPage = 100;

/** One list of what an export changed, a page of orders at a time. */
export const load: PageServerLoad = async (event) => {
	const { one, list, own, counts, withheld, total } = await changesAsked(event);
	const page = pageFrom(event.url);
	const pages = Math.max(1, Math.ceil(total / ordersPerPage));
	if (page > pages) error(404, m.upload_page_beyond({ page, pages }));
	await recordView(event, `import ${one.seq}, ${list}`);
	const offset = (page - 1) * ordersPerPage;
	const rows: TableRow[] = [];
	for await (const lines of changeLines(own, list, { limit: ordersPerPage, offset })) rows.push(...lines);
	const orders = Math.min(ordersPerPage, total - offset);
	const fields =
		list === 'changed' && total > 0
			? await remembered(dataFolder(), `fields ${one.sha256}`, () => fieldsChanged(dataFolder(), own))
			: [];
	const lines = list === 'changed' ? fields.reduce((sum, field) => sum + field.orders, 0) : total;
	const table = changesPage(list, rows, { seq: one.seq, offset, total, orders });
	const hints = list === 'vanished' || list === 'notLookedFor' ? vanishedHints(counts.notShown) : [m.brought_hint()];
	return {
		foot: groundOf(await servedWarehouse()) ?? {},
		seq: one.seq,
		file: plain(one.fileName),
		title: m.brought_file({ number: one.seq, list: changeListName(list) }),
		table: { ...table, fileRows: lines },
		fields: fields.map(({ field, orders: count }) =>
			m.brought_fields({ field: stagedName(field, getLocale()), orders: formatCount(count, getLocale()) })
		),
		hints: [...hints, ...confidentialHint(withheld)],
		pages: pageLinks(event.url, page, pages)
	};
};
