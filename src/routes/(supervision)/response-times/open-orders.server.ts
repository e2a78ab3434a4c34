import { triangleLimits } from '#lib/server/reports/open-orders-tables.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	backlogChart,
	calendarSentences,
	openCurve,
	openFigures,
	openFinding,
	openLeftOut,
	withIncomplete
} from '#lib/view/open-orders-view.ts';
import { measuresIn } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import { makeUpDays } from '#queries/make-up-days.ts';
import { measures, survivalKeys, survivalMeasure } from '#queries/measures.ts';
import { survivalCurve } from '#queries/survival-curve.ts';
import { clocks, dayKinds } from '#queries/where/clocks.ts';
import type { Asked } from '../asked.server.ts';
import { csvHref, explainHref } from '../links.ts';

/** The section that counts the open orders: the curve, the months, the backlog, the calendar. */
export async function countingTheOpen(
	{ db, scope, series, request, about }: Asked,
	url: URL,
	hasClosings: boolean,
	notes: ReadonlyMap<string, string>
) {
	const clock = clocks.find((known) => known === url.searchParams.get('clock')) ?? 'citizen';
	const days = dayKinds.find((known) => known === url.searchParams.get('days')) ?? 'working';
	const key = survivalKeys[clock][days];
	const measure = survivalMeasure(key);
	const cutDay = about.data_cut.slice(0, 10);
	const months = { ...request, periodName: null, scope: series };
	const ever = { ...scope, period: { from: about.first_received_at?.slice(0, 10) ?? null, to: cutDay } };
	const stock = { ...request, periodName: null, scope: ever };
	const [estimate, curve, triangle, backlog, judged] = await Promise.all([
		handlingSurvival(db, key, scope).executeTakeFirstOrThrow(),
		survivalCurve(db, key, scope).execute(),
		tables['done-within'](db, { scope: series, by: 'month' }),
		tables.backlog(db, { scope: ever, by: 'unit' }),
		makeUpDays(db, scope).executeTakeFirstOrThrow()
	]);
	const chosen = (name: string, value: string) => {
		const query = new URLSearchParams(url.searchParams);
		query.set(name, value);
		return `${url.pathname}?${query}#open-orders`;
	};
	return {
		/** The measures of the section's figures, for the foot. */
		measures: measuresIn(key, triangle, backlog),
		clocks: [
			{ label: m.open_clock_citizen(), href: chosen('clock', 'citizen'), current: clock === 'citizen' },
			{ label: m.open_clock_unit(), href: chosen('clock', 'unit'), current: clock === 'unit' }
		],
		days: [
			{ label: m.open_days_working(), href: chosen('days', 'working'), current: days === 'working' },
			{ label: m.open_days_clock(), href: chosen('days', 'clock'), current: days === 'clock' }
		],
		/** Null where no export carries a closing: a curve of nothing closed would say that nothing ever was. */
		times: hasClosings
			? {
					finding: openFinding(estimate, measure),
					leftOut: openLeftOut(estimate),
					figures: estimate.n === 0 ? [] : openFigures(estimate, measure, explainHref(request, key)),
					chart: openCurve(curve, estimate, measure, about.data_cut),
					triangle: withIncomplete(
						tableView(triangle, {
							caption: m.open_triangle_caption(),
							explain: (of, name) => explainHref(months, of, 'month', name),
							csvHref: csvHref(months, 'done-within'),
							notes,
							empty: m.open_none()
						}),
						triangle,
						triangleLimits
					),
					calendar: calendarSentences(judged)
				}
			: null,
		backlogChart: backlogChart(backlog, about.data_cut, [measures['open-orders'].basis]),
		backlog: tableView(backlog, {
			caption: m.open_backlog_caption(),
			explain: (of) => explainHref(stock, of),
			csvHref: csvHref(stock, 'backlog'),
			empty: m.open_backlog_none()
		})
	};
}

export type CountedOpen = Awaited<ReturnType<typeof countingTheOpen>>;
