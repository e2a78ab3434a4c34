import * as Plot from '@observablehq/plot';
import { formatCount } from '../domain/format.ts';
import { valueLinesX } from './axes.ts';
import { breaksWithin, lyingBreaks } from './break-marks.ts';
import { data as dataColor, ink, plotFrame } from './frame.ts';
import { hatched } from './hatch.ts';
import { legend } from './legend.ts';
import { rowLayout } from './row-layout.ts';
import { axisWords, barColor, segmentWords, type DrawStates, type Segment } from './state-segments.ts';
import { periodName } from './time-axis.ts';
import { tip, titled } from './tips.ts';

/** A row for each unit, and on a phone for each period. */
export const lying: DrawStates = (groups, segments, ticks, options, frame) => {
	const { locale, states } = options;
	const totals = new Map(segments.map(({ group, total }) => [group, total]));
	const layout = rowLayout(
		groups.map((group) => ({
			name: options.groups === 'periods' ? periodName(group, locale) : group,
			value: formatCount(totals.get(group) ?? 0, locale)
		})),
		frame
	);
	const key = legend(
		states.map(({ label, color: n, open }) => ({
			text: label,
			color: dataColor(n - 1),
			mark: open ? 'hatched block' : 'block'
		})),
		frame.width
	);
	const margins = { top: key.height + 24, right: layout.right, bottom: 6, left: layout.isStacked ? 0 : layout.left };
	const count = Math.max(1, groups.length);
	const half = Math.min(9, layout.rowHeight * 0.34) / layout.rowHeight;
	const middle = ({ group }: Segment) => groups.indexOf(group) + layout.markAt / layout.rowHeight;
	const say = (segment: Segment) => segmentWords(segment, options);
	const bar = {
		x1: 'from',
		x2: 'to',
		y1: (segment: Segment) => middle(segment) - half,
		y2: (segment: Segment) => middle(segment) + half,
		fill: barColor,
		insetRight: 1,
		...titled(frame, say)
	};
	return {
		...plotFrame(frame, margins.top + margins.bottom + count * layout.rowHeight, margins),
		x: { domain: ticks.domain, axis: null },
		y: { domain: [0, count], reverse: true, axis: null },
		marks: [
			...key.marks(margins),
			...valueLinesX(ticks, (value) => axisWords(value, ticks, options), 'top'),
			...layout.marks(margins),
			Plot.rect(
				segments.filter(({ state }) => !state.open),
				bar
			),
			Plot.rect(
				segments.filter(({ state }) => state.open),
				{ ...bar, render: hatched }
			),
			layout.isStacked ? null : Plot.ruleX([0], { stroke: ink }),
			...lyingBreaks(
				breaksWithin(options.breaks, groups).map(({ period, text }) => ({ row: groups.indexOf(period), text })),
				frame.width - margins.left - margins.right
			),
			...tip(frame, segments, { x: (row) => (row.from + row.to) / 2, y: middle }, say)
		]
	};
};
