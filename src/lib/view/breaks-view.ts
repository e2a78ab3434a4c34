import type { BreakMark } from '#lib/charts/break-marks.ts';
import { columnsWatched } from '#lib/domain/watched-columns.ts';
import { m } from '#lib/paraglide/messages.js';
import { columnName } from './column-names.ts';

type Found = { month: string; what: string; name: string | null; other: string | null };

const words: Record<string, (found: { name: string; other: string }) => string> = {
	line_begins: m.breaks_line_begins,
	line_ends: m.breaks_line_ends,
	unit_begins: m.breaks_unit_begins,
	unit_ends: m.breaks_unit_ends,
	unit_may_be_renamed: m.breaks_unit_renamed,
	column_begins: m.breaks_column_begins,
	column_ends: m.breaks_column_ends,
	no_orders: m.breaks_no_orders
};

/** One break in words; a column by the name its export's field has. */
const breakWords = ({ what, name, other }: Found): string =>
	words[what]!({ name: (what.startsWith('column') ? columnName(name!) : name) ?? '', other: other ?? '' });

/** More than this many breaks of a month are counted in the picture and told in the table. */
const mostTold = 2;

function byMonth(breaks: Found[]): Map<string, Found[]> {
	// A unit that may be renamed is told once, not as an end and a beginning too.
	const renamed = new Set(
		breaks.flatMap(({ what, name, other }) => (what === 'unit_may_be_renamed' ? [name, other] : []))
	);
	const told = breaks.filter(({ what, name }) => !/^unit_(begins|ends)$/.test(what) || !renamed.has(name));
	return Map.groupBy(told, ({ month }) => month);
}

/** The marks of a chart over months, one a month. */
export const breakMarks = (breaks: Found[]): BreakMark[] =>
	[...byMonth(breaks)].map(([period, found]) => ({
		period,
		text:
			found.length > mostTold
				? m.breaks_more({ first: breakWords(found[0]!), others: found.length - 1 })
				: found.map(breakWords).join(m.list_gap())
	}));

/** What is to be said beside each month of a table by month. */
export const breakNotes = (breaks: Found[]): ReadonlyMap<string, string> =>
	new Map([...byMonth(breaks)].map(([month, found]) => [month, found.map(breakWords).join(m.list_gap())]));

/** Headings and codes of the table of breaks. */
export const breaksNames: Record<string, () => string> = {
	what: m.breaks_column_what,
	brokenName: m.breaks_column_name,
	brokenColumn: m.breaks_column_column,
	...Object.fromEntries(columnsWatched.map((column) => [`column-${column}`, () => columnName(column)])),
	otherName: m.breaks_column_other,
	line_begins: m.breaks_what_line_begins,
	line_ends: m.breaks_what_line_ends,
	unit_begins: m.breaks_what_unit_begins,
	unit_ends: m.breaks_what_unit_ends,
	unit_may_be_renamed: m.breaks_what_unit_renamed,
	column_begins: m.breaks_what_column_begins,
	column_ends: m.breaks_what_column_ends,
	no_orders: m.breaks_no_orders
};
