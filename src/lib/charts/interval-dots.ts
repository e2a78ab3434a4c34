import * as Plot from '@observablehq/plot';
import type { Locale } from '../domain/format.ts';
import { m } from '../paraglide/messages.js';
import { data as dataColor, ink2, outside, paper, type Frame } from './frame.ts';
import type { LegendItem } from './legend.ts';
import { titled } from './tips.ts';

/** What a unit's figure is, beside its value. The three that are not 'inside' differ by shape and by colour. */
export type UnitState = 'inside' | 'outside_low' | 'outside_high' | 'too_few';

type Stated = { state?: UnitState };
export const stateOf = (row: Stated): UnitState => row.state ?? 'inside';

export const stateColor = (row: Stated) => (stateOf(row).startsWith('outside') ? outside : dataColor(0));

const looks = {
	inside: { r: 5, symbol: 'circle', fill: dataColor(0), stroke: paper },
	outside_low: { r: 6, symbol: 'triangle', rotate: 180, fill: outside, stroke: paper },
	outside_high: { r: 6, symbol: 'triangle', fill: outside, stroke: paper },
	too_few: { r: 4.5, symbol: 'circle', fill: paper, stroke: ink2, strokeWidth: 1.5 }
} as const;

/** A dot for each row, drawn so that what stands out lies above. */
export function stateDots<Row extends Stated>(
	rows: Row[],
	place: { x: (row: Row) => number; y: (row: Row) => number },
	frame: Frame,
	words: (row: Row) => string
): Plot.Markish[] {
	return (['too_few', 'inside', 'outside_low', 'outside_high'] as const).map((state) =>
		Plot.dot(
			rows.filter((row) => stateOf(row) === state),
			{ ...place, ...looks[state], ...titled(frame, words) }
		)
	);
}

/** The words for the shapes in use. */
export function stateLegend(rows: Stated[], locale: Locale): LegendItem[] {
	const used = new Set(rows.map(stateOf));
	const all: (LegendItem & { state: UnitState })[] = [
		{ state: 'outside_high', text: m.chart_outside_high({}, { locale }), color: outside, mark: 'triangle' },
		{ state: 'outside_low', text: m.chart_outside_low({}, { locale }), color: outside, mark: 'triangle down' },
		{ state: 'too_few', text: m.chart_too_few({}, { locale }), color: ink2, mark: 'empty circle' }
	];
	return all.filter(({ state }) => used.has(state));
}
