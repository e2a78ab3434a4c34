import { data as dataColor, symbols } from './frame.ts';
import type { LineOptions, TimeRow } from './line-over-time.ts';
import { everyPeriod, utc } from './time-axis.ts';
import { niceTicks, type Ticks } from './values.ts';

export type Point = TimeRow & { date: Date; series: string };
export type Series = { name: string; points: Point[]; color: string; symbol: (typeof symbols)[number] };

/** One list of points a series, a point for every period; where there is no row the value is null. */
export function seriesOf(rows: TimeRow[], order?: string[]): { periods: string[]; series: Series[] } {
	const periods = everyPeriod(rows.map((row) => row.period));
	const names = order ?? [...new Set(rows.map((row) => row.series ?? ''))];
	const series = names.map((name, index) => {
		const own = new Map(rows.filter((row) => (row.series ?? '') === name).map((row) => [row.period, row]));
		const points = periods.map((period): Point => ({
			value: null,
			...own.get(period),
			period,
			series: name,
			date: utc(period)
		}));
		return { name, points, color: dataColor(index), symbol: symbols[index % symbols.length] ?? 'circle' };
	});
	return { periods, series };
}

export const isKnown = (point: Point): point is Point & { value: number } => point.value !== null;

/** A line may start where its values do; a count starts at zero. */
export function lineTicks(series: Series[], options: LineOptions, count: number): Ticks {
	const values = series
		.flatMap(({ points }) => points)
		.flatMap(({ value, low, high }) => [value, low, high])
		.filter((value): value is number => typeof value === 'number');
	if (options.target) values.push(options.target.value);
	if (options.fromZero ?? options.kind === 'count') values.push(0);
	if (values.length === 0) values.push(0, 1);
	return niceTicks(Math.min(...values), Math.max(...values), count, options.kind);
}

/** The finished part of a line, and the part to draw dashed: from the last finished point into the unfinished ones. */
export function parts(points: Point[]): { firm: Point[]; open: Point[] } {
	const blank = (point: Point): Point => ({ ...point, value: null });
	return {
		firm: points.map((point) => (point.incomplete ? blank(point) : point)),
		open: points.map((point, i) => (point.incomplete || points[i + 1]?.incomplete ? point : blank(point)))
	};
}

/** Points a line can't show: those with a gap on both sides. */
export const lonely = (points: Point[]) =>
	points.filter((point, i) => isKnown(point) && points[i - 1]?.value == null && points[i + 1]?.value == null);
