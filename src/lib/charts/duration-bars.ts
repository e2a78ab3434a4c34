import * as Plot from '@observablehq/plot';
import { formatCount, formatShare } from '../domain/format.ts';
import { namesX, valueLinesX, valueLinesY } from './axes.ts';
import { data as dataColor, ink, isNarrow, plotFrame, smallFont, type BaseOptions, type Frame } from './frame.ts';
import { hatched } from './hatch.ts';
import { rowLayout } from './row-layout.ts';
import { widest, wrapText } from './text.ts';
import { tip, titled } from './tips.ts';
import { axisText, niceTicks } from './values.ts';

/** One span of time and how many fell into it. Spans touch and leave nothing out; the last may be open. */
export type BinRow = {
	/** The span in words: '1–4 h', 'over 15 days'. */
	label: string;
	count: number;
	/** Not final, e.g. still open: hatched. */
	open?: boolean;
};

export type BinOptions = BaseOptions & {
	/** 'share' of all rows, or 'count'. */
	as: 'count' | 'share';
};

/** How long it took, in spans with their names under them: unequal spans are names, not distances. */
export function durationBars(rows: BinRow[], options: BinOptions, frame: Frame): Plot.PlotOptions {
	const { locale, as } = options;
	const total = rows.reduce((sum, row) => sum + row.count, 0);
	const value = (row: BinRow) => (as === 'share' ? (total === 0 ? 0 : row.count / total) : row.count);
	const kind = as === 'share' ? 'rate' : 'count';
	const ticks = niceTicks(0, Math.max(...rows.map(value), as === 'share' ? 0.01 : 1), isNarrow(frame) ? 3 : 5, kind);
	const tickText = (each: number) => axisText(each, kind, locale, ticks.step);
	const valueText = (row: BinRow) => (as === 'share' ? formatShare(value(row)) : formatCount(row.count, locale));
	const words = (row: BinRow) =>
		`${row.label}\n${formatCount(row.count, locale)} / ${formatCount(total, locale)}  ${formatShare(total === 0 ? NaN : row.count / total, 1)}`;
	const look = { fill: dataColor(0), ...titled(frame, words) };
	const sorts = [
		{ rows: rows.filter((row) => !row.open), render: undefined },
		{ rows: rows.filter((row) => row.open), render: hatched }
	];

	if (isNarrow(frame)) {
		const layout = rowLayout(
			rows.map((row) => ({ name: row.label, value: valueText(row) })),
			frame
		);
		const margins = { top: 24, right: layout.right, bottom: 6, left: layout.left };
		const middle = (row: BinRow) => rows.indexOf(row) + layout.markAt / layout.rowHeight;
		const half = 8 / layout.rowHeight;
		const y1 = (row: BinRow) => middle(row) - half;
		const y2 = (row: BinRow) => middle(row) + half;
		return {
			...plotFrame(frame, 30 + rows.length * layout.rowHeight, margins),
			x: { domain: ticks.domain, axis: null },
			y: { domain: [0, Math.max(1, rows.length)], reverse: true, axis: null },
			marks: [
				...valueLinesX(ticks, tickText, 'top'),
				...layout.marks(margins),
				...sorts.map((sort) => Plot.rect(sort.rows, { ...look, x1: () => 0, x2: value, y1, y2, render: sort.render })),
				...tip(frame, rows, { x: value, y: middle }, words)
			]
		};
	}
	const margins = { top: 24, right: 4, bottom: 44, left: widest(ticks.values.map(tickText), smallFont) + 12 };
	const labels = rows.map(({ label }) => label);
	const room = (frame.width - margins.left - margins.right) / Math.max(1, rows.length) - 6;
	return {
		...plotFrame(frame, 290, margins),
		x: { type: 'band', domain: labels, padding: 0.12, axis: null },
		y: { domain: ticks.domain, axis: null },
		marks: [
			...valueLinesY(ticks, tickText),
			namesX(labels, (label: string) => wrapText(label, room, smallFont, 2).join('\n'), 0),
			...sorts.map((sort) => Plot.barY(sort.rows, { ...look, x: 'label', y: value, render: sort.render })),
			Plot.text(rows, {
				x: 'label',
				y: value,
				text: valueText,
				dy: -9,
				fontSize: smallFont,
				fontWeight: 600,
				fill: ink
			}),
			...tip(frame, rows, { x: (row) => row.label, y: value }, words)
		]
	};
}
