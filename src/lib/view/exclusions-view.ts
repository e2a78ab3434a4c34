import { formatCount, formatPoints, formatRate } from '#lib/domain/format.ts';
import { exclusionReasons } from '#lib/domain/staged-columns.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { columnName } from './column-names.ts';

type Carried = { exclusion_state: number; is_excluded: number };
const isCarried = (carried: Carried) => carried.exclusion_state > 0 || carried.is_excluded > 0;
const missing = () => m.exclusions_not_carried({ column: columnName('exclusion_state') });

/** 'Excluded: 12 (3.4%)' of the orders a rate could count; that the exports do not say where they do not. */
export function excludedSentence(
	{ excluded, wholeDenominator }: { excluded: number; wholeDenominator: number },
	carried: Carried
): string {
	if (!isCarried(carried)) return missing();
	const locale = getLocale();
	return m.exclusions_said({
		excluded: formatCount(excluded, locale),
		share: formatRate(excluded, wholeDenominator, locale)
	});
}

/** What exclusions make of the whole rate, and which units gain by them. */
export function exclusionsFinding({ rows, total }: FigureTable, measure: string, carried: Carried): string {
	if (!isCarried(carried)) return missing();
	const locale = getLocale();
	const { numerator, denominator, wholeNumerator, wholeDenominator, excluded, difference } = total as Record<
		string,
		number | null
	>;
	const gaining = rows.filter(({ flag }) => String(flag).startsWith('gains_')).map(({ unit }) => String(unit));
	const found = m.exclusions_finding({
		measure,
		rate: formatRate(numerator ?? 0, denominator ?? 0, locale),
		whole: formatRate(wholeNumerator ?? 0, wholeDenominator ?? 0, locale),
		difference: formatPoints(difference ?? 0, locale),
		excluded: formatCount(excluded ?? 0, locale),
		of: formatCount(wholeDenominator ?? 0, locale)
	});
	const who =
		gaining.length === 0
			? m.exclusions_no_gain()
			: m.exclusions_gain({ count: gaining.length, units: gaining.join(m.fair_name_gap()) });
	return found + m.sentence_gap() + who;
}

const reasonNames: Record<(typeof exclusionReasons)[number], () => string> = {
	unreasonable: m.exclusions_reason_unreasonable,
	out_of_remit: m.exclusions_reason_out_of_remit,
	force_majeure: m.exclusions_reason_force_majeure,
	third_party: m.exclusions_reason_third_party,
	unreachable: m.exclusions_reason_unreachable,
	duplicate: m.exclusions_reason_duplicate,
	appeal_upheld: m.exclusions_reason_appeal_upheld
};

/** Headings and words of the exclusions' tables, by the codes that stand in them. */
export const exclusionNames: Record<string, () => string> = {
	flag: m.exclusions_column_flag,
	wholeNumerator: m.exclusions_column_whole_numerator,
	wholeDenominator: m.exclusions_column_whole_denominator,
	wholeRate: m.exclusions_column_whole_rate,
	excluded: m.exclusions_column_excluded,
	excludedShare: m.exclusions_column_share,
	pending: m.exclusions_column_pending,
	rejected: m.exclusions_column_rejected,
	reason: m.exclusions_column_reason,
	gains_both: m.exclusions_gains_both,
	gains_rate: m.exclusions_gains_rate,
	gains_share: m.exclusions_gains_share,
	share_few: m.exclusions_share_few,
	no_gain: m.exclusions_gains_none,
	...Object.fromEntries(Object.entries(reasonNames).map(([reason, name]) => [`reason-${reason}`, name])),
	'reason-none': m.not_stated
};
