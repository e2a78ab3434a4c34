import * as Plot from '@observablehq/plot';
import { ink, paper, smallFont } from './frame.ts';
import { textWidth } from './text.ts';

export type Reference = { value: number; text: string; dash?: string };

/**
 * Upright lines through all rows, named above the axis. Names of neighbours stand on lines of their own; a name
 * near the right edge grows to the left. `lift` is where the names begin: above an axis, if there is one at the top.
 */
export function referenceLines(
	lines: Reference[],
	domain: [number, number],
	plotWidth: number,
	lift = -22
): Plot.Markish[] {
	return lines.flatMap(({ value, text, dash }, i) => {
		const x = () => value;
		const share = (value - domain[0]) / (domain[1] - domain[0] || 1);
		const room = (1 - share) * plotWidth;
		const growsLeft = room < textWidth(text, smallFont) && share > 0.5;
		return [
			Plot.ruleX([value], { x, stroke: ink, strokeWidth: 1.25, strokeDasharray: dash, insetTop: lift - i * 16 }),
			Plot.text([text], {
				x,
				text: () => text,
				frameAnchor: 'top',
				textAnchor: growsLeft ? 'end' : 'start',
				lineAnchor: 'middle',
				dx: growsLeft ? -5 : 5,
				dy: lift - 6 - i * 16,
				fontSize: smallFont,
				fill: ink,
				stroke: paper,
				strokeWidth: 4
			})
		];
	});
}
