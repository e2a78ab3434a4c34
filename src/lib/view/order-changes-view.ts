import type { Table } from '#lib/components/table.ts';
import { formatCount, formatDate } from '#lib/domain/format.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { FigureTable, TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ChangeCounts, ChangeList, OrderShown, ValueChange } from '#lib/server/internal/order-changes.ts';
import type { NotShown } from '#lib/server/internal/vanished-orders.ts';
import { orderHref } from './order-names.ts';
import { plain } from './plain-text.ts';
import { stagedName, stagedWord } from './staged-words.ts';
import { tableView } from './table-view.ts';

/** What an export of orders brought, changed and no longer shows, as its page and its files say it. */

const names: Record<ChangeList | 'unchanged', () => string> = {
	new: m.brought_new,
	changed: m.brought_changed,
	unchanged: m.brought_unchanged,
	vanished: m.brought_vanished,
	notLookedFor: m.brought_notLookedFor
};
export const changeListName = (list: ChangeList): string => names[list]();

const headings: Record<string, () => string> = {
	order: m.brought_column_order,
	row: m.brought_column_row,
	field: m.brought_column_field,
	before: m.brought_column_before,
	after: m.brought_column_after,
	source: m.brought_column_source,
	received: m.brought_column_received,
	unit: m.brought_column_unit,
	status: m.brought_column_status,
	lastShown: m.brought_column_lastShown,
	why: m.brought_column_why
};
export const changesHeading = (key: string): string | undefined => headings[key]?.();

const n = (count: number) => formatCount(count, getLocale());

/** How many orders a list is of, confidential ones included. */
export const ordersIn = (counts: ChangeCounts, list: ChangeList): number => {
	if (list === 'new' || list === 'changed') return counts[list];
	const { vanished, notLookedFor } = counts.notShown;
	return list === 'vanished' ? vanished : notLookedFor.reduce((sum, { orders }) => sum + orders, 0);
};

/** That some orders are not listed, where some are not. */
export const confidentialHint = (count: number): string[] =>
	count === 0 ? [] : [m.confidential_not_listed({ count: n(count) })];

/** Each number with the way to its orders, and what is to be known of those that vanished. */
export function changesShown(counts: ChangeCounts, seq: number) {
	const lines = (['new', 'changed', 'unchanged', 'vanished', 'notLookedFor'] as const).map((key) => {
		const count = key === 'unchanged' ? counts.unchanged : ordersIn(counts, key);
		const href = key === 'unchanged' || count === 0 ? null : `/imports/${seq}/changes?list=${key}`;
		return { key, label: names[key](), count: n(count), href };
	});
	const isUntold = counts.notShown.notTold !== null;
	return {
		lines: lines.map((line) => (line.key === 'vanished' && isUntold ? { ...line, count: '–' } : line)),
		hints: [m.brought_hint(), ...vanishedHints(counts.notShown)]
	};
}

/** What was compared, and what was not looked for and why. */
export function vanishedHints({ notTold, notLookedFor, exports, shown, lookedFor, from, to }: NotShown): string[] {
	const locale = getLocale();
	if (notTold === 'no_earlier_export') return [m.brought_no_earlier()];
	const day = (text: string | null) => (text === null ? '–' : formatDate(text, locale));
	const compared = { shown: n(shown), lookedFor: n(lookedFor), from: day(from), to: day(to) };
	const of = notLookedFor
		.filter(({ why }) => why !== 'is_a_part')
		.map(({ why, orders }) =>
			why === 'state'
				? m.brought_not_looked_state({ orders: n(orders) })
				: m.brought_not_looked({ orders: n(orders), field: stagedName(why, locale as Language) })
		);
	const told =
		notTold === 'is_a_part'
			? m.brought_is_part(compared)
			: m.brought_vanished_hint({ ...compared, exports: n(exports) });
	return [told, ...of];
}

/** How a reason not to look for an order reads. */
export const whyNotLooked = (why: string, locale: Language): string => {
	if (why === 'state') return m.brought_why_state({}, { locale });
	if (why === 'is_a_part') return m.brought_why_is_a_part({}, { locale });
	return m.brought_why_field({ field: stagedName(why, locale) }, { locale });
};

const columnsOf: Record<ChangeList, string[]> = {
	new: ['order', 'row', 'received', 'unit', 'status'],
	changed: ['order', 'row', 'field', 'before', 'after', 'source'],
	vanished: ['order', 'received', 'unit', 'status', 'lastShown'],
	notLookedFor: ['order', 'received', 'unit', 'status', 'lastShown', 'why']
};

/** A list without its rows. */
export const changesTable = (list: ChangeList): Omit<FigureTable, 'rows'> => ({
	...{ id: `orders-${list === 'notLookedFor' ? 'not-looked-for' : list}`, by: null, total: null },
	columns: columnsOf[list].map((key) => ({ key, kind: key === 'received' ? ('time' as const) : ('text' as const) }))
});

const shown = (text: string | null) => (text === null ? null : plain(text));

/** An order of a list as a line of it. */
export const orderRow = ({ orderNumber, row, receivedAt, unit, status, lastShown, why }: OrderShown): TableRow => ({
	...{ order: plain(orderNumber), row: row === null ? null : String(row), received: receivedAt },
	...{ unit: shown(unit), status: shown(status), lastShown: shown(lastShown) },
	why: why === null ? null : whyNotLooked(why, getLocale() as Language)
});

/** A value that changed as a line of its list. */
export function valueRow({ orderNumber, row, field, before, after, source }: ValueChange): TableRow {
	const locale = getLocale() as Language;
	const word = (value: string | null) => stagedWord(field, value, locale) ?? m.brought_nothing();
	return {
		...{ order: plain(orderNumber), row: String(row), field: stagedName(field, locale) },
		...{ before: word(before), after: word(after), source: plain(source) }
	};
}

/** A page of a list; counts are of orders, of which a changed one has a line a value. */
export function changesPage(
	list: ChangeList,
	rows: TableRow[],
	{ seq, offset, total, orders }: { seq: number; offset: number; total: number; orders: number }
): Table {
	const name = changeListName(list);
	const caption =
		total === 0
			? m.brought_none({ list: name })
			: m.brought_caption({ list: name, from: n(offset + 1), to: n(offset + orders), total: n(total) });
	const table = tableView(
		{ ...changesTable(list), rows },
		{
			...{ caption, empty: caption, ownHeading: changesHeading },
			csvHref: `/imports/${seq}/changes.csv?list=${list}`,
			rowHref: ({ order }) => orderHref(String(order))
		}
	);
	return { ...table, stacks: true };
}
