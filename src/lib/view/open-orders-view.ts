import type { Figure } from '#lib/components/figure-card.ts';
import type { Table } from '#lib/components/table.ts';
import { fullCell } from '#lib/components/table.ts';
import { backlogEdges } from '#lib/domain/duration-bins.ts';
import { formatCount, formatShare, rateDecimals } from '#lib/domain/format.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { survivalKeys, type SurvivalMeasure } from '#queries/measures.ts';
import { chartView, type ChartView } from './chart-view.ts';
import { daysText } from './days.ts';
import { columnHeading, own } from './names.ts';

/** What the curve of a scope came to. */
export type Estimate = {
	n: number;
	closed: number;
	open: number;
	medianDays: number | null;
	p75Days: number | null;
	p90Days: number | null;
	doneIn1: number | null;
	doneIn5: number | null;
	doneIn10: number | null;
	doneIn15: number | null;
	meanClosedDays: number | null;
	negative: number;
	missing: number;
	yearNotLoaded: number;
};

const count = (value: number) => formatCount(value, getLocale());
const share = (value: number | null, n: number) =>
	value === null ? m.open_not_reached() : formatShare(value, rateDecimals(n));
/** Fewer than this and one order more or less would move the curve by a tenth. */
const fewestWatched = 10;

/** The estimate in one sentence, the mean of the closed beside it. */
export function openFinding(estimate: Estimate, measure: SurvivalMeasure): string {
	if (estimate.n === 0 || estimate.meanClosedDays === null) return m.open_none();
	const mean = daysText(estimate.meanClosedDays, measure);
	if (estimate.medianDays === null) return m.open_finding_unreached({ n: count(estimate.n), mean });
	return m.open_finding({ open: count(estimate.open), median: daysText(estimate.medianDays, measure), mean });
}

/** What the estimate leaves out, or null where that is nothing. */
export function openLeftOut({ negative, missing, yearNotLoaded }: Estimate): string | null {
	if (negative + missing + yearNotLoaded === 0) return null;
	return m.open_left_out({ negative: count(negative), missing: count(missing), notLoaded: count(yearNotLoaded) });
}

/** Median, quartile, ninth tenth and the shares done within the usual limits, each with its base. */
export function openFigures(estimate: Estimate, measure: SurvivalMeasure, href: string): Figure[] {
	const base = m.open_figure_base({
		n: count(estimate.n),
		closed: count(estimate.closed),
		open: count(estimate.open)
	});
	const isWorking = measure.days === 'working';
	const figures: [string, string, string][] = [
		['median', m.open_figure_median(), daysText(estimate.medianDays, measure)],
		['p75', m.open_figure_p75(), daysText(estimate.p75Days, measure)],
		['p90', m.open_figure_p90(), daysText(estimate.p90Days, measure)],
		['in-1', isWorking ? m.open_figure_done_working_1() : m.open_figure_done_1(), share(estimate.doneIn1, estimate.n)],
		['in-5', isWorking ? m.open_figure_done_working_5() : m.open_figure_done_5(), share(estimate.doneIn5, estimate.n)],
		[
			'in-10',
			isWorking ? m.open_figure_done_working_10() : m.open_figure_done_10(),
			share(estimate.doneIn10, estimate.n)
		],
		[
			'in-15',
			isWorking ? m.open_figure_done_working_15() : m.open_figure_done_15(),
			share(estimate.doneIn15, estimate.n)
		]
	];
	const key = survivalKeys[measure.clock][measure.days];
	return figures.map(([id, label, value], place) => ({
		...{ id: `open-${id}`, label, value, base, href, state: 'value' },
		// One card says what is in doubt about the curve that all of them are read from.
		measure: place === 0 ? key : undefined
	}));
}

/** The curve: share done by day, as far as enough orders were watched, twenty days at most. */
export function openCurve(
	points: { days: number; done: number; atRisk: number }[],
	estimate: Estimate,
	measure: SurvivalMeasure,
	dataCut: string
): ChartView | null {
	const rows = points.filter(({ atRisk }) => atRisk >= Math.min(fewestWatched, estimate.n));
	const last = rows.at(-1);
	if (!last) return null;
	const isWorking = measure.days === 'working';
	const { doneIn5 } = estimate;
	const title = isWorking ? m.open_curve_title_working : m.open_curve_title;
	return chartView(
		{
			shape: 'duration-curve',
			rows: rows.map(({ days, done }) => ({ t: days, done })),
			options: {
				locale: getLocale(),
				unit: isWorking ? 'working_days' : 'days',
				until: Math.max(1, Math.min(last.days, 20))
			}
		},
		{
			title: doneIn5 === null ? m.open_curve_title_plain() : title({ share: formatShare(doneIn5) }),
			subtitle: m.open_curve_subtitle({
				start: own(measure.start),
				n: count(estimate.n),
				open: count(estimate.open)
			}),
			dataCut,
			basis: [measure.basis]
		}
	);
}

/** Marks in the shown triangle each share whose month T has not watched that long. */
export function withIncomplete(shown: Table, table: FigureTable, limits: Record<string, number>): Table {
	return {
		...shown,
		rows: shown.rows.map((row, place) => {
			const watched = table.rows[place]?.watchedDays;
			const young = Object.entries(limits).filter(([, limit]) => typeof watched !== 'number' || watched < limit);
			return {
				...row,
				...Object.fromEntries(young.map(([key]) => [key, { ...fullCell(row[key]), note: m.open_incomplete() }]))
			};
		})
	};
}

/** The backlog as bars, youngest first; null where nothing is open. */
export function backlogChart(table: FigureTable, dataCut: string, basis: string[]): ChartView | null {
	const rows = table.rows.map((row) => ({
		code: String(row.age),
		count: Number(row.openOrders),
		longest: row.longestDays
	}));
	const orders = rows.reduce((sum, row) => sum + row.count, 0);
	if (orders === 0) return null;
	const old = rows
		.filter(({ code }) => Number(code.slice(4)) > backlogEdges.indexOf(15))
		.reduce((sum, row) => sum + row.count, 0);
	const longest = Math.max(0, ...rows.map((row) => Number(row.longest ?? 0)));
	return chartView(
		{
			shape: 'duration-bars',
			rows: rows.map((row) => ({ label: columnHeading(row.code, null), count: row.count })),
			options: { locale: getLocale(), as: 'count' }
		},
		{
			title: m.open_backlog_chart({ orders: count(orders), old: count(old), longest: count(longest) }),
			subtitle: m.open_backlog_subtitle(),
			dataCut,
			basis
		}
	);
}

/** What the holidays and make-up days change, and which years are not known; a sentence each. */
export function calendarSentences(judged: {
	counted: number;
	otherDays: number;
	otherJudgement: number;
	yearNotLoaded: number;
}): string[] {
	const { counted, otherDays, otherJudgement, yearNotLoaded } = judged;
	const numbers = { counted: count(counted), days: count(otherDays), judged: count(otherJudgement) };
	return [
		...(counted === 0 ? [] : [otherDays === 0 ? m.open_make_up_same(numbers) : m.open_make_up(numbers)]),
		...(yearNotLoaded === 0 ? [] : [m.open_year_not_loaded({ orders: count(yearNotLoaded) })])
	];
}
