import { m } from '#lib/paraglide/messages.js';
import type { LinkChoice } from './by-choices.ts';

/** Ways to the pages before and after this one, the first and the last; nothing where there is one page. */
export function pageLinks(url: URL, page: number, pages: number): LinkChoice[] {
	if (pages < 2) return [];
	const href = (to: number) => {
		const query = new URLSearchParams(url.searchParams);
		query.set('page', String(to));
		return `${url.pathname}?${query}`;
	};
	const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
	return [...new Set(near)].map((to) => ({ label: m.orders_page({ page: to }), href: href(to), current: to === page }));
}
