import { formatCount, formatCountShort, formatShare, rateDecimals, type Locale } from '../domain/format.ts';
import { m } from '../paraglide/messages.js';

/** What a number on an axis is. Rates are shares 0–1. */
export type ValueKind = 'rate' | 'count' | 'hours' | 'days' | 'working_days' | 'number';

const units = {
	hours: m.chart_value_hours,
	days: m.chart_value_days,
	working_days: m.chart_value_working_days
} as const;

const unitNames = {
	hours: m.chart_unit_hours,
	days: m.chart_unit_days,
	working_days: m.chart_unit_working_days
} as const;

/** A number of hours or days where its unit is said elsewhere. */
export const plainText = (value: number, locale: Locale) => formatCount(Math.round(value * 10) / 10, locale);

/** A value beside its mark. A rate takes its decimals from the denominator under it. */
export function valueText(value: number, kind: ValueKind, locale: Locale, denominator?: number | null): string {
	if (kind === 'rate') return formatShare(value, rateDecimals(denominator));
	if (kind === 'count') return formatCount(value, locale);
	if (kind === 'number') return String(Math.round(value * 100) / 100);
	return units[kind]({ value: plainText(value, locale) }, { locale });
}

/** A value on an axis: short, all with the same decimals. Hours and days stand without their unit: see axisUnit. */
export function axisText(value: number, kind: ValueKind, locale: Locale, step: number): string {
	if (kind === 'rate') return `${(value * 100).toFixed(step * 100 < 1 ? 1 : 0)}%`;
	if (kind === 'count') return formatCountShort(value, locale);
	return value.toFixed(step < 0.1 ? 2 : step < 1 ? 1 : 0);
}

/** The unit of an axis of hours or days, written once above it. */
export const axisUnit = (kind: ValueKind, locale: Locale) =>
	kind === 'rate' || kind === 'count' || kind === 'number' ? '' : unitNames[kind]({}, { locale });

export type Ticks = { values: number[]; step: number; domain: [number, number] };

/** Round ticks (1, 2, 5 × 10ⁿ) that take in all values; about `count` of them. */
export function niceTicks(low: number, high: number, count: number, kind: ValueKind): Ticks {
	const span = high - low || Math.abs(high) || 1;
	const raw = span / Math.max(1, count);
	const power = 10 ** Math.floor(Math.log10(raw));
	let step = ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.9999) ?? 10) * power;
	if (kind === 'count') step = Math.max(1, step);
	const round = (value: number) => Number(value.toFixed(10));
	let from = round(Math.floor(round(low / step)) * step);
	let to = round(Math.ceil(round(high / step)) * step);
	if (kind === 'rate') {
		from = Math.max(0, from);
		to = Math.min(1, to);
	}
	if (to <= from) to = round(from + step);
	const values: number[] = [];
	for (let i = 0; round(from + i * step) <= to + step * 1e-6; i++) values.push(round(from + i * step));
	return { values, step, domain: [from, to] };
}
