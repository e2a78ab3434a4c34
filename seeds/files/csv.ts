/** One record of a CSV file, quoted only where it must be. */
export function csvRecord(cells: readonly string[], lineEnd: '\n' | '\r\n'): string {
	return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',') + lineEnd;
}
