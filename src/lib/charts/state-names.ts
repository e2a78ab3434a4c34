import type * as Plot from '@observablehq/plot';
import { formatShare } from '../domain/format.ts';
import { data as dataColor, fontSize, ink, type Margins } from './frame.ts';
import { legendMark, textAt } from './legend.ts';
import type { State } from './stacked-states.ts';
import type { Segment } from './state-segments.ts';
import { spread, widest, wrapText } from './text.ts';
import type { Ticks } from './values.ts';

/** Names of the states beside the last bar, at the heights of its segments, with their shares in it. */
export function endNames(segments: Segment[], states: State[], ticks: Ticks, frameWidth: number) {
	const last = segments.at(-1)?.group;
	let top = ticks.domain[1];
	const names = states.map((state) => {
		const own = segments.find((segment) => segment.group === last && segment.state === state);
		const share = own ? ` ${formatShare(own.count / own.total)}` : '';
		top = own ? (own.from + own.to) / 2 : top;
		return { state, value: top, lines: wrapText(state.label + share, 150, fontSize) };
	});
	const width =
		widest(
			names.flatMap(({ lines }) => lines),
			fontSize
		) + 20;
	return {
		width,
		marks: (margins: Margins, height: number): Plot.Markish[] => {
			const y = (value: number) =>
				height - margins.bottom - (value / ticks.domain[1]) * (height - margins.top - margins.bottom);
			const gap = Math.max(...names.map(({ lines }) => lines.length)) * 16 + 4;
			const tops = spread(
				names.map(({ value }) => y(value)),
				gap,
				margins.top + 8,
				height - margins.bottom - 8
			);
			const left = frameWidth - width;
			return names.flatMap(({ state, lines }, i) => [
				legendMark(
					{ text: '', color: dataColor(state.color - 1), mark: state.open ? 'hatched block' : 'block' },
					left,
					tops[i]!,
					margins
				),
				textAt(lines.join('\n'), left + 20, tops[i]!, margins, { fill: ink, lineHeight: 1.25 })
			]);
		}
	};
}
