import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { harmless } from '#lib/domain/csv.ts';
import type { ColumnKind, FigureTable, TableColumn, TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Fact } from './table-about.ts';
import { tableText } from './table-text.ts';

const formats: Record<ColumnKind, string> = {
	text: '@',
	code: '@',
	time: '@',
	count: '#,##0',
	rate: '0.0%',
	seconds: '#,##0',
	days: '0.0',
	place: '0',
	ratio: '0.00',
	points: '+0.0%;-0.0%'
};

/** Where a table has headings, names of codes or formats of its own; without them those of its kind hold. */
export type OwnWords = {
	heading?: (key: string) => string | undefined;
	format?: (row: TableRow, column: TableColumn) => string | undefined;
};

/**
 * A table as a workbook: one sheet of rows, one that says what they are. Figures are numbers, unrounded, with a format;
 * texts are string cells in a text column, and what a spreadsheet could run has its apostrophe here too, because a
 * sheet is saved as CSV again.
 */
export async function tableWorkbook(
	table: FigureTable,
	about: Fact[],
	own: OwnWords = {}
): Promise<Uint8Array<ArrayBuffer>> {
	const { headings, rows } = tableText(table, own.heading);
	const columns = table.columns.map(({ kind }, place) => ({
		width: place === 0 ? 28 : 16,
		numFmt: formats[kind]
	}));
	const bytes = await writeXlsx({
		sheets: [
			{
				name: m.away_sheet_table(),
				columns,
				rows: [headings.map(cellOf), ...rows.map((row) => row.map(cellOf))],
				cells: formattedCells(table, own),
				freezePane: { rows: 1, columns: 1 }
			},
			{
				name: m.away_sheet_about(),
				columns: [
					{ width: 36, numFmt: '@' },
					{ width: 110, numFmt: '@' }
				],
				rows: about.map(({ term, text }) => [cellOf(term), cellOf(text)])
			}
		]
	});
	return new Uint8Array(bytes);
}

/** XML has no place for control characters, and a name of a unit no use for them. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const cellOf = (value: string | number | null): CellValue =>
	typeof value === 'string' ? harmless(value).replace(controls, '') : value;

/** The cells whose format differs from that of their column, by row and column; the heading is row 0. */
function formattedCells({ columns, rows, total }: FigureTable, { format }: OwnWords) {
	const all = [...rows, ...(total ? [total] : [])];
	return new Map(
		all.flatMap((row, line) =>
			columns.flatMap((column, place) => {
				const numFmt = format?.(row, column);
				return numFmt === undefined ? [] : [[`${line + 1},${place}`, { style: { numFmt } }] as const];
			})
		)
	);
}
