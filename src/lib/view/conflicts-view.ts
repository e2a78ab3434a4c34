import { formatCount } from '#lib/domain/format.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { FigureTable, TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { conflictReasons, type Conflict, type ConflictReason } from '#lib/domain/conflict.ts';
import { conflictReasonName, conflictRule } from './conflict-reasons.ts';
import { orderHref } from './order-names.ts';
import { plain } from './plain-text.ts';
import { stagedName, stagedWord } from './staged-words.ts';

/** Two forms of one order that contradict each other, side by side. */

const headings: Record<string, () => string> = {
	order: m.brought_column_order,
	reason: m.conflicts_column_reason,
	older: m.conflicts_column_older,
	newer: m.conflicts_column_newer,
	olderIn: m.conflicts_column_olderIn,
	newerIn: m.conflicts_column_newerIn,
	counts: m.conflicts_column_counts,
	heldIn: m.conflicts_column_heldIn
};
export const conflictsHeading = (key: string): string | undefined => headings[key]?.();

const n = (count: number) => formatCount(count, getLocale());
const word = (field: string, value: string | null) =>
	stagedWord(field, value, getLocale() as Language) ?? m.brought_nothing();

/** A conflict as a page shows it. */
export function conflictShown({ orderNumber, reason, counts, newerIn, olderIn, heldIn, values }: Conflict) {
	const standing = (form: 'newer' | 'older') =>
		counts === form ? m.conflicts_counts_newer() : m.conflicts_counts_not();
	return {
		order: plain(orderNumber),
		href: orderHref(orderNumber),
		reason: conflictReasonName(reason, getLocale()),
		why: whyCounts({ counts, newerIn, heldIn }),
		older: { place: plain(olderIn), standing: standing('older'), counts: counts === 'older' },
		newer: { place: plain(newerIn), standing: standing('newer'), counts: counts === 'newer' },
		values: values.map(({ field, former, latter }) => ({
			field: stagedName(field, getLocale() as Language),
			older: word(field, former),
			newer: word(field, latter)
		}))
	};
}

/** How many there are of each kind, in words. */
export const conflictsCounted = (counts: Record<ConflictReason, number>) =>
	conflictReasons.map((reason) => ({
		...{ reason, label: conflictReasonName(reason, getLocale()), count: n(counts[reason]) },
		why: conflictRule(reason, getLocale())
	}));

export const conflictsCaption = (offset: number, onPage: number, total: number): string =>
	total === 0
		? m.conflicts_none()
		: m.conflicts_caption({ from: n(offset + 1), to: n(offset + onPage), total: n(total) });

/** The list as a file has it, without its rows: a line a conflict. */
export const conflictsTable: Omit<FigureTable, 'rows'> = {
	...{ id: 'conflicts', by: null, total: null },
	columns: ['order', 'reason', 'older', 'newer', 'olderIn', 'newerIn', 'counts', 'heldIn'].map((key) => ({
		...{ key, kind: 'text' as const }
	}))
};

const whichCounts = { newer: m.conflicts_file_newer, older: m.conflicts_file_older, neither: m.conflicts_file_neither };

export function conflictRow(conflict: Conflict): TableRow {
	const { order, reason, values } = conflictShown(conflict);
	const form = (which: 'older' | 'newer') =>
		values.map((value) => `${value.field}${m.colon()}${value[which]}`).join(m.conflicts_values_gap());
	return {
		...{ order, reason, older: form('older'), newer: form('newer') },
		...{ olderIn: plain(conflict.olderIn), newerIn: plain(conflict.newerIn), heldIn: plain(conflict.heldIn) },
		counts: whichCounts[conflict.counts]()
	};
}

/** What is to be said beside the marks: nothing where the rule of its kind, said above the list, is all. */
function whyCounts({ counts, newerIn, heldIn }: Pick<Conflict, 'counts' | 'newerIn' | 'heldIn'>): string | null {
	if (counts === 'neither') return m.conflicts_counts_neither({ place: plain(heldIn) });
	return heldIn === newerIn ? null : m.conflicts_held_elsewhere({ place: plain(heldIn) });
}
