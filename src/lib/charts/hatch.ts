import type { RenderFunction } from '@observablehq/plot';
import { paper } from './frame.ts';

/** Hatching says "not final". It is drawn as lines: a pattern would need an id, and ids clash on a page of charts. */
export type Box = { x: number; y: number; width: number; height: number };

const gap = 6;

/** Diagonal lines inside a box, as a path. Neighbouring boxes line up. */
export function hatchPath({ x, y, width, height }: Box): string {
	const lines: string[] = [];
	const first = Math.ceil((x + y) / gap) * gap;
	for (let sum = first; sum < x + y + width + height; sum += gap) {
		// A line of equal x + y, cut to the box.
		const left = Math.max(x, sum - y - height);
		const right = Math.min(x + width, sum - y);
		if (right - left > 0.5) lines.push(`M${left},${sum - left}L${right},${sum - right}`);
	}
	return lines.join('');
}

type Attributes = Record<string, string | number>;

export function svgElement(document: Document, name: string, attributes: Attributes): SVGElement {
	const element = document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement;
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
	return element;
}

export const hatchElement = (document: Document, box: Box, stroke = paper) =>
	svgElement(document, 'path', {
		d: hatchPath(box),
		stroke,
		'stroke-width': 2,
		fill: 'none',
		'pointer-events': 'none'
	});

/** For a bar mark's `render`: draws the bars and hatches each of them. */
export const hatched: RenderFunction = (index, scales, values, dimensions, context, next) => {
	const group = next?.(index, scales, values, dimensions, context) ?? null;
	if (!group) return null;
	for (const bar of Array.from(group.children)) {
		const at = (name: string) => Number(bar.getAttribute(name) ?? 0);
		group.appendChild(
			hatchElement(context.document, { x: at('x'), y: at('y'), width: at('width'), height: at('height') })
		);
	}
	return group;
};

/** A hatched stretch of the x axis over the whole height of the frame, for periods that are not over. */
export const hatchedStretch =
	(from: Date | number, to: Date | number): RenderFunction =>
	(_index, scales, _values, dimensions, context) => {
		const x = scales.x as unknown as (value: Date | number) => number;
		const { marginTop, marginBottom, height } = dimensions;
		const box = { x: x(from), y: marginTop, width: x(to) - x(from), height: height - marginTop - marginBottom };
		const group = svgElement(context.document, 'g', { 'aria-hidden': 'true' });
		group.appendChild(hatchElement(context.document, box, 'var(--paper-3)'));
		return group;
	};
