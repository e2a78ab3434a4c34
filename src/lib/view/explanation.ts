import { formatCount, formatDateTime, formatDuration, formatRate, formatShare } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Measure } from '#queries/measures.ts';
import { basisName, own } from './names.ts';
import { daysText } from './days.ts';
import type { Estimate } from './open-orders-view.ts';

type Result =
	| { type: 'rate'; numerator: number; denominator: number; low: number; high: number }
	| {
			type: 'duration';
			n: number;
			medianSeconds: number | null;
			p90Seconds: number | null;
			negative: number;
			missing: number;
	  }
	| ({ type: 'survival' } & Estimate)
	| { type: 'count'; orders: number };

export type Explanation = { title: string; value: string; facts: { term: string; text: string }[] };

/** What the orders in a part of a measure are. */
export function partName(measure: Measure, part: 'numerator' | 'denominator'): string {
	if (measure.type === 'rate') return own(part === 'numerator' ? measure.numeratorName : measure.denominatorName);
	if (measure.type === 'count') return own(measure.name);
	return part === 'numerator' ? m.orders_part_timed() : m.orders_part_counted();
}

/** How many orders stand behind each part of a measure, where there is one. */
export function behindParts(
	measure: Measure,
	result: Result
): { part: 'numerator' | 'denominator'; name: string; orders: number }[] {
	const parts = (numerator: number, denominator: number) => [
		{ part: 'numerator' as const, name: partName(measure, 'numerator'), orders: numerator },
		{ part: 'denominator' as const, name: partName(measure, 'denominator'), orders: denominator }
	];
	if (result.type === 'rate') return parts(result.numerator, result.denominator);
	if (result.type === 'duration') return parts(result.n, result.n + result.negative + result.missing);
	if (result.type === 'survival')
		return parts(result.n, result.n + result.negative + result.missing + result.yearNotLoaded);
	return parts(result.orders, result.orders).slice(0, 1);
}

/** A measure and what it came to, as terms and texts; everything is taken from the definition and the answer. */
export function explanation(
	measure: Measure,
	result: Result,
	scope: { periodName: string; dataCut: string; filters: string[]; rules: string }
): Explanation {
	return {
		title: own(measure.name),
		value: valueText(measure, result),
		facts: [
			{ term: m.explain_formula(), text: own(measure.formula) },
			...madeOf(measure, result),
			{ term: m.explain_left_out(), text: own(measure.leftOut) },
			{ term: m.explain_period(), text: scope.periodName },
			{ term: m.explain_basis(), text: basisName(measure.basis) },
			{
				term: m.explain_filters(),
				text: scope.filters.length > 0 ? scope.filters.join(m.list_gap()) : m.explain_no_filters()
			},
			{ term: m.rules_label(), text: scope.rules },
			{ term: m.explain_cut(), text: formatDateTime(scope.dataCut, getLocale()) },
			{ term: m.explain_definition(), text: `${measure.id}${m.list_gap()}${measure.source}` }
		]
	};
}

function valueText(measure: Measure, result: Result): string {
	const locale = getLocale();
	if (result.type === 'rate') return formatRate(result.numerator, result.denominator, locale);
	if (result.type === 'survival') return daysText(result.medianDays, measure);
	return result.type === 'duration' ? formatDuration(result.medianSeconds, locale) : formatCount(result.orders, locale);
}

function madeOf(measure: Measure, result: Result): { term: string; text: string }[] {
	const locale = getLocale();
	const n = (value: number) => formatCount(value, locale);
	if (result.type === 'rate' && measure.type === 'rate') {
		return [
			{ term: m.explain_numerator(), text: `${n(result.numerator)} ${own(measure.numeratorName)}` },
			{ term: m.explain_denominator(), text: `${n(result.denominator)} ${own(measure.denominatorName)}` },
			...(result.denominator > 0
				? [{ term: m.explain_interval(), text: `${formatShare(result.low, 1)} – ${formatShare(result.high, 1)}` }]
				: [])
		];
	}
	if (result.type === 'duration' && measure.type === 'duration') {
		return [
			{ term: m.explain_clock(), text: m.explain_clock_text({ start: own(measure.start), stop: own(measure.stop) }) },
			{ term: m.explain_n(), text: n(result.n) },
			{ term: m.column_p90(), text: formatDuration(result.p90Seconds, locale) },
			{ term: m.column_negative(), text: n(result.negative) },
			{ term: m.column_missing(), text: n(result.missing) }
		];
	}
	if (result.type === 'survival' && measure.type === 'survival') {
		const clockText = measure.days === 'working' ? m.open_explain_clock_working : m.open_explain_clock_days;
		const done = [result.doneIn1, result.doneIn5, result.doneIn10, result.doneIn15];
		return [
			{ term: m.explain_clock(), text: clockText({ start: own(measure.start), stop: own(measure.stop) }) },
			{
				term: m.open_explain_estimate(),
				text: m.open_explain_estimate_text({ n: n(result.n), closed: n(result.closed), open: n(result.open) })
			},
			{ term: m.open_figure_p75(), text: daysText(result.p75Days, measure) },
			{ term: m.open_figure_p90(), text: daysText(result.p90Days, measure) },
			{
				term: m.open_explain_done(),
				text: done.map((share) => (share === null ? m.open_not_reached() : formatShare(share, 1))).join(m.list_gap())
			},
			{ term: m.open_explain_mean(), text: daysText(result.meanClosedDays, measure) },
			{ term: m.column_negative(), text: n(result.negative) },
			{ term: m.column_missing(), text: n(result.missing) },
			{ term: m.open_column_not_loaded(), text: n(result.yearNotLoaded) }
		];
	}
	return [];
}
