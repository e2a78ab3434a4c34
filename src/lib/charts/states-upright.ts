import * as Plot from '@observablehq/plot';
import { namesX, valueLinesY } from './axes.ts';
import { breaksHeight, breaksWithin, uprightBreaks } from './break-marks.ts';
import { plotFrame, smallFont } from './frame.ts';
import { hatched } from './hatch.ts';
import { endNames } from './state-names.ts';
import { axisWords, barColor, segmentWords, type DrawStates, type Segment } from './state-segments.ts';
import { widest } from './text.ts';
import { timeTicks } from './time-axis.ts';
import { tip, titled } from './tips.ts';

/** Periods on the x axis; the names of the states stand beside the last bar. */
export const upright: DrawStates = (groups, segments, ticks, options, frame) => {
	const names = endNames(segments, options.states, ticks, frame.width);
	const breaks = breaksWithin(options.breaks, groups);
	const margins = {
		top: 12 + breaksHeight(breaks),
		right: names.width + 14,
		bottom: 44,
		left:
			widest(
				ticks.values.map((value) => axisWords(value, ticks, options)),
				smallFont
			) + 12
	};
	const plotWidth = frame.width - margins.left - margins.right;
	const dates = timeTicks(groups, Math.max(2, Math.floor(plotWidth / 52)), options.locale);
	const height = 312 + breaksHeight(breaks);
	// Of a band scale with padding p, n bands and as much outside: n − p + 2p steps.
	const step = plotWidth / (groups.length + 0.25);
	const dateText = new Map(dates.map(({ period, text: words }) => [period, words]));
	const say = (segment: Segment) => segmentWords(segment, options);
	const bar = { x: 'group', y1: 'from', y2: 'to', fill: barColor, insetTop: 1, ...titled(frame, say) };
	return {
		...plotFrame(frame, height, margins),
		x: { type: 'band', domain: groups, padding: 0.25, axis: null },
		y: { domain: ticks.domain, axis: null },
		marks: [
			...valueLinesY(ticks, (value) => axisWords(value, ticks, options)),
			namesX(
				dates.map(({ period }) => period),
				(period: string) => dateText.get(period) ?? '',
				0
			),
			Plot.barY(
				segments.filter(({ state }) => !state.open),
				bar
			),
			Plot.barY(
				segments.filter(({ state }) => state.open),
				{ ...bar, render: hatched }
			),
			...names.marks(margins, height),
			...uprightBreaks(
				breaks.map(({ period, text }) => ({ at: period, text, share: groups.indexOf(period) / groups.length })),
				plotWidth,
				-6,
				-step / 2
			),
			...tip(frame, segments, { x: (row) => row.group, y: (row) => (row.from + row.to) / 2 }, say)
		]
	};
};
