import * as Plot from '@observablehq/plot';
import { ink2, rule, rule2, smallFont } from './frame.ts';
import type { Ticks } from './values.ts';

type TickText = (value: number) => string;

/** Quiet lines across the picture with their values at the left; the zero line is stronger, as bars stand on it. */
export const valueLinesY = (ticks: Ticks, text: TickText): Plot.Markish[] => [
	Plot.gridY(ticks.values, { stroke: rule, strokeOpacity: 1 }),
	Plot.axisY(ticks.values, { tickFormat: text, tickSize: 0, label: null, fill: ink2, fontSize: smallFont }),
	ticks.values.includes(0) ? Plot.ruleY([0], { stroke: rule2 }) : null
];

export const valueLinesX = (ticks: Ticks, text: TickText, anchor: 'top' | 'bottom' = 'bottom'): Plot.Markish[] => [
	Plot.gridX(ticks.values, { stroke: rule, strokeOpacity: 1 }),
	Plot.axisX(ticks.values, { anchor, tickFormat: text, tickSize: 0, label: null, fill: ink2, fontSize: smallFont }),
	ticks.values.includes(0) ? Plot.ruleX([0], { stroke: rule2 }) : null
];

/** Names under (or over) the places of an x axis; a name may have two lines. */
export const namesX = (
	values: unknown[],
	text: (value: never) => string,
	tickSize = 4,
	anchor: 'top' | 'bottom' = 'bottom'
): Plot.Markish =>
	Plot.axisX(values as Plot.Data, {
		anchor,
		tickFormat: text as (value: unknown) => string,
		tickSize,
		lineHeight: 1.25,
		label: null,
		color: ink2,
		stroke: rule2,
		fontSize: smallFont
	});
