import { formatCount, formatDuration, formatPoints, formatRate, formatShare } from '#lib/domain/format.ts';
import type { Answer } from '#lib/server/reports/answers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { GapMeasure, Measure, QuantityMeasure } from '#queries/measures.ts';
import { daysText } from './days.ts';
import { own } from './names.ts';

/** What a measure came to, in words: a share, a count, a median with its unit, a difference. */
export function answerText(measure: Measure, answer: Answer): string {
	const locale = getLocale();
	switch (answer.type) {
		case 'rate':
		case 'ratio':
		case 'quota':
			return formatRate(answer.numerator, answer.denominator, locale);
		case 'count':
			return formatCount(answer.orders, locale);
		case 'duration':
			return formatDuration(answer.medianSeconds, locale);
		case 'survival':
			return daysText(answer.medianDays, measure);
		case 'quantity':
			return measure.type === 'quantity' ? quantityText(answer.median, measure) : '';
		case 'gap':
			return measure.type === 'gap' ? differenceText(answer.gap, measure) : '';
	}
}

/** A quantity in its measure's unit; a dash where there is none. */
export function quantityText(value: number | null, { unit }: QuantityMeasure): string {
	const locale = getLocale();
	if (value === null) return formatCount(null, locale);
	if (unit === 'times') return m.catalogue_times({ value: value.toFixed(2) });
	const text = formatCount(Math.round(value * 10) / 10, locale);
	return unit === 'days' ? m.catalogue_days({ value: text }) : m.catalogue_working_days({ value: text });
}

/** A difference of two shares in percentage points, of two medians as a signed time. */
export function differenceText(difference: number | null, { statistic }: GapMeasure): string {
	if (statistic === 'share') return formatPoints(difference, getLocale());
	const text = formatDuration(difference === null ? null : Math.abs(difference), getLocale());
	return difference === null || difference === 0 ? text : `${difference > 0 ? '+' : '−'}${text}`;
}

type GapAnswer = Extract<Answer, { type: 'gap' }>;
const sideValue = (value: number | null, { statistic }: GapMeasure) =>
	statistic === 'share' ? formatShare(value, 1) : formatDuration(value, getLocale());

/** The sides of a gap, each with its own orders, and the gap within kinds of request. */
export function gapFacts(measure: GapMeasure, answer: GapAnswer): { term: string; text: string }[] {
	const n = (orders: number) => formatCount(orders, getLocale());
	const side = (name: string, value: number | null, numerator: number | null, denominator: number) => ({
		term: name,
		text:
			numerator === null
				? m.catalogue_side_timed({ value: sideValue(value, measure), n: n(denominator) })
				: `${sideValue(value, measure)} (${n(numerator)}/${n(denominator)})`
	});
	const isTooFew = Math.min(answer.oneDenominator, answer.otherDenominator) < measure.fewest;
	return [
		side(own(measure.one.name), answer.oneValue, answer.oneNumerator, answer.oneDenominator),
		side(own(measure.other.name), answer.otherValue, answer.otherNumerator, answer.otherDenominator),
		...(measure.withinKinds
			? [
					{
						term: m.catalogue_gap_standardised(),
						text: m.catalogue_gap_comparable({
							value: differenceText(answer.standardisedGap, measure),
							n: n(answer.comparable)
						})
					}
				]
			: []),
		...(isTooFew ? [{ term: m.catalogue_column_note(), text: m.catalogue_too_few({ fewest: measure.fewest }) }] : [])
	];
}

/** Both sides of a gap in one line, or that there are too few to hold them against each other. */
export function gapSides(measure: GapMeasure, answer: GapAnswer): string {
	if (Math.min(answer.oneDenominator, answer.otherDenominator) < measure.fewest)
		return m.catalogue_too_few({ fewest: measure.fewest });
	const side = (name: string, value: number | null) => `${name} ${sideValue(value, measure)}`;
	return [side(own(measure.one.name), answer.oneValue), side(own(measure.other.name), answer.otherValue)].join(
		m.list_gap()
	);
}

/** 'target 90%, met'; whether a share of no orders meets it is not said. */
export function targetText(
	{ target }: { target?: number },
	{ numerator, denominator }: { numerator: number | null; denominator: number | null }
): string {
	if (target === undefined) return '';
	const text = formatShare(target, 0);
	if (!denominator || numerator === null) return text;
	return numerator / denominator >= target
		? m.catalogue_target_met({ target: text })
		: m.catalogue_target_missed({ target: text });
}
