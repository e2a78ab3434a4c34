import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readVersion } from '../build/build.ts';
import { manifestIfReadable, type BuildInput, type Manifest } from '../build/manifest.ts';
import { versionPath, type DataFolder } from '../data-folder.ts';
import { moveTo, remove } from '../durable-files.ts';
import type { Ledger } from '../ledger/open.ts';
import { importHeld, type ImportOptions } from './import-exports.ts';
import { destroyErased } from './destroy-erased.ts';
import { whileImporting } from './lock.ts';
import { inputsRecorded, readingsRecorded } from './lost-records.ts';
import { isServable, stagedHash, standingInputs, sweepLeftovers } from './standing.ts';

/** What was wrong with what stood, and whether it was built anew; null where all was well. */
export type Mended = { problem: string; isRebuilt: boolean } | null;

/**
 * What whoever serves does first: sweeps what dead work left, writes what it left unwritten, reads every value of the served
 * version, and builds it anew from the originals where it is not what was written, or not what the ledger says stands; and stages again
 * what has lost its receipt. What
 * was damaged is kept below `damaged`, for whoever asks how. Throws ImportUnderWay.
 */
export function startUp(folder: DataFolder, ledger: Ledger, onProgress?: ImportOptions['onProgress']): Promise<Mended> {
	return whileImporting(folder, async () => {
		sweepLeftovers(folder);
		await destroyErased(folder, ledger);
		const manifest = manifestIfReadable(folder);
		const standing = await inputsRecorded(folder, ledger, manifest);
		const found = await problemOf(folder, manifest, standing);
		if (found === null) {
			// Who died between taking a receipt away and writing it anew left rows that nobody may believe.
			const exports = standing.filter(({ sha256, staged }) => stagedHash(folder, sha256) !== staged);
			if (exports.length > 0) await standingInputs(folder, { exports, recorded: await readingsRecorded(ledger) });
			return null;
		}
		if (standing.length === 0) {
			remove(folder.currentPointer);
			return { problem: found, isRebuilt: false };
		}
		await importHeld(folder, [], { standing, recorded: await readingsRecorded(ledger), onProgress });
		return { problem: found, isRebuilt: true };
	});
}

/** Why what is served is not what should be; what is damaged is set aside. A version is whole without a log: one beside it is none of ours, and would change what is read. */
async function problemOf(
	folder: DataFolder,
	manifest: Manifest | null,
	standing: BuildInput[]
): Promise<string | null> {
	if (manifest === null) {
		if (existsSync(folder.currentPointer)) return basename(folder.currentPointer);
		return standing.length > 0 ? 'warehouse' : null;
	}
	const path = versionPath(folder, manifest.version);
	if (existsSync(`${path}.wal`)) {
		for (const one of [`${path}.wal`, path]) if (existsSync(one)) setAside(folder, one);
		return `${basename(path)}.wal`;
	}
	const read = await readVersion(path).catch((error: Error) => error.message.split('\n')[0]!);
	const isAsWritten = manifest.fingerprint === undefined ? existsSync(path) : read === manifest.fingerprint;
	if (!isAsWritten) {
		if (existsSync(path)) setAside(folder, path);
		return `${basename(path)}: ${read}`;
	}
	const isAsRecorded = standing.length === manifest.inputs.length && isServable(folder, manifest.version, standing);
	return isAsRecorded ? null : `${basename(path)}: ${manifest.inputs.length} ≠ ${standing.length}`;
}

/** The last damaged file of a name is kept, no more of them. */
function setAside(folder: DataFolder, path: string): void {
	const place = join(folder.root, 'damaged');
	mkdirSync(place, { recursive: true, mode: 0o700 });
	moveTo(path, join(place, basename(path)));
}
