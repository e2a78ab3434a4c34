import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aloneAnswer } from '#lib/domain/answer-values.ts';
import type { Answers } from '#lib/domain/answers.ts';
import { quotedCell } from '#lib/domain/csv.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { DataFolder } from '../data-folder.ts';
import { originalRows } from '../internal/original-rows.ts';
import type { ArchivedFile } from '../ledger/import-commands.ts';
import { archivePart } from '../uploads/parts.ts';

/**
 * Rows that were set aside come back mended as an export of their own: under the headers of the first, as of its data cut,
 * read by what people said of it, and placed after it, so that a mended form of an order wins over the first one; taking the
 * mended rows out again is undoing an import.
 */

/** Answers about a file's form and not about what its columns say: a mended file is plain CSV in UTF-8 with its header first. */
const ofTheFile = ['header-row', 'separator', 'encoding'];

/** How mended rows of an import are to be read. */
export const readingOfMended = ({ answers, dataCut }: Pick<TakenIn, 'answers' | 'dataCut'>) => ({
	answers: Object.fromEntries(
		Object.entries(answers).flatMap(([name, value]): [string, string][] => {
			if (name === 'header-row') return [[name, '1']];
			return ofTheFile.includes(name) ? [] : [[name, value]];
		})
	) satisfies Answers,
	dataCut
});

/** The same as a page asks for it: as the import was read, whatever was said of such files since, and to be remembered of none. */
export const askedOfMended = (result: Pick<TakenIn, 'answers' | 'dataCut' | 'mending'>) => {
	const { answers, dataCut } = readingOfMended(result);
	return { answers: { ...answers, [aloneAnswer]: 'yes' } as Answers, dataCut, mending: (result.mending ?? 0) + 1 };
};

/** Archives one mended row as a CSV file; `cells` stand below the headers of its export. */
export async function archiveMendedRow(
	folder: DataFolder,
	headers: string[],
	cells: string[],
	fileName: string
): Promise<Omit<ArchivedFile, 'dataCut'>> {
	const line = (texts: string[]) => `${texts.map(quotedCell).join(',')}\r\n`;
	const part = join(folder.scratch, `upload-${randomUUID().replaceAll('-', '')}`);
	await writeFile(part, line(headers) + line(cells), { mode: 0o600 });
	return { sha256: await archivePart(part, folder), fileName };
}

/** One row of an export with its headers, as it was written; null where it is not kept. */
export async function rowToMend(folder: DataFolder, sha256: string, row: number) {
	const original = await originalRows(folder, sha256, { row });
	const found = original?.rows[0];
	return original && found ? { headers: original.headers, ...found } : null;
}
