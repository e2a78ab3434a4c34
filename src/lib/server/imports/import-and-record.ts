import { aloneAnswer } from '#lib/domain/answer-values.ts';
import type { Answers, Said } from '#lib/domain/answers.ts';
import { manifestIfReadable } from '../build/manifest.ts';
import type { DataFolder } from '../data-folder.ts';
import { destroyedExports } from '../ledger/destroyed-exports.ts';
import type { Ledger } from '../ledger/open.ts';
import { importHeld, type ExportFile, type Imported, type ImportOptions } from './import-exports.ts';
import { whileImporting } from './lock.ts';
import { inputsRecorded, readingsRecorded } from './lost-records.ts';
import { recordImports } from './record-imports.ts';
import { saidOfFiles } from './said-of-files.ts';

/** What came of each file, and the number it has in the ledger, in the same order. */
export type Recorded = { imported: Imported[]; numbers: number[] };

/**
 * Takes exports in and writes down what came of them before anybody else can import, after what a process that died left
 * unwritten. What people said of files like these is remembered. Throws ImportUnderWay and NoSuchProfile.
 */
export function importAndRecord(
	folder: DataFolder,
	ledger: Ledger,
	files: ExportFile[],
	{
		by,
		answers,
		...options
	}: Omit<ImportOptions, keyof Said | 'standing' | 'recorded' | 'destroyed'> & { by: string; answers?: Answers }
): Promise<Recorded> {
	return whileImporting(folder, async () => {
		const standing = await inputsRecorded(folder, ledger, manifestIfReadable(folder));
		const recorded = await readingsRecorded(ledger);
		const said = await saidOfFiles(ledger, answers);
		const destroyed = await destroyedExports(ledger);
		const imported = await importHeld(folder, files, { ...options, ...said, standing, recorded, destroyed });
		const isRemembered = answers?.[aloneAnswer] === undefined;
		return { imported, numbers: await recordImports(folder, ledger, imported, by, { isRemembered }) };
	});
}
