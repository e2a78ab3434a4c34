import { formatDate, formatMonth } from '#lib/domain/format.ts';
import { addDays, type Period } from '#lib/domain/periods.ts';
import type { Comparison } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** A period in words, in its shortest true form: a month, a quarter, a year, or two days. */
export function periodName({ from, to, month }: Period): string {
	const locale = getLocale();
	if (month && from !== null && to !== null)
		return m.rules_period({
			from: formatDate(from, locale),
			to: formatDate(addDays(to, 1), locale),
			hour: month.cutOffHour
		});
	if (from === null && to === null) return m.period_all();
	if (from === null) return m.period_until({ day: formatDate(to!, locale) });
	if (to === null) return m.period_since({ day: formatDate(from, locale) });
	if (from.endsWith('-01') && addDays(to, 1).endsWith('-01')) {
		const [year, first, last] = [from.slice(0, 4), Number(from.slice(5, 7)), Number(to.slice(5, 7))];
		if (from.slice(0, 7) === to.slice(0, 7)) return formatMonth(from.slice(0, 7), locale);
		if (from.slice(0, 4) === to.slice(0, 4) && last === first + 2 && last % 3 === 0)
			return m.period_quarter({ year, quarter: last / 3 });
		if (from.slice(0, 4) === to.slice(0, 4) && first === 1 && last === 12) return m.period_year({ year });
	}
	return m.period_days({ from: formatDate(from, locale), to: formatDate(to, locale) });
}

/** A period's name ('2026-09', '2026-Q3') in words. */
export function namedPeriodName(name: string): string {
	const quarter = /^(\d{4})-Q([1-4])$/.exec(name);
	if (quarter) return m.period_quarter({ year: quarter[1]!, quarter: Number(quarter[2]) });
	if (/^\d{4}$/.test(name)) return m.period_year({ year: name });
	return name === 'all' ? m.period_all() : formatMonth(name, getLocale());
}

export const comparisonName = (comparison: Comparison): string =>
	({ before: m.compare_before, year: m.compare_year, none: m.compare_none })[comparison]();
