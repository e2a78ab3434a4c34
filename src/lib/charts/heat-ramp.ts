import type { RenderFunction } from '@observablehq/plot';
import { ink2, smallFont } from './frame.ts';
import { svgElement } from './hatch.ts';
import { niceTicks, type Ticks, type ValueKind } from './values.ts';

/** Up to six steps from light to dark, named at their edges. */
export type Ramp = { ticks: Ticks; colors: string[]; colorOf: (value: number) => string };

const most = 6;

export function rampFor(values: number[], kind: ValueKind): Ramp {
	const low = kind === 'count' || values.length === 0 ? 0 : Math.min(...values);
	const high = Math.max(...values, low + 1e-9);
	let ticks = niceTicks(low, high, most, kind);
	for (let wanted = most - 1; ticks.values.length - 1 > most && wanted > 0; wanted--) {
		ticks = niceTicks(low, high, wanted, kind);
	}
	const classes = Math.max(1, ticks.values.length - 1);
	const colors = Array.from({ length: classes }, (_, i) => {
		const shade = classes === 1 ? most : 1 + Math.round((i / (classes - 1)) * (most - 1));
		return `var(--ramp-${shade})`;
	});
	const colorOf = (value: number) => {
		// A count of nothing is not a little of something.
		if (kind === 'count' && value === 0) return 'var(--ramp-0)';
		const step = ticks.values.findLastIndex((edge) => value >= edge);
		return colors[Math.min(Math.max(0, step), classes - 1)]!;
	};
	return { ticks, colors, colorOf };
}

/** The steps as a strip at the top left corner, their edges written under it. */
export const rampStrip =
	({ ticks, colors }: Ramp, text: (value: number) => string): RenderFunction =>
	(_index, _scales, _values, _dimensions, { document }) => {
		const width = 54;
		const group = svgElement(document, 'g', { 'font-size': smallFont, fill: ink2, 'font-variant': 'tabular-nums' });
		colors.forEach((fill, i) => {
			group.appendChild(svgElement(document, 'rect', { x: i * width, y: 0, width: width - 1, height: 10, fill }));
		});
		ticks.values.forEach((value, i) => {
			const anchor = i === 0 ? 'start' : i === colors.length ? 'end' : 'middle';
			const label = svgElement(document, 'text', { x: i * width, y: 23, 'text-anchor': anchor });
			label.textContent = text(value);
			group.appendChild(label);
		});
		return group;
	};
