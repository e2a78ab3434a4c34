import * as Plot from '@observablehq/plot';
import { formatBase, type Locale } from '../domain/format.ts';
import { m } from '../paraglide/messages.js';
import { fontSize, ink, ink2, paper, smallFont, type Frame } from './frame.ts';
import type { LineOptions } from './line-over-time.ts';
import { isKnown, lonely, parts, type Point, type Series } from './line-series.ts';
import { periodText } from './time-axis.ts';
import { titled } from './tips.ts';
import { valueText } from './values.ts';

/** The words at a line's end, and how far they were moved to keep clear of the others. */
export type EndLabel = { text: string; shift: number } | null;

/** Band, line, dashed unfinished part, marks where a line alone would say nothing, and the words at the end. */
export function seriesMarks(
	{ points, color, symbol }: Series,
	label: EndLabel,
	frame: Frame,
	words: (point: Point) => string
): Plot.Markish[] {
	const place = { x: 'date', y: (point: Point) => point.value ?? NaN };
	const { firm, open } = parts(points);
	const known = points.filter(isKnown);
	const end = known.slice(-1);
	const shown = new Set([...lonely(points), ...known.filter((point) => point.incomplete), ...end]);
	const marks: Plot.Markish[] = [
		Plot.line(firm, { ...place, stroke: color, strokeWidth: 2 }),
		Plot.line(open, { ...place, stroke: color, strokeWidth: 2, strokeDasharray: '3 4' }),
		Plot.dot(shown, {
			...place,
			symbol,
			r: 4.5,
			stroke: color,
			strokeWidth: 2,
			fill: (point: Point) => (point.incomplete ? paper : color)
		}),
		Plot.dot(known, { ...place, r: 9, fill: 'none', stroke: 'none', pointerEvents: 'all', ...titled(frame, words) })
	];
	if (points.some(({ low }) => typeof low === 'number')) {
		const y1 = (point: Point) => point.low ?? NaN;
		const y2 = (point: Point) => point.high ?? NaN;
		marks.unshift(Plot.areaY(points, { x: 'date', y1, y2, fill: color, fillOpacity: 0.16 }));
	}
	if (label) {
		const words = { text: () => label.text, fontSize, lineHeight: 1.25, fontWeight: 600, fill: ink };
		marks.push(Plot.text(end, { ...place, ...words, textAnchor: 'start', dx: 11, dy: label.shift }));
	}
	return marks;
}

/** A labelled line: what was promised. */
export const targetLine = ({ value, label }: { value: number; label: string }): Plot.Markish[] => [
	Plot.ruleY([value], { stroke: ink, strokeWidth: 1.25, strokeDasharray: '6 3' }),
	Plot.text([label], {
		y: () => value,
		text: () => label,
		frameAnchor: 'left',
		textAnchor: 'start',
		lineAnchor: 'bottom',
		dx: 4,
		dy: -4,
		fontSize: smallFont,
		fill: ink,
		stroke: paper,
		strokeWidth: 4
	})
];

/** The reason for the hatching, at its top. */
export const incompleteWords = (end: Date, locale: Locale): Plot.Markish =>
	Plot.text([end], {
		x: (date: Date) => date,
		text: () => m.chart_incomplete({}, { locale }),
		frameAnchor: 'top',
		textAnchor: 'end',
		lineAnchor: 'bottom',
		dy: -6,
		fontSize: smallFont,
		fill: ink2
	});

/** What a point says at the pointer. */
export function pointWords(point: Point, { kind, locale }: LineOptions): string {
	const { period, series, value, numerator, denominator, low, high } = point;
	return [
		[periodText(period, locale), series].filter(Boolean).join(locale === 'zh-CN' ? ' ' : ', '),
		value === null ? '' : valueText(value, kind, locale, denominator),
		numerator == null || denominator == null ? '' : formatBase(numerator, denominator, locale),
		low == null || high == null
			? ''
			: `${m.chart_interval({}, { locale })} ${valueText(low, kind, locale, denominator)}–${valueText(high, kind, locale, denominator)}`,
		point.incomplete ? m.chart_incomplete({}, { locale }) : ''
	]
		.filter(Boolean)
		.join('\n');
}
