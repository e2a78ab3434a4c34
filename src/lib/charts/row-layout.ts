import * as Plot from '@observablehq/plot';
import { fontSize, ink, ink2, isNarrow, paper, type Frame, type Margins } from './frame.ts';
import { svgElement } from './hatch.ts';
import { legendMark, textAt } from './legend.ts';
import { cutText, textWidth, widest, wrapText } from './text.ts';

/** What stands beside a row: its name, and at the right its value and, quieter, what the value rests on. */
export type RowText = {
	name: string;
	value: string;
	base?: string;
	/** An empty mark before the base: nothing stands on the track. */ isEmpty?: boolean;
};

export type RowLayout = {
	/** Names stand above their marks, where upright lines would cross them. */
	isStacked: boolean;
	rowHeight: number;
	/** Pixels from the top of a row to the middle of its mark. */
	markAt: number;
	left: number;
	right: number;
	/** Names and values of all rows, for a frame whose y scale counts rows from 0. */
	marks: (margins: Margins) => Plot.Markish[];
};

const widestName = 230;

/**
 * Wide: the name to the left of the mark, value and base to the right. On a phone the name stands above the mark
 * with the value at its end, so that a long name costs a line and not the picture; short names stay beside it.
 */
export function rowLayout(texts: RowText[], frame: Frame): RowLayout {
	const short =
		widest(
			texts.map(({ name }) => name),
			fontSize
		) <= 84;
	return isNarrow(frame) && !short ? stacked(texts, frame) : sideBySide(texts, frame);
}

function stacked(texts: RowText[], frame: Frame): RowLayout {
	const rowHeight = 46;
	return {
		isStacked: true,
		rowHeight,
		markAt: 31,
		left: 8,
		right: 8,
		marks: (margins) =>
			texts.flatMap(({ name, value, base, isEmpty }, row) => {
				const top = margins.top + row * rowHeight + 12;
				const valueWidth = textWidth(value, fontSize);
				const baseRoom = base ? textWidth(base, fontSize) + 26 : 0;
				// A whole name is worth more than the base, which the table has too.
				const keepsBase = isEmpty || textWidth(name, fontSize) + baseRoom + valueWidth + 14 <= frame.width;
				const room = frame.width - 14 - (keepsBase ? baseRoom : 0) - valueWidth;
				const short = cutText(name, room, fontSize);
				const right = (text: string, edge: number, options: Plot.TextOptions) =>
					textAt(text, edge, top, margins, { textAnchor: 'end', fontVariant: 'tabular-nums', ...options });
				return [
					backing(frame.width, top),
					textAt(short, 0, top, margins, { fill: ink }),
					right(value, frame.width, { fill: ink, fontWeight: 600 }),
					base && keepsBase ? right(base, frame.width - (valueWidth && valueWidth + 8), { fill: ink2 }) : null,
					isEmpty ? emptyMark(frame.width - textWidth(base ?? '', fontSize) - 10, top, margins) : null
				];
			})
	};
}

function sideBySide(texts: RowText[], frame: Frame): RowLayout {
	const nameWidth = Math.min(
		widestName,
		widest(
			texts.map(({ name }) => name),
			fontSize
		)
	);
	const names = texts.map(({ name }) => wrapText(name, nameWidth + 2, fontSize, 2));
	const rowHeight = names.some((lines) => lines.length > 1) ? 38 : 26;
	const valueWidth = widest(
		texts.map(({ value }) => value),
		fontSize
	);
	const baseWidth = isNarrow(frame)
		? 0
		: widest(
				texts.map(({ base }) => base ?? ''),
				fontSize
			);
	const right = 12 + valueWidth + (baseWidth > 0 ? baseWidth + 12 : 0);
	return {
		isStacked: false,
		rowHeight,
		markAt: rowHeight / 2,
		left: nameWidth + 14,
		right,
		marks: (margins) =>
			texts.flatMap(({ value, base, isEmpty }, row) => {
				const top = margins.top + row * rowHeight + rowHeight / 2;
				const end = { textAnchor: 'end', fontVariant: 'tabular-nums' } as const;
				const valueEdge = frame.width - (baseWidth > 0 ? baseWidth + 12 : 0);
				return [
					textAt(names[row]!.join('\n'), nameWidth, top, margins, { textAnchor: 'end', fill: ink, lineHeight: 1.2 }),
					textAt(value, valueEdge, top, margins, { ...end, fill: ink, fontWeight: 600 }),
					base && baseWidth > 0 ? textAt(base, frame.width, top, margins, { ...end, fill: ink2 }) : null,
					isEmpty ? emptyMark(frame.width - textWidth(base ?? '', fontSize) - 10, top, margins) : null
				];
			})
	};
}

const emptyMark = (middle: number, top: number, margins: Margins) =>
	legendMark({ text: '', color: ink2, mark: 'empty circle' }, middle - 7, top, margins);

/** Ground under a line of words, so that upright lines stop before it. */
const backing =
	(width: number, middle: number): Plot.RenderFunction =>
	(_index, _scales, _values, _dimensions, { document }) =>
		svgElement(document, 'rect', { x: -4, y: middle - 11, width: width + 8, height: 20, fill: paper });
