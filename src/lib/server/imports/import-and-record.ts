import { manifestIfReadable } from '../build/manifest.ts';
import type { DataFolder } from '../data-folder.ts';
import { rememberedAnswers } from '../ledger/answers.ts';
import { destroyedExports } from '../ledger/destroyed-exports.ts';
import type { Ledger } from '../ledger/open.ts';
import { importHeld, type ExportFile, type Imported, type ImportOptions } from './import-exports.ts';
import { whileImporting } from './lock.ts';
import { inputsRecorded } from './lost-records.ts';
import { recordImports } from './record-imports.ts';

/** What came of each file, and the number it has in the ledger, in the same order. */
export type Recorded = { imported: Imported[]; numbers: number[] };

/**
 * Takes exports in and writes down what came of them before anybody else can import, after what a process that died left
 * unwritten. What people said of files like these is remembered. Throws ImportUnderWay.
 */
export function importAndRecord(
	folder: DataFolder,
	ledger: Ledger,
	files: ExportFile[],
	{ by, ...options }: Omit<ImportOptions, 'remembered' | 'standing' | 'destroyed'> & { by: string }
): Promise<Recorded> {
	return whileImporting(folder, async () => {
		const standing = await inputsRecorded(folder, ledger, manifestIfReadable(folder));
		const remembered = await rememberedAnswers(ledger);
		const destroyed = await destroyedExports(ledger);
		const imported = await importHeld(folder, files, { ...options, standing, remembered, destroyed });
		return { imported, numbers: await recordImports(folder, ledger, imported, by) };
	});
}
