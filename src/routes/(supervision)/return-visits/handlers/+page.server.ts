import { formatCount, formatDate, formatRate } from '#lib/domain/format.ts';
import { isIncomplete } from '#lib/domain/periods.ts';
import { queryString } from '#lib/domain/scope.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { tableView } from '#lib/view/table-view.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { quotaMeasure } from '#queries/measures.ts';
import { asked } from '../../asked.server.ts';
import { csvHref, explainHref } from '../../links.ts';
import type { PageServerLoad } from './$types.js';

/** Does every handler have the visits a year asks for? The twelve months to the period's end, or to T. */
export const load: PageServerLoad = async (event) => {
	const { fewest } = quotaMeasure('notary-visits');
	const page = await asked(event);
	if (page === null) return { page: null, quota: fewest };
	const { db, scope, request, about, shown } = page;
	const [carried, quota, handlers] = await Promise.all([
		columnsCarried(db).executeTakeFirstOrThrow(),
		tables['handler-quota'](db, { scope, by: 'unit' }),
		tables['handler-visits'](db, { scope, by: 'unit' })
	]);
	const { handlers: all, compliant } = quota.total as { handlers: number; compliant: number };
	const locale = getLocale();
	const lastDay = (scope.period.to ?? about.data_cut).slice(0, 10);
	const year = m.visit_quota_year({ day: formatDate(lastDay, locale) });
	return {
		page: shown,
		quota: fewest,
		foot: shown.foot,
		hasHandlers: carried.handler > 0,
		finding:
			carried.handler === 0
				? undefined
				: all === 0
					? m.visit_quota_none({ year })
					: m.visit_quota_finding({
							year,
							handlers: formatCount(all, locale),
							compliant: formatCount(compliant, locale),
							rate: formatRate(compliant, all, locale)
						}),
		soFar: isIncomplete(scope.period, about.data_cut),
		backHref: `/return-visits${queryString(request)}`,
		units: tableView(quota, {
			caption: m.visit_quota_units_caption({ year }),
			csvHref: csvHref(request, 'handler-quota'),
			explain: (measure, name) => explainHref(request, measure, 'unit', name),
			empty: m.visit_quota_none({ year })
		}),
		handlers: tableView(handlers, {
			caption: m.visit_quota_handlers_caption({ year }),
			csvHref: csvHref(request, 'handler-visits'),
			empty: m.visit_quota_none({ year })
		})
	};
};
