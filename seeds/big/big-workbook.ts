import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import { bigColumns, type BigExport, bigRows } from './big-export.ts';

/**
 * Where a workbook keeps its texts: `inline` in their cells, as systems that export by streaming write, or `shared` in one table
 * that stands apart, as a workbook has them once a person has saved it.
 */
export type TextsOfWorkbook = 'inline' | 'shared';

/** Writes made-up orders as a workbook of one sheet, every cell a text. Rows are written as they are made; only shared texts are held. */
export async function writeBigWorkbook(path: string, plan: BigExport, texts: TextsOfWorkbook): Promise<void> {
	const rows = function* () {
		yield Object.keys(bigColumns);
		// An empty text is no cell, as in a spreadsheet.
		for (const cells of bigRows(plan)) yield cells.map((cell) => cell || null);
	};
	const bytes = writeXlsxStream(rows(), { name: '工单明细', inlineStrings: texts === 'inline', repeatHeaders: false });
	await pipeline(Readable.fromWeb(bytes as ReadableStream<Uint8Array>), createWriteStream(path, { mode: 0o600 }));
}
