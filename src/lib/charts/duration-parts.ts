import { formatShare } from '../domain/format.ts';
import { m } from '../paraglide/messages.js';
import type { DurationOptions, DurationRow } from './duration-curve.ts';
import { valueText } from './values.ts';

export type CurvePoint = DurationRow & { name: string };

/** From nothing done at 0 to the last known share, held to the end of the picture. */
export function stepsOf(rows: DurationRow[], name: string, until: number): CurvePoint[] {
	const own = rows
		.filter((row) => (row.series ?? '') === name && row.t <= until)
		.sort((a, b) => a.t - b.t)
		.map((row) => ({ ...row, name }));
	const first = own[0];
	const start: CurvePoint[] = !first || first.t > 0 ? [{ t: 0, done: 0, name }] : [];
	const last = own.at(-1);
	return [...start, ...own, ...(last && last.t < until ? [{ ...last, t: until }] : [])];
}

/** What a point says at the pointer. */
export function curveWords({ name, t, done, low, high }: CurvePoint, { locale, unit }: DurationOptions): string {
	const value = valueText(t, unit, locale);
	const lines = [name, m.chart_done_by({ share: formatShare(done, 1), value }, { locale })];
	if (low != null && high != null) {
		lines.push(`${m.chart_interval({}, { locale })} ${formatShare(low, 1)}–${formatShare(high, 1)}`);
	}
	return lines.filter(Boolean).join('\n');
}
