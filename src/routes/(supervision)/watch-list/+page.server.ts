import { error } from '@sveltejs/kit';
import { formatCount } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { notListed, watchTable } from '#lib/view/orders-table.ts';
import { pageLinks } from '#lib/view/page-links.ts';
import { notCarried, reasonChoices, reasonFrom, whyText } from '#lib/view/watch-reasons.ts';
import { ordersPerPage } from '#queries/orders-behind.ts';
import { watchListCounts } from '#queries/watch-list-counts.ts';
import { watchList } from '#queries/watch-list.ts';
import { asked, ofAnyDay } from '../asked.server.ts';
import { csvHref, pageFrom } from '../links.ts';
import { recordView } from '../viewed.server.ts';
import type { PageServerLoad } from './$types.js';

/** Which orders need a question at T, and why. Without a period in the address: of any day of receipt. */
export const load: PageServerLoad = async (event) => {
	const page = await asked({ url: ofAnyDay(event.url) }, { hasFigures: false });
	if (page === null) return { page: null };
	const { db, scope, request, shown } = page;
	const reason = reasonFrom(event.url.searchParams.get('reason'));
	const place = pageFrom(event.url);
	const [counts, rows] = await Promise.all([
		watchListCounts(db, scope).executeTakeFirstOrThrow(),
		watchList(db, scope, reason, place).execute()
	]);
	const confidential = counts[`${reason ?? 'orders'}Confidential`];
	const total = counts[reason ?? 'orders'] - confidential;
	const pages = Math.max(1, Math.ceil(total / ordersPerPage));
	if (place > pages) error(404, m.orders_page_beyond({ page: place, pages }));
	await recordView(event, 'watch-list');
	const n = (orders: number) => formatCount(orders, getLocale());
	return {
		page: { ...shown, bar: { ...shown.bar, carried: reason === null ? [] : [{ name: 'reason', value: reason }] } },
		foot: shown.foot,
		finding:
			counts.orders === 0
				? m.orders_watch_none()
				: m.orders_watch_finding({
						total: n(counts.orders),
						overdue: n(counts.overdue),
						after: n(counts.afterClosing),
						soon: n(counts.dueSoon)
					}),
		choices: reasonChoices(event.url, counts, reason),
		notCarried: notCarried(counts),
		notListed: notListed(confidential),
		table: watchTable(rows, whyText, {
			...{ page: place, perPage: ordersPerPage, total },
			csvHref: csvHref(request, 'watch-list', reason === null ? {} : { reason })
		}),
		pages: pageLinks(event.url, place, pages)
	};
};
