import { formatCount, formatDateTime, formatDuration, formatRate } from '#lib/domain/format.ts';
import type { BesideAnswer } from '#lib/server/reports/answers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { besideMeasure, type BesideKey, type BesideMeasure } from '#queries/measures.ts';
import { targetText } from './answer-text.ts';
import type { Explanation } from './explanation.ts';
import { besideColumnName } from './missing.ts';
import { own } from './names.ts';

/** What a measure of calls or residents came to, in words; a dash where there is nothing to divide by. */
export function besideText(measure: BesideMeasure, answer: BesideAnswer | null): string {
	const locale = getLocale();
	if (answer === null || answer.value === null) return formatCount(null, locale);
	if (measure.type === 'calls')
		return measure.gives === 'share'
			? formatRate(answer.numerator, answer.denominator, locale)
			: formatDuration(Math.round(answer.value), locale);
	if (measure.type === 'uncarried') return formatCount(null, locale);
	return m.catalogue_per({ value: answer.value.toFixed(2), residents: formatCount(measure.residents, locale) });
}

export const besideBasis = ({ type }: BesideMeasure): string =>
	type === 'calls' ? m.catalogue_basis_day() : m.catalogue_basis_end();

/** What both numbers of it are. */
export function besideParts(measure: BesideMeasure): { numerator: string; denominator: string } | null {
	if (measure.type === 'uncarried') return null;
	if (measure.type === 'calls')
		return { numerator: own(measure.numeratorName), denominator: own(measure.denominatorName) };
	const numerator = measure.counted === 'orders' ? m.column_received() : besideColumnName(measure.counted);
	return { numerator, denominator: m.catalogue_residents() };
}

/** A measure that is not of orders and what it came to, as terms and texts. */
export function besideExplanation(
	key: BesideKey,
	answer: BesideAnswer | null,
	scope: { periodName: string; dataCut: string; filters: string[]; missing: string | null; worst: string | null }
): Explanation {
	const measure = besideMeasure(key);
	const parts = besideParts(measure);
	const n = (value: number | null) => formatCount(value, getLocale());
	const known = scope.missing === null && answer !== null && parts !== null;
	return {
		title: own(measure.name),
		value: scope.missing === null ? besideText(measure, answer) : m.catalogue_not_known(),
		facts: [
			...(scope.missing === null ? [] : [{ term: m.catalogue_missing_term(), text: scope.missing }]),
			{ term: m.explain_formula(), text: own(measure.formula) },
			...(known
				? [
						{ term: m.explain_numerator(), text: `${n(answer.numerator)} ${parts.numerator}` },
						{ term: m.explain_denominator(), text: `${n(answer.denominator)} ${parts.denominator}` }
					]
				: []),
			...(known && measure.type === 'calls' && measure.target !== undefined
				? [{ term: m.catalogue_target(), text: targetText(measure, answer) }]
				: []),
			...(scope.worst === null ? [] : [{ term: m.catalogue_column_note(), text: scope.worst }]),
			{ term: m.explain_left_out(), text: own(measure.leftOut) },
			{ term: m.explain_period(), text: scope.periodName },
			{ term: m.explain_basis(), text: besideBasis(measure) },
			{
				term: m.explain_filters(),
				text: scope.filters.length > 0 ? scope.filters.join(m.list_gap()) : m.explain_no_filters()
			},
			{ term: m.explain_cut(), text: formatDateTime(scope.dataCut, getLocale()) },
			{ term: m.explain_definition(), text: `${measure.id}${m.list_gap()}${measure.source}` }
		]
	};
}
