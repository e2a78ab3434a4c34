import { error } from '@sveltejs/kit';
import { formatCount } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { own } from '#lib/view/names.ts';
import { notListed, ordersTable } from '#lib/view/orders-table.ts';
import { pageLinks } from '#lib/view/page-links.ts';
import { ordersPerPage } from '#queries/orders-behind.ts';
import { qualityOrders } from '#queries/quality-orders.ts';
import { qualityOrdersTotal } from '#queries/quality-orders-total.ts';
import { isCheckKey, qualityCheck } from '#queries/quality/index.ts';
import { asked } from '../../asked.server.ts';
import { csvHref, pageFrom, qualityHref } from '../../links.ts';
import { recordView } from '../../viewed.server.ts';
import type { PageServerLoad } from './$types.js';

/** The orders that a check finds, as many as it says. */
export const load: PageServerLoad = async (event) => {
	const key = event.params.check;
	if (!isCheckKey(key)) error(404, m.quality_no_such_check({ check: key }));
	const page = await asked(event, { hasFigures: false });
	if (page === null) return { page: null };
	const { db, scope, request, shown } = page;
	const check = qualityCheck(key);
	const place = pageFrom(event.url);
	const [{ orders: total, of, confidential }, rows] = await Promise.all([
		qualityOrdersTotal(db, key, scope).executeTakeFirstOrThrow(),
		qualityOrders(db, key, scope, place).execute()
	]);
	const shownTotal = total - confidential;
	const pages = Math.max(1, Math.ceil(shownTotal / ordersPerPage));
	if (place > pages) error(404, m.orders_page_beyond({ page: place, pages }));
	await recordView(event, `quality ${key}`);
	return {
		page: shown,
		foot: shown.foot,
		title: m.quality_orders_title({ check: own(check.name) }),
		finding: m.quality_orders_finding({
			total: formatCount(total, getLocale()),
			of: formatCount(of, getLocale())
		}),
		basis: m.quality_orders_basis({ period: shown.periodName, finds: own(check.finds) }),
		notListed: notListed(confidential),
		definitionHref: `${qualityHref(request)}#${key}`,
		table: ordersTable(rows, {
			...{ page: place, perPage: ordersPerPage, total: shownTotal },
			csvHref: csvHref(request, 'quality-orders', { check: key })
		}),
		pages: pageLinks(event.url, place, pages)
	};
};
