import type { Table } from '#lib/components/table.ts';
import { formatCount } from '#lib/domain/format.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { FigureTable, TableRow } from '#lib/domain/table.ts';
import { outcomeSentence } from '#lib/messages/intake-sentences.ts';
import type { ImportRow, RowQuestion } from '#lib/server/internal/import-rows.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { importsHeading } from './imports-view.ts';
import { plain } from './plain-text.ts';
import { tableView } from './table-view.ts';

/** What can be opened, with what a list of it is called. */
const lists: Record<RowQuestion, () => string> = {
	read: m.rows_all,
	accepted: m.rows_accepted,
	identical: m.rows_identical,
	setAside: m.upload_rows_setAside,
	repaired: m.upload_rows_repaired,
	nonData: m.upload_rows_nonData,
	superseded: m.upload_rows_superseded
};
export const rowListName = (question: RowQuestion): string => lists[question]();

const headings: Record<string, () => string> = {
	row: m.upload_rows_row,
	sheet: m.upload_rows_sheet,
	became: m.rows_became,
	column: m.upload_rows_column,
	text: m.upload_rows_text,
	sentence: m.upload_rows_sentence,
	standsInstead: m.upload_rows_instead,
	twin: m.rows_twin
};
export const rowsHeading = (key: string): string | undefined => headings[key]?.();

const became: Record<string, () => string> = {
	setAside: m.rows_became_setAside,
	nonData: m.rows_became_nonData,
	accepted: m.rows_became_accepted,
	identical: m.rows_became_identical
};

const columnsOf: Record<RowQuestion, string[]> = {
	read: ['became', 'text', 'sentence', 'twin'],
	accepted: ['text'],
	identical: ['text', 'twin'],
	setAside: ['column', 'text', 'sentence'],
	repaired: ['column', 'text', 'sentence'],
	nonData: ['text', 'sentence'],
	superseded: ['text', 'sentence', 'standsInstead']
};

/** A list of rows without them: where each stands and what it says there; a sheet only where the export has one. */
export const importRowsList = (question: RowQuestion, hasSheet: boolean): Omit<FigureTable, 'rows'> => ({
	...{ id: 'import-rows', by: null, total: null },
	columns: ['row', ...(hasSheet ? ['sheet'] : []), ...columnsOf[question]].map((key) => ({
		key,
		kind: 'text' as const
	}))
});

/** A row as a line of any list. */
export function importRowLine(row: ImportRow): TableRow {
	const shown = (text: string | null) => (text === null ? null : plain(text));
	const stands = shown(row.standsInstead);
	return {
		...{ row: String(row.row), sheet: plain(row.sheet), column: shown(row.header), text: shown(row.text) },
		became: became[row.outcome]?.() ?? null,
		sentence: row.reason === '' ? null : outcomeSentence(row, getLocale()),
		...{ standsInstead: stands, twin: stands }
	};
}

/** So much of a row's text stands on a page; its number leads to all cells. */
const textOnPage = 240;

/** A page of rows; `total` counts the lines of the list, `rowsTotal` the rows in it. */
export function importRowsTable(
	rows: ImportRow[],
	question: RowQuestion,
	{
		seq,
		offset,
		total,
		rowsTotal,
		hasSheet
	}: { seq: number; offset: number; total: number; rowsTotal: number; hasSheet: boolean }
): { table: Table; isCut: boolean } {
	const what = rowListName(question);
	const n = (count: number) => formatCount(count, getLocale());
	const span = { what, from: n(offset + 1), to: n(offset + rows.length) };
	const of = total === rowsTotal ? n(total) : m.rows_cells({ lines: n(total), rows: n(rowsTotal) });
	const caption = rows.length === 0 ? m.upload_rows_none({ what }) : m.upload_rows_caption({ ...span, total: of });
	const isLong = ({ text }: TableRow) => String(text ?? '').length > textOnPage;
	const lines = rows.map(importRowLine);
	const shown = lines.map((line) =>
		isLong(line) ? { ...line, text: `${String(line.text).slice(0, textOnPage)}…` } : line
	);
	const options = {
		...{ caption, empty: caption, ownHeading: rowsHeading },
		rowHref: ({ row }: TableRow) => `/imports/${seq}/mend/${String(row)}`,
		csvHref: `/imports/${seq}/rows.csv?outcome=${question}`
	};
	const table = tableView({ ...importRowsList(question, hasSheet), rows: shown }, options);
	return { table: { ...table, fileRows: total, stacks: true }, isCut: lines.some(isLong) };
}

/**
 * What became of the rows of an import, each number with the way to its rows. Superseded is told as of now, where `superseded` says
 * it, since every later export adds to it; what it was on the day of import stands beside.
 */
export function rowCounts({ rows }: TakenIn, seq: number, superseded: number | null) {
	const keys = ['read', 'accepted', 'repaired', 'superseded', 'setAside', 'identical', 'nonData'] as const;
	const counts: Record<string, number | undefined> = { ...rows };
	const n = (count: number) => formatCount(count, getLocale());
	return keys.map((key) => {
		const then = counts[key] ?? 0;
		const count = key === 'superseded' ? (superseded ?? then) : then;
		return {
			key,
			label: importsHeading(key)!,
			count: n(count),
			note: count === then ? null : m.rows_then({ count: n(then) }),
			href: count > 0 ? `/imports/${seq}?outcome=${key}` : null
		};
	});
}
