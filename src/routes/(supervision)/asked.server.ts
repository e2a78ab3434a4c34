import { error, type RequestEvent } from '@sveltejs/kit';
import type { PageFootState } from '#lib/components/page-foot.ts';
import type { PeriodBarState } from '#lib/components/period-bar.ts';
import { isIncomplete, periodBefore, yearBefore } from '#lib/domain/periods.ts';
import { requestFrom, UnreadablePeriod, type Request, type Scope } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import type { AboutTable } from '#lib/server/warehouse/schema.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { periodBar } from '#lib/view/period-bar-view.ts';
import { comparisonName, periodName } from '#lib/view/period-names.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import { filterValues } from '#queries/filter-values.ts';
import { monthsReceived } from '#queries/months-received.ts';

/** What every supervisors' page starts from: one version of the warehouse and what the address asks of it. */
export type Asked = {
	db: WarehouseDb;
	about: AboutTable;
	request: Request;
	scope: Scope;
	/** The same question of the period compared with; null where there is none. */
	compared: { scope: Scope; name: string } | null;
	/** What the reader sees of all this. */
	shown: { bar: PeriodBarState; foot: PageFootState; periodName: string; isIncomplete: boolean; dataCut: string };
};

/** Reads the address against the served warehouse; null while nothing is loaded, 400 for a period that is none. */
export async function asked({ url }: Pick<RequestEvent, 'url'>): Promise<Asked | null> {
	const warehouse = await servedWarehouse();
	if (warehouse === null) return null;
	const { db, about } = warehouse;
	const request = readRequest(url, about.data_cut);
	const [values, months, exports] = await Promise.all([
		filterValues(db).execute(),
		monthsReceived(db).execute(),
		exportsLoaded(db).execute()
	]);
	const { scope, comparison } = request;
	const before =
		comparison === 'none' ? null : comparison === 'year' ? yearBefore(scope.period) : periodBefore(scope.period);
	return {
		db,
		about,
		request,
		scope,
		compared: before && { scope: { ...scope, period: before }, name: comparisonName(comparison) },
		shown: {
			bar: periodBar({ path: url.pathname, request, values, months: months.map(({ month }) => month) }),
			foot: {
				period: periodName(scope.period),
				dataCut: about.data_cut,
				exports: exports.length,
				exportsHref: '/imports',
				version: about.version,
				isMadeUp: about.is_made_up,
				links: [{ href: '/methods', label: m.away_methods() }]
			},
			periodName: periodName(scope.period),
			isIncomplete: isIncomplete(scope.period, about.data_cut),
			dataCut: about.data_cut
		}
	};
}

function readRequest(url: URL, dataCut: string): Request {
	try {
		return requestFrom(url.searchParams, dataCut);
	} catch (problem) {
		if (problem instanceof UnreadablePeriod) error(400, m.period_unreadable({ value: problem.value }));
		throw problem;
	}
}
