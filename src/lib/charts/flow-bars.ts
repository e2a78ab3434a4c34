import * as Plot from '@observablehq/plot';
import { formatCount, formatRate } from '../domain/format.ts';
import { m } from '../paraglide/messages.js';
import {
	data as dataColor,
	fontSize,
	ink,
	ink2,
	isNarrow,
	plotFrame,
	rule2,
	smallFont,
	type BaseOptions,
	type Frame
} from './frame.ts';
import { textAt } from './legend.ts';
import { cutText, widest } from './text.ts';
import { tip, titled } from './tips.ts';

/** One stage: how many came this far, and where the others of the stage before went. */
export type FlowRow = {
	id: string;
	label: string;
	count: number;
	/** What was lost on the way here, e.g. [{ label: 'not reached', count: 54 }]. */
	lost?: { label: string; count: number }[];
};

export type FlowOptions = BaseOptions;

type Placed = { row: FlowRow; previous: FlowRow | undefined; lost: string; nameAt: number; top: number };

/** Stages one under the other: bars from the same zero, and between them what was lost. */
export function flowBars(rows: FlowRow[], options: FlowOptions, frame: Frame): Plot.PlotOptions {
	const { locale } = options;
	const narrow = isNarrow(frame);
	const first = rows[0]?.count ?? 0;
	const count = (row: FlowRow) => formatCount(row.count, locale);
	const share = (row: FlowRow) => (row === rows[0] ? '' : formatRate(row.count, first));
	const barHeight = narrow ? 20 : 26;
	const head = 22;
	const { placed, height } = placeRows(rows, options, { narrow, barHeight, head });

	const nameWidth = Math.min(
		220,
		widest(
			rows.map(({ label }) => label),
			fontSize
		)
	);
	const shareHead = m.chart_share_of_first({}, { locale });
	const shareWidth = Math.max(widest(rows.map(share), fontSize), widest([shareHead], smallFont));
	const countWidth = widest(rows.map(count), fontSize);
	const numbers = countWidth + 12 + shareWidth;
	const margins = { top: 0, right: narrow ? 0 : numbers + 16, bottom: 0, left: narrow ? 0 : nameWidth + 14 };
	const words = ({ row, lost }: Placed) =>
		[row.label, [count(row), share(row)].filter(Boolean).join('  '), lost].filter(Boolean).join('\n');
	const y = { y1: ({ top }: Placed) => top, y2: ({ top }: Placed) => top + barHeight };

	return {
		...plotFrame(frame, height, margins),
		x: { domain: [0, Math.max(1, ...rows.map((row) => row.count))], axis: null },
		y: { domain: [0, height], range: [0, height], axis: null },
		marks: [
			textAt(shareHead, frame.width, 8, margins, { textAnchor: 'end', fontSize: smallFont, fill: ink2 }),
			Plot.rect(
				placed.filter(({ previous }) => previous),
				{
					...y,
					x1: ({ row }: Placed) => row.count,
					x2: ({ previous }: Placed) => previous?.count ?? 0,
					fill: 'none',
					stroke: rule2,
					strokeDasharray: '3 3'
				}
			),
			Plot.rect(placed, {
				...y,
				x1: () => 0,
				x2: ({ row }: Placed) => row.count,
				fill: dataColor(0),
				...titled(frame, words)
			}),
			...placed.flatMap(({ row, lost, nameAt, top }) => {
				const end = { textAnchor: 'end', fontVariant: 'tabular-nums', fill: ink } as const;
				const name = cutText(row.label, narrow ? frame.width - numbers - 12 : nameWidth + 4, fontSize);
				const room = frame.width - margins.left;
				return [
					textAt(name, narrow ? 0 : nameWidth, nameAt, margins, { fill: ink, textAnchor: narrow ? 'start' : 'end' }),
					textAt(count(row), frame.width - shareWidth - 12, nameAt, margins, { ...end, fontWeight: 600 }),
					textAt(share(row), frame.width, nameAt, margins, end),
					lost
						? textAt(cutText(lost, room, smallFont), margins.left, (narrow ? nameAt - 10 : top) - 13, margins, {
								fill: ink2,
								fontSize: smallFont
							})
						: null
				];
			}),
			...tip(frame, placed, { x: ({ row }) => row.count / 2, y: ({ top }) => top + barHeight / 2 }, words)
		]
	};
}

/** Where each stage stands, in pixels; a line of words goes between two stages where something was lost. */
function placeRows(
	rows: FlowRow[],
	{ locale }: FlowOptions,
	{ narrow, barHeight, head }: { narrow: boolean; barHeight: number; head: number }
): { placed: Placed[]; height: number } {
	let y = head;
	const placed = rows.map((row, i): Placed => {
		const previous = rows[i - 1];
		const lost = (row.lost ?? [])
			.filter((loss) => loss.count > 0)
			.map(({ label, count }) => {
				const lostText = m.chart_lost({ count: formatCount(count, locale), label }, { locale });
				return previous ? `${lostText} (${formatRate(count, previous.count)})` : lostText;
			})
			.join(locale === 'zh-CN' ? '；' : '; ');
		if (lost && previous) y += 24;
		const top = y + (narrow ? 20 : 0);
		const nameAt = narrow ? y + 9 : y + barHeight / 2;
		y = top + barHeight + (narrow ? 12 : 8);
		return { row, previous, lost, nameAt, top };
	});
	return { placed, height: y };
}
