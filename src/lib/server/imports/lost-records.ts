import type { BuildInput, Manifest } from '../build/manifest.ts';
import type { DataFolder } from '../data-folder.ts';
import { importsListed, importsTaken, type ImportRecord, type TakenImport } from '../ledger/imports.ts';
import type { Ledger } from '../ledger/open.ts';
import { inputOf, rowsOf, type Imported } from './import-exports.ts';
import { recordImports } from './record-imports.ts';
import type { Readings } from './restage.ts';
import { stagedReceipt } from '../staged-receipt.ts';

/**
 * Figures and ledger are written one after the other, and a process may die between the two. What each knows that the other
 * does not says what happened:
 * - an export is in the figures, and the ledger never heard of it: it was taken, and is recorded now, by `recovered`;
 * - an export is in the figures, and the ledger says it was undone: it leaves the figures;
 * - an export stands in the ledger, and is in no figures: the warehouse is older than the ledger, or gone, and it joins them.
 * Gives the exports that should be in the figures; only for who holds the import lock.
 */
export async function inputsRecorded(
	folder: DataFolder,
	ledger: Ledger,
	manifest: Manifest | null
): Promise<BuildInput[]> {
	const inputs = manifest?.inputs ?? [];
	const records = await importsListed(ledger);
	const taken = records.filter(isTaken);
	const standing = taken.filter(({ undoneAt }) => undoneAt === null);
	const isIn = (list: { sha256: string }[], { sha256 }: { sha256: string }) =>
		list.some((one) => one.sha256 === sha256);
	const lost = inputs.filter((input) => !isIn(taken, input));
	const imported = lost.flatMap((input) => takenAs(folder, input, manifest!));
	if (imported.length > 0) await recordImports(folder, ledger, imported, 'recovered');
	const missing = [...new Set(standing.filter((one) => !isIn(inputs, one)).map(({ sha256 }) => sha256))];
	return [
		...inputs.filter((input) => isIn(standing, input) || !isIn(taken, input)),
		// Oldest first, as they were taken.
		...missing.reverse().map((sha256) => inputRecorded(standing.filter((one) => one.sha256 === sha256)))
	];
}

/** How each export that stands in the ledger was read last. */
export async function readingsRecorded(ledger: Ledger): Promise<Readings> {
	return new Map(
		(await importsTaken(ledger)).map(({ sha256, result: { answers, profile } }) => [sha256, { answers, profile }])
	);
}

const isTaken = (record: ImportRecord): record is TakenImport => record.outcome === 'taken';

/** What the receipt of its staged rows says of an export; nothing where that is gone, which `verify` tells. */
function takenAs(folder: DataFolder, input: BuildInput, { version, standings = {} }: Manifest): Imported[] {
	const receipt = stagedReceipt(folder, input.sha256);
	if (!receipt) return [];
	const result = { ...receipt, fileName: input.fileName, mending: input.mending };
	const rows = rowsOf(result, standings[input.sha256]);
	return [{ outcome: 'taken', file: input.fileName, result, rows, version }];
}

/** An export as its imports, the latest first, say it stands: by the cut that was given last, else by its own. */
function inputRecorded(imports: TakenImport[]): BuildInput {
	const { result, dataCut } = imports.find(({ result }) => result.dataCutFrom === 'given') ?? imports[0]!;
	const mending = Math.max(...imports.map(({ result: { mending = 0 } }) => mending));
	return { ...inputOf({ ...result, dataCut, mending }), fileName: imports.at(-1)!.fileName, staged: '' };
}
