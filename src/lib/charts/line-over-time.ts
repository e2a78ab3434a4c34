import * as Plot from '@observablehq/plot';
import { namesX, valueLinesY } from './axes.ts';
import { breaksHeight, breaksWithin, uprightBreaks, type BreakMark } from './break-marks.ts';
import { fontSize, ink2, isNarrow, plotFrame, smallFont, type BaseOptions, type Frame } from './frame.ts';
import { hatchedStretch } from './hatch.ts';
import { legend, textAt } from './legend.ts';
import { incompleteWords, pointWords, seriesMarks, targetLine } from './line-marks.ts';
import { isKnown, lineTicks, seriesOf, type Point } from './line-series.ts';
import { spread, widest, wrapText } from './text.ts';
import { timeTicks, utc } from './time-axis.ts';
import { tip } from './tips.ts';
import { axisText, axisUnit, plainText, valueText, type ValueKind } from './values.ts';

/** One value of one series in one period. A period without a row, or with a null, is a gap. */
export type TimeRow = {
	/** 'YYYY-MM' or 'YYYY-MM-DD', all rows alike. */
	period: string;
	/** Name of the series as readers see it; leave it out where there is one. */
	series?: string;
	value: number | null;
	/** Interval, drawn as a band. */
	low?: number | null;
	high?: number | null;
	numerator?: number | null;
	denominator?: number | null;
	/** The period is not over, or its orders are not due yet: dashed, hollow, on hatched ground. */
	incomplete?: boolean;
};

export type LineOptions = BaseOptions & {
	kind: ValueKind;
	/** Order of the series, and with it their colours and symbols. */
	order?: string[];
	target?: { value: number; label: string };
	/** Start the axis at zero. Left out: for counts only. */
	fromZero?: boolean;
	/** Where the series is not of one piece. */
	breaks?: BreakMark[];
};

/** How something went over time: one to four series, named at their ends. */
export function lineOverTime(rows: TimeRow[], options: LineOptions, frame: Frame): Plot.PlotOptions {
	const { locale, kind, target } = options;
	const narrow = isNarrow(frame);
	const { periods, series } = seriesOf(rows, options.order);
	const ticks = lineTicks(series, options, narrow ? 4 : 5);
	const tickText = (value: number) => axisText(value, kind, locale, ticks.step);
	const unit = axisUnit(kind, locale);
	const words = (point: Point) => pointWords(point, options);

	// Beside its end a line carries its name where there is room for it, and always its last value.
	const namesAbove = narrow && series.length > 1;
	const ends = series.map(({ name, points }) => {
		const last = points.findLast(isKnown);
		if (!last) return null;
		const value = unit ? plainText(last.value, locale) : valueText(last.value, kind, locale, last.denominator);
		return { value: last.value, lines: name && !namesAbove ? wrapText(`${name} ${value}`, 150, fontSize) : [value] };
	});
	const endLines = ends.map((end) => end?.lines ?? []);
	const key = legend(
		namesAbove ? series.map(({ name, color, symbol }) => ({ text: name, color, mark: symbol })) : [],
		frame.width
	);

	const breaks = breaksWithin(options.breaks, periods);
	const headroom = target || unit || rows.some((row) => row.incomplete) ? 26 : 12;
	const margins = {
		top: key.height + headroom + breaksHeight(breaks),
		right: widest(endLines.flat(), fontSize) + 20,
		bottom: 44,
		left: widest(ticks.values.map(tickText), smallFont) + 12
	};
	const height = margins.top + margins.bottom + (narrow ? 190 : 240);
	const plotWidth = frame.width - margins.left - margins.right;
	const top = (value: number) =>
		margins.top +
		((ticks.domain[1] - value) / (ticks.domain[1] - ticks.domain[0])) * (height - margins.top - margins.bottom);
	const gap = Math.max(1, ...endLines.map((lines) => lines.length)) * 16 + 2;
	const natural = ends.map((end) => top(end?.value ?? 0));
	const apart = spread(natural, gap, margins.top, height - margins.bottom);
	const labels = ends.map((end, i) => end && { text: end.lines.join('\n'), shift: apart[i]! - natural[i]! });

	const first = utc(periods[0] ?? '2000-01');
	const last = utc(periods.at(-1) ?? '2000-01');
	const half = periods.length > 1 ? (last.getTime() - first.getTime()) / (periods.length - 1) / 2 : 864e5;
	const open = [...new Set(rows.filter((row) => row.incomplete).map((row) => row.period))].sort()[0];
	const openFrom = open === undefined ? null : new Date(utc(open).getTime() - half);
	const domain: [Date, Date] = [new Date(first.getTime() - half), new Date(last.getTime() + half)];
	const dates = timeTicks(periods, Math.max(2, Math.floor(plotWidth / 62)), locale);
	const dateText = new Map(dates.map(({ period, text }) => [utc(period).getTime(), text]));
	const place = { x: (point: Point) => point.date, y: (point: Point) => point.value ?? NaN };

	const placed = ({ period, text }: BreakMark) => {
		const at = new Date(utc(period).getTime() - half);
		return { at, text, share: (at.getTime() - domain[0].getTime()) / (domain[1].getTime() - domain[0].getTime()) };
	};

	return {
		...plotFrame(frame, height, margins),
		x: { type: 'utc', domain, axis: null },
		y: { domain: ticks.domain, axis: null },
		marks: [
			openFrom && hatchedStretch(openFrom, domain[1]),
			...valueLinesY(ticks, tickText),
			namesX(
				dates.map(({ period }) => utc(period)),
				(date: Date) => dateText.get(date.getTime()) ?? ''
			),
			openFrom && incompleteWords(domain[1], locale),
			...key.marks(margins),
			unit ? textAt(unit, 0, margins.top - 16, margins, { fontSize: smallFont, fill: ink2 }) : null,
			...(target ? targetLine(target) : []),
			...uprightBreaks(breaks.map(placed), plotWidth, 6 - headroom),
			...series.flatMap((each, i) => seriesMarks(each, labels[i] ?? null, frame, words)),
			...tip(
				frame,
				series.flatMap(({ points }) => points.filter(isKnown)),
				place,
				words
			)
		]
	};
}
