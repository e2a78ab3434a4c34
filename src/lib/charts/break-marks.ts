import * as Plot from '@observablehq/plot';
import { ink2, paper, smallFont } from './frame.ts';
import { cutText, textWidth } from './text.ts';

/** Something changed before this period began: what stands left of the mark and right of it is not alike. */
export type BreakMark = { period: string; text: string };

/** What marks stand in a series: not before its first period, and not beyond its last. */
export const breaksWithin = (breaks: BreakMark[] = [], periods: string[]): BreakMark[] =>
	breaks.filter(({ period }) => periods.indexOf(period) > 0);

/** Height the words of so many marks take above a picture. */
export const breaksHeight = (breaks: BreakMark[]) => breaks.length * 16;

type Placed = { at: Date | string; share: number; text: string };

/**
 * An upright dashed line for each break, its words above the picture on a line of their own. `share` is how far right
 * it stands, 0 to 1; `lift` where the words begin; `dx` moves a line from the middle of its band to its edge.
 */
export function uprightBreaks(breaks: Placed[], plotWidth: number, lift: number, dx = 0): Plot.Markish[] {
	return breaks.flatMap(({ at, share, text }, i) => {
		const x = () => at;
		const [left, right] = [share * plotWidth - 8, (1 - share) * plotWidth - 8];
		const growsLeft = right < textWidth(text, smallFont) && left > right;
		const words = cutText(text, Math.max(24, growsLeft ? left : right), smallFont);
		return [
			Plot.ruleX([at], { x, dx, stroke: ink2, strokeWidth: 1.25, strokeDasharray: '2 3', insetTop: lift - i * 16 }),
			Plot.text([at], {
				x,
				text: () => words,
				frameAnchor: 'top',
				textAnchor: growsLeft ? 'end' : 'start',
				lineAnchor: 'middle',
				dx: dx + (growsLeft ? -5 : 5),
				dy: lift - 6 - i * 16,
				fontSize: smallFont,
				fill: ink2,
				stroke: paper,
				strokeWidth: 4
			})
		];
	});
}

/** The same where periods are rows: a line across, above its row, with the words at its end. */
export const lyingBreaks = (breaks: { row: number; text: string }[], plotWidth: number): Plot.Markish[] =>
	breaks.flatMap(({ row, text }) => [
		Plot.ruleY([row], { y: () => row, stroke: ink2, strokeWidth: 1.25, strokeDasharray: '2 3' }),
		Plot.text([row], {
			y: () => row,
			text: () => cutText(text, plotWidth * 0.8, smallFont),
			frameAnchor: 'right',
			textAnchor: 'end',
			fontSize: smallFont,
			fill: ink2,
			stroke: paper,
			strokeWidth: 5
		})
	]);
