import { formatRate } from '#lib/domain/format.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

type Row = Record<string, string | number | null>;

/** How a rate stands to both earlier periods, in one sentence; null where nothing is counted now. */
export function changesFinding({ rows }: FigureTable, key: string, measure: string): string | null {
	const row = rows.find((one) => one.measure === key) as Row | undefined;
	if (!row || !row.denominator) return null;
	const locale = getLocale();
	const against = (side: 'before' | 'year') =>
		m.changes_against({
			than: side === 'before' ? m.compare_before() : m.compare_year(),
			rate: formatRate(Number(row[`${side}Numerator`]), Number(row[`${side}Denominator`]), locale),
			moved: movedWords(String(row[`${side}Movement`]))
		});
	return m.changes_finding({
		measure,
		rate: formatRate(Number(row.numerator), Number(row.denominator), locale),
		before: against('before'),
		year: against('year')
	});
}

const movedWords = (movement: string): string =>
	(
		({
			moved_up: m.changes_up,
			moved_down: m.changes_down,
			moved_unclear: m.changes_unclear
		}) as Record<string, () => string>
	)[movement]?.() ?? m.changes_none();

const sides = { before: m.compare_before, year: m.compare_year, now: m.changes_now } as const;
const parts = {
	Numerator: m.changes_numerator,
	Denominator: m.changes_denominator,
	Rate: m.changes_rate,
	Difference: m.changes_difference,
	Low: m.changes_low,
	High: m.changes_high,
	Movement: m.changes_movement,
	Received: m.changes_received,
	N: m.changes_n,
	Open: m.changes_open,
	Median: m.changes_median
} as const;

/** Headings of the columns that a table of changes has for each period. */
export const changesNames: Record<string, () => string> = {
	measure: m.changes_column_measure,
	moved_few: m.changes_few,
	'on-time-due': m.column_due_rate,
	'on-time-closed': m.column_closed_rate,
	'visit-response': m.column_response_rate,
	...Object.fromEntries(
		Object.entries(sides).flatMap(([side, name]) =>
			Object.entries(parts).map(([part, heading]) => [`${side}${part}`, () => heading({ period: name() })])
		)
	)
};
