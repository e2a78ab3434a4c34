import * as Plot from '@observablehq/plot';
import { formatCountShort } from '../domain/format.ts';
import { m } from '../paraglide/messages.js';
import { namesX, valueLinesY } from './axes.ts';
import { ink, ink2, isNarrow, paper, plotFrame, rule2, smallFont, type BaseOptions, type Frame } from './frame.ts';
import { funnelCurves, pointLabels, volumeTicks, type Curve } from './funnel-parts.ts';
import { stateDots, stateLegend, type UnitState } from './interval-dots.ts';
import { legend, textAt, type LegendItem } from './legend.ts';
import { rankedWords } from './ranked-dots.ts';
import { spread, widest } from './text.ts';
import { tip } from './tips.ts';
import { axisText, niceTicks, valueText } from './values.ts';

/** One unit: its volume and its rate. */
export type FunnelRow = {
	id: string;
	label: string;
	numerator: number;
	/** How many the rate rests on: the place on the axis. */
	denominator: number;
	/** Judged at 99.8 % by the query that made the row, not here. */
	state?: UnitState;
};

export type FunnelOptions = BaseOptions & {
	/** Σ numerator ÷ Σ denominator, or the target the limits stand round. */
	pooled: { value: number; label?: string };
	/** φ ≥ 1: limits are widened by its square root where units differ more than chance alone makes them. */
	overdispersion?: number;
	/** What the denominator counts, for the axis: 'Orders due'. */
	volume: string;
};

const rate = (row: FunnelRow) => row.numerator / row.denominator;

/** Units of unequal volume: those outside the funnel differ by more than chance. */
export function funnelPlot(rows: FunnelRow[], options: FunnelOptions, frame: Frame): Plot.PlotOptions {
	const { locale, pooled } = options;
	const narrow = isNarrow(frame);
	const shown = rows.filter((row) => row.denominator > 0);
	const most = Math.max(10, ...shown.map((row) => row.denominator)) * 1.08;

	// The picture follows the points; at tiny volumes the limits may leave it.
	const rates = [...shown.map(rate), pooled.value];
	const room = Math.max(0.02, (Math.max(...rates) - Math.min(...rates)) * 0.06);
	const ticks = niceTicks(Math.min(...rates) - room, Math.max(...rates) + room, narrow ? 4 : 6, 'rate');
	const tickText = (value: number) => axisText(value, 'rate', locale, ticks.step);
	const curves = funnelCurves(pooled.value, most, options.overdispersion ?? 1, ticks.domain);

	const lineNames = [
		{ text: m.chart_limits_998({}, { locale }), value: lastRate(curves, 998) },
		{ text: m.chart_limits_95({}, { locale }), value: lastRate(curves, 95) },
		{
			text: `${pooled.label ?? m.chart_pooled({}, { locale })} ${valueText(pooled.value, 'rate', locale, 1000)}`,
			value: pooled.value
		}
	];
	const lineKeys = (['line', 'dashed line', 'thick line'] as const).map((mark, i): LegendItem => ({
		text: lineNames[i]!.text,
		color: i === 2 ? ink : ink2,
		mark
	}));
	const key = legend([...stateLegend(shown, locale), ...(narrow ? lineKeys : [])], frame.width);
	const margins = {
		top: key.height + 12,
		right: narrow
			? 14
			: widest(
					lineNames.map(({ text }) => text),
					smallFont
				) + 12,
		bottom: 46,
		left: widest(ticks.values.map(tickText), smallFont) + 12
	};
	const height = margins.top + margins.bottom + (narrow ? 260 : 330);
	const box = {
		left: margins.left,
		right: frame.width - margins.right,
		top: margins.top,
		bottom: height - margins.bottom
	};
	const x = (n: number) => box.left + Math.sqrt(n / most) * (box.right - box.left);
	const y = (value: number) =>
		box.bottom - ((value - ticks.domain[0]) / (ticks.domain[1] - ticks.domain[0])) * (box.bottom - box.top);
	const far = (row: FunnelRow) => Math.abs(rate(row) - pooled.value) * Math.sqrt(row.denominator);
	const labels = pointLabels(shown, (row) => ({ x: x(row.denominator), y: y(rate(row)), far: far(row) }), box, {
		most: narrow ? 5 : 12,
		size: smallFont,
		width: narrow ? 130 : 190
	});
	const nameTops = spread(
		lineNames.map(({ value }) => y(value)),
		15,
		box.top,
		box.bottom
	);
	const words = (row: FunnelRow) => rankedWords({ ...row, value: rate(row) }, { kind: 'rate', locale });
	const place = { x: (row: FunnelRow) => row.denominator, y: rate };

	return {
		...plotFrame(frame, height, margins),
		x: { type: 'sqrt', domain: [0, most], axis: null },
		y: { domain: ticks.domain, axis: null },
		marks: [
			...key.marks(margins),
			...valueLinesY(ticks, tickText),
			namesX(volumeTicks(most, x, narrow ? 40 : 52), (n: number) => formatCountShort(n, locale)),
			textAt(options.volume, box.right, height - 8, margins, { textAnchor: 'end', fontSize: smallFont, fill: ink2 }),
			...curves.map(({ z, points }) =>
				Plot.line(points, {
					x: 'n',
					y: 'rate',
					stroke: z === 95 ? ink2 : rule2,
					strokeWidth: 1.25,
					strokeDasharray: z === 95 ? '2 4' : undefined
				})
			),
			Plot.ruleY([pooled.value], { stroke: ink, strokeWidth: 1.25 }),
			...(narrow
				? []
				: lineNames.map(({ text }, i) =>
						textAt(text, box.right + 8, nameTops[i]!, margins, { fontSize: smallFont, fill: i === 2 ? ink : ink2 })
					)),
			...stateDots(shown, place, frame, words),
			...labels.map(({ row, text, anchor, dx, dy }) =>
				Plot.text([row], {
					...place,
					text: () => text,
					textAnchor: anchor,
					dx,
					dy,
					fontSize: smallFont,
					fontWeight: 600,
					fill: ink,
					stroke: paper,
					strokeWidth: 4
				})
			),
			...tip(frame, shown, place, words)
		]
	};
}

const lastRate = (curves: Curve[], z: Curve['z']) =>
	curves.find((curve) => curve.z === z && curve.side === 'high')?.points.at(-1)?.rate ?? 0;
