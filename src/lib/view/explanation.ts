import { formatCount, formatDateTime, formatDuration, formatShare } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Measure } from '#queries/measures.ts';
import { isCityLevelOnly } from '#queries/where/city-level.ts';
import { basisName, own } from './names.ts';
import { daysText } from './days.ts';
import type { Answer } from '#lib/server/reports/answers.ts';
import { answerText, gapFacts, targetText, quantityText } from './answer-text.ts';

type Result = (
	Exclude<Answer, { type: 'rate' }> | (Extract<Answer, { type: 'rate' }> & { low: number; high: number })
) & {};

export type Explanation = { title: string; value: string; facts: { term: string; text: string }[] };

/** Which day an order counts on for a measure, in words. */
export const measureBasis = (measure: Measure): string =>
	measure.type === 'quota' ? m.catalogue_basis_year() : basisName(measure.basis);

/** What the orders in a part of a measure are. */
export function partName(measure: Measure, part: 'numerator' | 'denominator'): string {
	if (measure.type === 'rate') return own(part === 'numerator' ? measure.numeratorName : measure.denominatorName);
	if (measure.type === 'quota') return part === 'numerator' ? m.catalogue_quota_visits() : m.catalogue_quota_orders();
	if (measure.type === 'ratio')
		return m.asking_orders_in({ what: own(part === 'numerator' ? measure.numeratorName : measure.denominatorName) });
	if (measure.type === 'count') return own(measure.name);
	if (measure.type === 'gap') return own(part === 'numerator' ? measure.one.name : measure.other.name);
	return part === 'numerator' ? m.orders_part_timed() : m.orders_part_counted();
}

/** How many orders stand behind each part of a measure, where there is one. */
export function behindParts(
	measure: Measure,
	result: Answer
): { part: 'numerator' | 'denominator'; name: string; orders: number }[] {
	const parts = (numerator: number, denominator: number) => [
		{ part: 'numerator' as const, name: partName(measure, 'numerator'), orders: numerator },
		{ part: 'denominator' as const, name: partName(measure, 'denominator'), orders: denominator }
	];
	if (result.type === 'rate') return parts(result.numerator, result.denominator);
	if (result.type === 'ratio') return parts(result.ordersWithSome, result.orders);
	if (result.type === 'duration') return parts(result.n, result.n + result.negative + result.missing);
	if (result.type === 'survival')
		return parts(result.n, result.n + result.negative + result.missing + result.yearNotLoaded);
	if (result.type === 'quantity') return parts(result.n, result.n + result.missing);
	if (result.type === 'gap') return parts(result.oneDenominator, result.otherDenominator);
	if (result.type === 'quota') return parts(result.counted, result.asked);
	return isCityLevelOnly(measure) ? [] : parts(result.orders, result.orders).slice(0, 1);
}

/** A measure and what it came to (null: not to be told, and `missing` says why), as terms and texts; everything is taken from the definition and the answer. */
export function explanation(
	measure: Measure,
	result: Result | null,
	scope: { periodName: string; dataCut: string; filters: string[]; rules: string; missing?: string | null }
): Explanation {
	return {
		title: own(measure.name),
		value: result === null ? m.catalogue_not_known() : answerText(measure, result),
		facts: [
			...(scope.missing ? [{ term: m.catalogue_missing_term(), text: scope.missing }] : []),
			{ term: m.explain_formula(), text: own(measure.formula) },
			...(result === null ? [] : madeOf(measure, result)),
			{ term: m.explain_left_out(), text: own(measure.leftOut) },
			{ term: m.explain_period(), text: scope.periodName },
			{ term: m.explain_basis(), text: measureBasis(measure) },
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

function madeOf(measure: Measure, result: Result): { term: string; text: string }[] {
	const locale = getLocale();
	const n = (value: number) => formatCount(value, locale);
	if (result.type === 'rate' && measure.type === 'rate') {
		return [
			{ term: m.explain_numerator(), text: `${n(result.numerator)} ${own(measure.numeratorName)}` },
			{ term: m.explain_denominator(), text: `${n(result.denominator)} ${own(measure.denominatorName)}` },
			...(measure.target === undefined ? [] : [{ term: m.catalogue_target(), text: targetText(measure, result) }]),
			...(result.denominator > 0
				? [{ term: m.explain_interval(), text: `${formatShare(result.low, 1)} – ${formatShare(result.high, 1)}` }]
				: [])
		];
	}
	if (result.type === 'ratio' && measure.type === 'ratio') {
		return [
			{ term: m.explain_numerator(), text: `${n(result.numerator)} ${own(measure.numeratorName)}` },
			{ term: m.explain_denominator(), text: `${n(result.denominator)} ${own(measure.denominatorName)}` }
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
	if (result.type === 'quantity' && measure.type === 'quantity') {
		return [
			{ term: m.explain_n(), text: n(result.n) },
			{ term: m.column_p90(), text: quantityText(result.p90, measure) },
			{ term: m.catalogue_most(), text: quantityText(result.most, measure) },
			...(measure.unit === 'times' ? [] : [{ term: m.catalogue_total(), text: quantityText(result.total, measure) }]),
			{ term: m.column_missing(), text: n(result.missing) }
		];
	}
	if (result.type === 'gap' && measure.type === 'gap') return gapFacts(measure, result);
	if (result.type === 'quota' && measure.type === 'quota') {
		return [
			{ term: m.catalogue_quota(), text: m.catalogue_quota_text({ fewest: measure.fewest }) },
			{ term: m.explain_numerator(), text: `${n(result.numerator)} ${own(measure.numeratorName)}` },
			{ term: m.explain_denominator(), text: `${n(result.denominator)} ${own(measure.denominatorName)}` }
		];
	}
	return [];
}
