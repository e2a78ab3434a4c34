import { formatCount, formatRate } from '#lib/domain/format.ts';
import { isIncomplete, namedPeriod, type Period } from '#lib/domain/periods.ts';
import { queryString } from '#lib/domain/scope.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { periodName } from '#lib/view/period-names.ts';
import { tableView } from '#lib/view/table-view.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { asked } from '../../asked.server.ts';
import { csvHref } from '../../links.ts';
import type { PageServerLoad } from './$types.js';

/** Does every handler have the visits a year asks for? The year of the period's last day, or of T. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, request, about, shown } = page;
	const yearName = (page.scope.period.to ?? about.data_cut).slice(0, 4);
	const period = namedPeriod(yearName) as Period;
	const scope = { ...page.scope, period };
	const ofYear = { ...request, scope, periodName: yearName };
	const [carried, quota, handlers] = await Promise.all([
		columnsCarried(db).executeTakeFirstOrThrow(),
		tables['handler-quota'](db, { scope, by: 'unit' }),
		tables['handler-visits'](db, { scope, by: 'unit' })
	]);
	const { handlers: all, compliant } = quota.total as { handlers: number; compliant: number };
	const year = periodName(period);
	const locale = getLocale();
	return {
		page: shown,
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
		soFar: isIncomplete(period, about.data_cut),
		backHref: `/return-visits${queryString(request)}`,
		units: tableView(quota, {
			caption: m.visit_quota_units_caption({ year }),
			csvHref: csvHref(ofYear, 'handler-quota'),
			empty: m.visit_quota_none({ year })
		}),
		handlers: tableView(handlers, {
			caption: m.visit_quota_handlers_caption({ year }),
			csvHref: csvHref(ofYear, 'handler-visits'),
			empty: m.visit_quota_none({ year })
		})
	};
};
