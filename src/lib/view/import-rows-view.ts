import type { Table } from '#lib/components/table.ts';
import { formatCount } from '#lib/domain/format.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { FigureTable, TableColumn, TableRow } from '#lib/domain/table.ts';
import { outcomeSentence } from '#lib/messages/intake-sentences.ts';
import type { ImportRow } from '#lib/server/internal/import-rows.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { importsHeading } from './imports-view.ts';
import { plain } from './plain-text.ts';
import { tableView } from './table-view.ts';

/** Outcomes whose rows can be opened, with what a list of them is called. */
const lists: Record<string, () => string> = {
	setAside: m.upload_rows_setAside,
	repaired: m.upload_rows_repaired,
	nonData: m.upload_rows_nonData,
	superseded: m.upload_rows_superseded
};
export const rowListName = (outcome: string): string => lists[outcome]!();

const headings: Record<string, () => string> = {
	row: m.upload_rows_row,
	sheet: m.upload_rows_sheet,
	column: m.upload_rows_column,
	text: m.upload_rows_text,
	sentence: m.upload_rows_sentence,
	standsInstead: m.upload_rows_instead
};
export const rowsHeading = (key: string): string | undefined => headings[key]?.();

/** Rows of one outcome, where each stands and what it says there; a sheet and what stands instead only where there are any. */
export function importRowsList(rows: ImportRow[], outcome: string): FigureTable {
	const text = (key: string): TableColumn => ({ key, kind: 'text' });
	const columns = [
		text('row'),
		...(rows.some(({ sheet }) => sheet !== '') ? [text('sheet')] : []),
		...(outcome === 'setAside' || outcome === 'repaired' ? [text('column')] : []),
		text('text'),
		text('sentence'),
		...(outcome === 'superseded' ? [text('standsInstead')] : [])
	];
	const locale = getLocale();
	return {
		...{ id: 'import-rows', by: null, total: null, columns },
		rows: rows.map((row) => ({
			row: String(row.row),
			sheet: plain(row.sheet),
			column: row.header === null ? null : plain(row.header),
			text: row.text === null ? null : plain(row.text),
			sentence: outcomeSentence(row, locale),
			standsInstead: row.standsInstead === null ? null : plain(row.standsInstead)
		}))
	};
}

/** The same as a page of it shows it. */
export function importRowsTable(
	rows: ImportRow[],
	outcome: string,
	{ seq, offset, total }: { seq: number; offset: number; total: number }
): Table {
	const what = rowListName(outcome);
	const n = (count: number) => formatCount(count, getLocale());
	const caption =
		rows.length === 0
			? m.upload_rows_none({ what })
			: m.upload_rows_caption({ what, from: n(offset + 1), to: n(offset + rows.length), total: n(total) });
	const rowHref = ({ row }: TableRow) => `/imports/${seq}/mend/${String(row)}`;
	const mended = outcome === 'setAside' && { rowHref };
	const options = {
		...mended,
		caption,
		csvHref: `/imports/${seq}/rows.csv?outcome=${outcome}`,
		ownHeading: rowsHeading
	};
	return { ...tableView(importRowsList(rows, outcome), { ...options, empty: caption }), fileRows: total };
}

/** What became of the rows of an import, each number with the way to its rows where they are kept. */
export function rowCounts({ rows }: TakenIn, seq: number) {
	const keys = ['read', 'accepted', 'repaired', 'superseded', 'setAside', 'identical', 'nonData'] as const;
	const counts: Record<string, number | undefined> = { ...rows };
	return keys.map((key) => {
		const count = counts[key] ?? 0;
		return {
			key,
			label: importsHeading(key)!,
			count: formatCount(count, getLocale()),
			href: key in lists && count > 0 ? `/imports/${seq}?outcome=${key}` : null
		};
	});
}
