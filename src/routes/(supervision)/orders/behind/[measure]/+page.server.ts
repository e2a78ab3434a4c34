import { error } from '@sveltejs/kit';
import { formatCount } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { partName } from '#lib/view/explanation.ts';
import { basisName } from '#lib/view/names.ts';
import { own } from '#lib/view/names.ts';
import { notListed, ordersTable } from '#lib/view/orders-table.ts';
import { pageLinks } from '#lib/view/page-links.ts';
import { isMeasureKey, measures } from '#queries/measures.ts';
import { ordersBehindTotal } from '#queries/orders-behind-total.ts';
import { ordersBehind, ordersPerPage } from '#queries/orders-behind.ts';
import { isCityLevelOnly } from '#queries/where/city-level.ts';
import { parts } from '#queries/where/behind.ts';
import { asked } from '../../../asked.server.ts';
import { behindHref, csvHref, explainHref, pageFrom } from '../../../links.ts';
import { recordView } from '../../../viewed.server.ts';
import type { PageServerLoad } from './$types.js';

/** The orders that a number counts, as many as it says. */
export const load: PageServerLoad = async (event) => {
	const key = event.params.measure;
	if (!isMeasureKey(key)) error(404, m.no_such_measure({ measure: key }));
	if (isCityLevelOnly(measures[key])) error(403, m.catalogue_city_no_list());
	const page = await asked(event, { hasFigures: false });
	if (page === null) return { page: null };
	const { db, scope, request, shown } = page;
	const measure = measures[key];
	const part = parts.find((known) => known === event.url.searchParams.get('part')) ?? 'numerator';
	const place = pageFrom(event.url);
	const [{ orders: total, confidential }, rows] = await Promise.all([
		ordersBehindTotal(db, key, part, scope).executeTakeFirstOrThrow(),
		ordersBehind(db, key, part, scope, place).execute()
	]);
	const shownTotal = total - confidential;
	const pages = Math.max(1, Math.ceil(shownTotal / ordersPerPage));
	if (place > pages) error(404, m.orders_page_beyond({ page: place, pages }));
	await recordView(event, key);
	const words = { part: partName(measure, part), total: formatCount(total, getLocale()) };
	return {
		page: { ...shown, bar: { ...shown.bar, carried: [{ name: 'part', value: part }] } },
		foot: shown.foot,
		title: m.orders_behind_title({ measure: own(measure.name) }),
		finding:
			total === 0
				? m.orders_behind_none(words)
				: total === 1
					? m.orders_behind_finding_one(words)
					: m.orders_behind_finding(words),
		basis: m.orders_behind_basis({ period: shown.periodName, basis: basisName(measure.basis) }),
		notListed: notListed(confidential),
		explainHref: explainHref(request, key),
		choices:
			measure.type === 'count'
				? []
				: parts.map((one) => ({
						label: partName(measure, one),
						href: behindHref(request, key, one),
						current: one === part
					})),
		table: ordersTable(rows, {
			...{ page: place, perPage: ordersPerPage, total: shownTotal },
			csvHref: csvHref(request, 'orders-behind', { measure: key, part })
		}),
		pages: pageLinks(event.url, place, pages)
	};
};
