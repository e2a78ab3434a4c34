import type { StateRow } from '#lib/charts/stacked-states.ts';
import type { TimeRow } from '#lib/charts/line-over-time.ts';
import { formatCount, formatMonth, formatShare } from '#lib/domain/format.ts';
import { binEdges } from '#lib/domain/duration-bins.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { chartView, type ChartView } from './chart-view.ts';
import { columnHeading, stateKeys, stateName } from './names.ts';

const count = (value: unknown) => (typeof value === 'number' ? value : null);

/** Orders received by month, from a table of volumes by month; the month that T cuts is drawn as incomplete. */
export function volumesChart(table: FigureTable, dataCut: string, basis: string[]): ChartView | null {
	const rows: TimeRow[] = table.rows
		.filter(({ name }) => name !== null)
		.map(({ name, received }) => ({
			period: String(name),
			value: count(received),
			incomplete: String(name) === dataCut.slice(0, 7) && dataCut.slice(8, 10) < '28'
		}));
	if (rows.length < 2) return null;
	const known = rows.filter(({ value }) => value !== null);
	const most = known.reduce((a, b) => (b.value! > a.value! ? b : a), known[0]!);
	return chartView(
		{ shape: 'line-over-time', rows, options: { locale: getLocale(), kind: 'count' } },
		{
			title: m.volumes_title({
				month: formatMonth(most.period, getLocale()),
				received: formatCount(most.value, getLocale())
			}),
			subtitle: m.volumes_subtitle(),
			dataCut,
			basis
		}
	);
}

const stateColors = { closedOnTime: 1, closedLate: 2, openWithin: 1, openOverdue: 2, unknown: 7 } as const;

/** What became of the orders of each month (or unit): bars of the four states and unknown. */
export function statesChart(
	table: FigureTable,
	groups: 'periods' | 'units',
	dataCut: string,
	basis: string[]
): ChartView | null {
	const rows: StateRow[] = table.rows.flatMap((row) =>
		row.name === null
			? []
			: stateKeys.map((state) => ({ group: String(row.name), state, count: count(row[state]) ?? 0 }))
	);
	const used = stateKeys.filter((state) => rows.some((row) => row.state === state && row.count > 0));
	if (used.length === 0) return null;
	const total = table.total ?? {};
	return chartView(
		{
			shape: 'stacked-states',
			rows,
			options: {
				locale: getLocale(),
				groups,
				as: 'count',
				states: used.map((id) => ({
					id,
					label: stateName(id),
					color: stateColors[id],
					open: id === 'openWithin' || id === 'openOverdue'
				}))
			}
		},
		{
			title: m.states_title({
				late: formatCount(count(total.closedLate), getLocale()),
				overdue: formatCount(count(total.openOverdue), getLocale()),
				total: formatCount(count(total.total), getLocale())
			}),
			subtitle: m.states_subtitle(),
			dataCut,
			basis
		}
	);
}

/** Share of orders through each stage by the time gone by, from the table of binned times. */
export function stagesChart(
	distribution: FigureTable,
	stageKeys: readonly string[],
	dataCut: string,
	basis: string[]
): ChartView | null {
	const curves = stageKeys.flatMap((stage) => {
		const total = distribution.rows.reduce((sum, row) => sum + (count(row[stage]) ?? 0), 0);
		if (total === 0) return [];
		let through = 0;
		return binEdges.map((edge, bin) => {
			through += count(distribution.rows.find((row) => row.bin === bin)?.[stage]) ?? 0;
			return { stage, series: columnHeading(stage, null), t: edge / 86_400, done: through / total };
		});
	});
	if (curves.length === 0) return null;
	const inFiveDays = curves.find(({ stage, t }) => stage === 'handling-time' && t === 5);
	return chartView(
		{
			shape: 'duration-curve',
			rows: curves.map(({ series, t, done }) => ({ series, t, done })),
			options: { locale: getLocale(), unit: 'days', until: 15 }
		},
		{
			title: inFiveDays ? m.stages_title({ share: formatShare(inFiveDays.done) }) : m.stages_title_plain(),
			subtitle: m.stages_subtitle(),
			dataCut,
			basis
		}
	);
}
