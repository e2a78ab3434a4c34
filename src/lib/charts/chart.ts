import type { PlotOptions } from '@observablehq/plot';
import { drawSvg } from './draw.ts';
import { durationBars, type BinOptions, type BinRow } from './duration-bars.ts';
import { durationCurve, type DurationOptions, type DurationRow } from './duration-curve.ts';
import { flowBars, type FlowOptions, type FlowRow } from './flow-bars.ts';
import { narrowWidth, wideWidth, type Frame } from './frame.ts';
import { funnelPlot, type FunnelOptions, type FunnelRow } from './funnel-plot.ts';
import { lineOverTime, type LineOptions, type TimeRow } from './line-over-time.ts';
import { rankedDots, type RankedOptions, type RankedRow } from './ranked-dots.ts';
import { stackedStates, type StateRow, type StatesOptions } from './stacked-states.ts';
import { weekdayHourHeat, type HeatOptions, type HeatRow } from './weekday-hour-heat.ts';

/** The name of a shape is the question it answers; its function turns rows into a picture's options. */
export const shapes = {
	'line-over-time': lineOverTime,
	'ranked-dots': rankedDots,
	'funnel-plot': funnelPlot,
	'stacked-states': stackedStates,
	'duration-curve': durationCurve,
	'duration-bars': durationBars,
	'flow-bars': flowBars,
	'weekday-hour-heat': weekdayHourHeat
};

/** A chart as plain data: it goes from the server to the page as it is. */
export type ChartSpec =
	| { shape: 'line-over-time'; rows: TimeRow[]; options: LineOptions }
	| { shape: 'ranked-dots'; rows: RankedRow[]; options: RankedOptions }
	| { shape: 'funnel-plot'; rows: FunnelRow[]; options: FunnelOptions }
	| { shape: 'stacked-states'; rows: StateRow[]; options: StatesOptions }
	| { shape: 'duration-curve'; rows: DurationRow[]; options: DurationOptions }
	| { shape: 'duration-bars'; rows: BinRow[]; options: BinOptions }
	| { shape: 'flow-bars'; rows: FlowRow[]; options: FlowOptions }
	| { shape: 'weekday-hour-heat'; rows: HeatRow[]; options: HeatOptions };

/** The same chart for a wide screen and for a phone; the page shows one of them. */
export type Drawn = { wide: string; narrow: string };

export function plotOptions(spec: ChartSpec, frame: Frame): PlotOptions {
	const shape = shapes[spec.shape] as (rows: unknown, options: unknown, frame: Frame) => PlotOptions;
	return shape(spec.rows, spec.options, frame);
}

/** Draws on the server: call it in `load` and hand the result to Chart.svelte. */
export const drawChart = (spec: ChartSpec): Drawn => ({
	wide: drawSvg(plotOptions(spec, { width: wideWidth })),
	narrow: drawSvg(plotOptions(spec, { width: narrowWidth }))
});
