import * as Plot from '@observablehq/plot';
import { fontSize, ink, lineHeight, paper, type Margins, type symbols } from './frame.ts';
import { hatchElement, svgElement } from './hatch.ts';
import { textWidth } from './text.ts';

export type LegendItem = {
	text: string;
	color: string;
	/** The symbol of a line or dot, or a block of bar; hatched where the state is not final. */
	mark: (typeof symbols)[number] | 'triangle down' | 'empty circle' | Line | 'block' | 'hatched block';
};

type Line = 'line' | 'thick line' | 'dashed line';

export type Legend = { height: number; marks: (margins: Margins) => Plot.Markish[] };

const swatch = 14;

/** Names above a chart, line after line, where there is no room for them beside the marks. */
export function legend(items: LegendItem[], width: number): Legend {
	let x = 0;
	let line = 0;
	const placed = items.map((item) => {
		const needed = swatch + 6 + textWidth(item.text, fontSize);
		if (x > 0 && x + needed > width) {
			x = 0;
			line += 1;
		}
		const place = { item, x, y: line * lineHeight + 9 };
		x += needed + 16;
		return place;
	});
	return {
		height: items.length === 0 ? 0 : (line + 1) * lineHeight + 10,
		marks: (margins) =>
			placed.flatMap(({ item, x: left, y: top }) => [
				legendMark(item, left, top, margins),
				textAt(item.text, left + swatch + 6, top, margins, { fill: ink })
			])
	};
}

/** A text at a distance in pixels from the top left corner of the picture. */
export const textAt = (text: string, left: number, top: number, margins: Margins, options: Plot.TextOptions = {}) =>
	Plot.text([text], {
		text: (words: string) => words,
		textAnchor: 'start',
		lineAnchor: 'middle',
		fontSize,
		...options,
		frameAnchor: 'top-left',
		dx: left - margins.left,
		dy: top - margins.top
	});

export function legendMark({ color, mark }: LegendItem, left: number, top: number, margins: Margins): Plot.Markish {
	if (mark.endsWith('line')) return lineSwatch(color, mark as Line, left, top);
	if (mark.endsWith('block')) return blockSwatch(color, mark === 'hatched block', left, top);
	const [symbol, empty] =
		mark === 'triangle down' ? ['triangle', false] : mark === 'empty circle' ? ['circle', true] : [mark, false];
	return Plot.dot([0], {
		frameAnchor: 'top-left',
		dx: left + swatch / 2 - margins.left,
		dy: top - margins.top,
		symbol: symbol as Plot.SymbolType,
		rotate: mark === 'triangle down' ? 180 : 0,
		r: 5,
		fill: empty ? paper : color,
		stroke: empty ? color : 'none',
		strokeWidth: 1.5
	});
}

const lineSwatch =
	(stroke: string, mark: Line, left: number, top: number): Plot.RenderFunction =>
	(_index, _scales, _values, _dimensions, { document }) =>
		svgElement(document, 'path', {
			d: `M${left},${top}h${swatch}`,
			stroke,
			'stroke-width': mark === 'thick line' ? 2 : 1.25,
			...(mark === 'dashed line' ? { 'stroke-dasharray': '2 4' } : {})
		});

const blockSwatch =
	(fill: string, isHatched: boolean, left: number, top: number): Plot.RenderFunction =>
	(_index, _scales, _values, _dimensions, { document }) => {
		const box = { x: left, y: top - 6, width: swatch, height: 12 };
		const group = svgElement(document, 'g', { 'aria-hidden': 'true' });
		group.appendChild(svgElement(document, 'rect', { ...box, fill }));
		if (isHatched) group.appendChild(hatchElement(document, box));
		return group;
	};
