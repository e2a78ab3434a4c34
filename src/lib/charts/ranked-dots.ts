import * as Plot from '@observablehq/plot';
import { formatBase } from '../domain/format.ts';
import { m } from '../paraglide/messages.js';
import { valueLinesX } from './axes.ts';
import { isNarrow, plotFrame, type BaseOptions, type Frame } from './frame.ts';
import { stateColor, stateDots, stateLegend, stateOf, type UnitState } from './interval-dots.ts';
import { legend } from './legend.ts';
import { referenceLines } from './reference-line.ts';
import { rowLayout } from './row-layout.ts';
import { tip } from './tips.ts';
import { axisText, niceTicks, valueText, type ValueKind } from './values.ts';

/** One unit: its value with an interval. Rows stand in the order they are given. */
export type RankedRow = {
	id: string;
	label: string;
	/** Null where it may not be shown. */
	value: number | null;
	low?: number | null;
	high?: number | null;
	numerator?: number | null;
	denominator?: number | null;
	/** 'too_few': an empty mark and words, no interval. 'outside_…': beyond what chance explains. */
	state?: UnitState;
	/** Instead of the standard words for too few. */
	reason?: string;
};

export type RankedOptions = BaseOptions & {
	kind: ValueKind;
	/** The whole, as a line through all rows. */
	pooled?: { value: number; label?: string };
	target?: { value: number; label: string };
	/** Start the axis at zero. Left out: no, dots need not. */
	fromZero?: boolean;
};

/** Units compared: a dot with its interval for each, against the line of the whole. */
export function rankedDots(rows: RankedRow[], options: RankedOptions, frame: Frame): Plot.PlotOptions {
	const { locale, kind, pooled, target } = options;
	const layout = rowLayout(
		rows.map((row) => rowTexts(row, options)),
		frame
	);
	const numbers = rows
		.flatMap(({ value, low, high, state }) => (state === 'too_few' ? [value] : [value, low, high]))
		.filter((value): value is number => typeof value === 'number');
	numbers.push(
		...[pooled?.value, target?.value, options.fromZero ? 0 : undefined].filter((value) => value !== undefined)
	);
	if (numbers.length === 0) numbers.push(0, 1);
	const ticks = niceTicks(Math.min(...numbers), Math.max(...numbers), isNarrow(frame) ? 4 : 5, kind);

	const references = [];
	if (pooled) {
		const name = pooled.label ?? m.chart_pooled({}, { locale });
		references.push({ value: pooled.value, text: `${name} ${valueText(pooled.value, kind, locale, 1000)}` });
	}
	if (target) references.push({ value: target.value, text: target.label, dash: '6 3' });

	const key = legend(stateLegend(rows, locale), frame.width);
	const margins = { top: key.height + 26 + references.length * 16, right: layout.right, bottom: 8, left: layout.left };
	const count = Math.max(1, rows.length);
	const rowOf = new Map(rows.map((row, i) => [row, i]));
	const y = (row: RankedRow) => (rowOf.get(row) ?? 0) + layout.markAt / layout.rowHeight;
	const x = (row: RankedRow) => row.value ?? NaN;
	const words = (row: RankedRow) => rankedWords(row, options);
	const shown = rows.filter((row) => row.value !== null);

	return {
		...plotFrame(frame, margins.top + margins.bottom + count * layout.rowHeight, margins),
		x: { domain: ticks.domain, axis: null },
		y: { domain: [0, count], reverse: true, axis: null },
		marks: [
			...key.marks(margins),
			...valueLinesX(ticks, (value) => axisText(value, kind, locale, ticks.step), 'top'),
			...referenceLines(references, ticks.domain, frame.width - margins.left - margins.right),
			...layout.marks(margins),
			Plot.link(
				rows.filter((row) => row.low != null && row.high != null && stateOf(row) !== 'too_few'),
				{ x1: 'low', x2: 'high', y1: y, y2: y, stroke: stateColor, strokeWidth: 2.5, strokeOpacity: 0.5 }
			),
			...stateDots(shown, { x, y }, frame, words),
			...tip(frame, shown, { x, y }, words)
		]
	};
}

function rowTexts(row: RankedRow, { kind, locale }: RankedOptions) {
	const { label, value, numerator, denominator, reason } = row;
	const text = value === null ? '' : valueText(value, kind, locale, denominator);
	const base = denominator == null || numerator == null ? '' : formatBase(numerator, denominator, locale);
	if (stateOf(row) !== 'too_few') return { name: label, value: text, base };
	return { name: label, value: text, base: base || reason || m.chart_too_few({}, { locale }), isEmpty: value === null };
}

/** What a unit says at the pointer: name, value and base, interval, what its shape means. */
export function rankedWords(row: RankedRow, options: RankedOptions): string {
	const { locale, kind } = options;
	const text = (value: number) => valueText(value, kind, locale, row.denominator);
	const { value, base } = rowTexts(row, options);
	const interval =
		row.low == null || row.high == null || stateOf(row) === 'too_few'
			? ''
			: `${m.chart_interval({}, { locale })} ${text(row.low)}–${text(row.high)}`;
	const state = stateLegend([row], locale)[0]?.text ?? '';
	return [row.label, [value, base].filter(Boolean).join('  '), interval, state].filter(Boolean).join('\n');
}
