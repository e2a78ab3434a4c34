import type { PlotOptions } from '@observablehq/plot';
import type { Locale } from '../domain/format.ts';

/** The space a chart is drawn into. Under 520 px a shape takes its phone form. */
export type Frame = {
	width: number;
	/** Marks answer to the pointer; only where there is a browser. */ tips?: boolean;
};

/** What every shape's options hold. */
export type BaseOptions = { locale: Locale };

export const wideWidth = 760;
export const narrowWidth = 358;
/** A figure narrower than this shows the narrow picture; styles/charts.css says the same. */
export const narrowBelow = 640;
export const isNarrow = ({ width }: Frame) => width < 520;

export const fontSize = 13;
export const smallFont = 12;
export const lineHeight = 18;

export const ink = 'var(--ink)';
export const ink2 = 'var(--ink-2)';
export const rule = 'var(--rule)';
export const rule2 = 'var(--rule-2)';
export const paper = 'var(--paper)';
export const outside = 'var(--outside)';
/** Data colours 1–7; from the eighth series on grey, as a reader can't tell more apart. */
export const data = (index: number) => `var(--data-${index < 7 ? index + 1 : 7})`;

/** Told apart without colour: series are drawn with these. */
export const symbols = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross', 'wye'] as const;

export type Margins = { top: number; right: number; bottom: number; left: number };

export function plotFrame(frame: Frame, height: number, margins: Margins): PlotOptions {
	return {
		width: frame.width,
		height,
		marginTop: margins.top,
		marginRight: margins.right,
		marginBottom: margins.bottom,
		marginLeft: margins.left,
		className: 'plot',
		color: { type: 'identity' }
	};
}
