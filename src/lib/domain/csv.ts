/** CSV as Chinese offices open it: BOM, CRLF, and no cell that a spreadsheet would run as a formula. */

const formulaStart = /^\s*[=+\-@＝＋－＠\t\r\0]/;

/** Text that a spreadsheet could take for a formula gets a leading apostrophe; numbers are left alone. */
export function harmless(text: string): string {
	return formulaStart.test(text) ? `'${text}` : text;
}

function csvCell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	const text = harmless(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as one CSV document. Numbers stay as they are, unrounded; null becomes an empty cell. */
export function csvDocument(headings: string[], rows: (string | number | null)[][]): string {
	return `\uFEFF${[headings, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
