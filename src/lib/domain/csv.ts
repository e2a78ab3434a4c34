/** CSV as Chinese offices open it: BOM, CRLF, and no cell that a spreadsheet would run as a formula. */

const formulaStart = /^\s*[=+\-@＝＋－＠\t\r\0]/;

/** Text that a spreadsheet could take for a formula gets a leading apostrophe; numbers are left alone. */
export function harmless(text: string): string {
	return formulaStart.test(text) ? `'${text}` : text;
}

/** A cell in quotes, whatever stands in it. */
export const quotedCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function csvCell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	const text = harmless(value);
	return /[",\r\n]/.test(text) ? quotedCell(text) : text;
}

/** What a CSV document begins with, so that offices' programs take it for UTF-8. */
export const csvStart = '\uFEFF';

/** Rows as lines of a CSV document. Numbers stay as they are, unrounded; null becomes an empty cell. */
export const csvLines = (rows: (string | number | null)[][]): string =>
	rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

/** Rows as one CSV document. */
export const csvDocument = (headings: string[], rows: (string | number | null)[][]): string =>
	csvStart + csvLines([headings, ...rows]);
