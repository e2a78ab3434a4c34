import * as Plot from '@observablehq/plot';
import { m } from '../paraglide/messages.js';
import { namesX } from './axes.ts';
import { ink2, isNarrow, plotFrame, rule2, smallFont, type BaseOptions, type Frame } from './frame.ts';
import { rampFor, rampStrip } from './heat-ramp.ts';
import { widest } from './text.ts';
import { tip, titled } from './tips.ts';
import { axisText, valueText, type ValueKind } from './values.ts';

/** One hour of one weekday. A cell without a row, or with a null, is drawn empty: missing is not zero. */
export type HeatRow = {
	/** 1 Monday – 7 Sunday. */
	weekday: number;
	/** 0–23. */
	hour: number;
	value: number | null;
	denominator?: number | null;
};

export type HeatOptions = BaseOptions & { kind: ValueKind };

const weekdays = [
	m.chart_weekday_1,
	m.chart_weekday_2,
	m.chart_weekday_3,
	m.chart_weekday_4,
	m.chart_weekday_5,
	m.chart_weekday_6,
	m.chart_weekday_7
];
const days = [1, 2, 3, 4, 5, 6, 7];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** When: seven days by twenty-four hours, in up to six named steps. On a phone the days are the columns. */
export function weekdayHourHeat(rows: HeatRow[], options: HeatOptions, frame: Frame): Plot.PlotOptions {
	const { locale, kind } = options;
	const narrow = isNarrow(frame);
	const known = rows.filter((row): row is HeatRow & { value: number } => row.value !== null);
	const ramp = rampFor(
		known.map(({ value }) => value),
		kind
	);
	const day = (weekday: number) => weekdays[weekday - 1]?.({}, { locale }) ?? '';
	const hourText = (hour: number) =>
		m.chart_hour({ hour: locale === 'en' ? String(hour).padStart(2, '0') : hour }, { locale });
	const words = (row: HeatRow) =>
		`${day(row.weekday)} ${hourText(row.hour)}–${hourText(row.hour + 1)}\n` +
		(row.value === null ? m.chart_no_data({}, { locale }) : valueText(row.value, kind, locale, row.denominator));

	const seen = new Map(rows.map((row) => [`${row.weekday}-${row.hour}`, row]));
	const empty = days
		.flatMap((weekday) =>
			hours.map((hour): HeatRow => seen.get(`${weekday}-${hour}`) ?? { weekday, hour, value: null })
		)
		.filter((row) => row.value === null);
	const margins = {
		top: narrow ? 58 : 38,
		right: 0,
		bottom: narrow ? 4 : 26,
		left: widest(narrow ? hours.map(hourText) : days.map(day), smallFont) + 10
	};
	const axes = narrow
		? { x: 'weekday', y: 'hour', xs: days, ys: hours, cell: 20 }
		: { x: 'hour', y: 'weekday', xs: hours, ys: days, cell: 28 };
	const place = { x: axes.x, y: axes.y, inset: 0.5 };
	const every = (hour: number) => (hour % 3 === 0 ? hourText(hour) : '');
	return {
		...plotFrame(frame, margins.top + margins.bottom + axes.ys.length * axes.cell, margins),
		x: { type: 'band', domain: axes.xs, axis: null },
		y: { type: 'band', domain: axes.ys, axis: null },
		marks: [
			rampStrip(ramp, (value) => axisText(value, kind, locale, ramp.ticks.step)),
			namesX(axes.xs, narrow ? day : every, 0, narrow ? 'top' : 'bottom'),
			Plot.axisY(axes.ys, {
				tickFormat: narrow ? every : day,
				tickSize: 0,
				label: null,
				fill: ink2,
				fontSize: smallFont
			}),
			Plot.cell(empty, {
				...place,
				fill: 'none',
				stroke: rule2,
				strokeDasharray: '2 3',
				inset: 2,
				...titled(frame, words)
			}),
			Plot.cell(known, { ...place, fill: ({ value }: HeatRow) => ramp.colorOf(value ?? 0), ...titled(frame, words) }),
			...tip(frame, known, { x: (row) => row[axes.x as 'hour'], y: (row) => row[axes.y as 'weekday'] }, words)
		]
	};
}
