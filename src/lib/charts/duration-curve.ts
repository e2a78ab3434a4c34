import * as Plot from '@observablehq/plot';
import { formatShare } from '../domain/format.ts';
import { namesX, valueLinesY } from './axes.ts';
import {
	data as dataColor,
	fontSize,
	ink,
	ink2,
	isNarrow,
	plotFrame,
	smallFont,
	symbols,
	type BaseOptions,
	type Frame
} from './frame.ts';
import { curveWords, stepsOf, type CurvePoint } from './duration-parts.ts';
import { legend, textAt } from './legend.ts';
import { referenceLines } from './reference-line.ts';
import { spread, widest, wrapText } from './text.ts';
import { tip, titled } from './tips.ts';
import { axisText, axisUnit, niceTicks, plainText } from './values.ts';

/** How much of one stage was done by a time: a point of a Kaplan–Meier or plain cumulative curve. */
export type DurationRow = {
	/** Name of the stage or group; leave it out where there is one. */
	series?: string;
	/** Time since the start, in options.unit. */
	t: number;
	/** Share done by then, 0–1. */
	done: number;
	low?: number | null;
	high?: number | null;
};

export type DurationOptions = BaseOptions & {
	unit: 'hours' | 'days' | 'working_days';
	order?: string[];
	/** Limits as upright lines: { t: 5, label: 'Limit 5 working days' }. */
	limits?: { t: number; label: string }[];
	/** Where the picture ends; later points are left to the table. */
	until?: number;
};

/** Share done within t, one to four stages: how long it takes, open orders counted as not yet done. */
export function durationCurve(rows: DurationRow[], options: DurationOptions, frame: Frame): Plot.PlotOptions {
	const { locale, unit, limits = [] } = options;
	const narrow = isNarrow(frame);
	const until = options.until ?? Math.max(1, ...rows.map((row) => row.t), ...limits.map(({ t }) => t * 1.05));
	const names = options.order ?? [...new Set(rows.map((row) => row.series ?? ''))];
	const series = names.map((name, i) => ({
		name,
		color: dataColor(i),
		symbol: symbols[i] ?? 'circle',
		points: stepsOf(rows, name, until)
	}));
	const ticksY = niceTicks(0, 1, narrow ? 4 : 5, 'rate');
	const ticksX = niceTicks(0, until, narrow ? 4 : 7, 'number');
	const named = ticksX.values.filter((t) => t <= until);
	const shareText = (value: number) => axisText(value, 'rate', locale, ticksY.step);

	const namesAbove = narrow && names.length > 1;
	const endLines = series.map(({ name, points }) => {
		const value = formatShare(points.at(-1)?.done ?? NaN);
		return name && !namesAbove ? wrapText(`${name} ${value}`, 150, fontSize) : [value];
	});
	const key = legend(
		namesAbove ? series.map(({ name, color, symbol }) => ({ text: name, color, mark: symbol })) : [],
		frame.width
	);
	const margins = {
		top: key.height + 12 + limits.length * 18,
		right: widest(endLines.flat(), fontSize) + 20,
		bottom: 46,
		left: widest(ticksY.values.map(shareText), smallFont) + 12
	};
	const plotHeight = narrow ? 200 : 260;
	const height = margins.top + margins.bottom + plotHeight;
	const top = (value: number) => margins.top + (1 - value) * plotHeight;
	const natural = series.map(({ points }) => top(points.at(-1)?.done ?? 0));
	const gap = Math.max(1, ...endLines.map((lines) => lines.length)) * 16 + 2;
	const apart = spread(natural, gap, margins.top, margins.top + plotHeight);
	const place = { x: (point: CurvePoint) => point.t, y: (point: CurvePoint) => point.done };
	const words = (point: CurvePoint) => curveWords(point, options);

	return {
		...plotFrame(frame, height, margins),
		x: { domain: [0, until], axis: null },
		y: { domain: [0, 1], axis: null },
		marks: [
			...key.marks(margins),
			...valueLinesY(ticksY, shareText),
			namesX(named, (t: number) => plainText(t, locale)),
			textAt(axisUnit(unit, locale), frame.width - margins.right, height - 8, margins, {
				textAnchor: 'end',
				fontSize: smallFont,
				fill: ink2
			}),
			...referenceLines(
				limits.map(({ t, label }) => ({ value: t, text: label, dash: '6 3' })),
				[0, until],
				frame.width - margins.left - margins.right,
				-6
			),
			...series.flatMap(({ points, color, symbol }, i) => [
				points.some(({ low }) => low != null)
					? Plot.areaY(points, {
							x: 't',
							y1: (p: CurvePoint) => p.low ?? NaN,
							y2: (p: CurvePoint) => p.high ?? NaN,
							curve: 'step-after',
							fill: color,
							fillOpacity: 0.16
						})
					: null,
				Plot.line(points, { ...place, curve: 'step-after', stroke: color, strokeWidth: 2 }),
				Plot.dot(points, {
					...place,
					r: 7,
					fill: 'none',
					stroke: 'none',
					pointerEvents: 'all',
					...titled(frame, words)
				}),
				Plot.dot(points.slice(-1), { ...place, symbol, r: 4.5, fill: color }),
				Plot.text(points.slice(-1), {
					...place,
					text: () => endLines[i]!.join('\n'),
					textAnchor: 'start',
					dx: 11,
					dy: apart[i]! - natural[i]!,
					fontSize,
					lineHeight: 1.25,
					fontWeight: 600,
					fill: ink
				})
			]),
			...tip(
				frame,
				series.flatMap(({ points }) => points),
				place,
				words
			)
		]
	};
}
