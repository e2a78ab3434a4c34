import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { currentManifest, versionOf, type BuildInput } from '../build/manifest.ts';
import { cityZone, versionPath, type DataFolder } from '../data-folder.ts';
import { remove } from '../durable-files.ts';
import { stagedReceipt } from '../staged-receipt.ts';
import { restage, type Readings } from './restage.ts';

/** What stands in the folder before an import, an undoing or a rebuilding: the exports in force, staged by this reader. */

/** The exports that stand, those of the served version unless others are given, each staged as this reader stages it; `again` reads all of them anew. */
export async function standingInputs(
	folder: DataFolder,
	{ again = false, exports, recorded }: { again?: boolean; exports?: BuildInput[]; recorded?: Readings } = {}
): Promise<BuildInput[]> {
	const standing = exports ?? currentManifest(folder)?.inputs ?? [];
	for (const input of standing) {
		await restage(folder, input, { again, recorded });
		input.staged = stagedHash(folder, input.sha256);
	}
	return standing;
}

/** The hash of what an export's staged rows say; empty where their receipt is gone. */
export const stagedHash = (folder: DataFolder, sha256: string): string => stagedReceipt(folder, sha256)?.content ?? '';

/** True where a version is what these exports give under the rules of this program, and its file is there. */
export const isServable = (folder: DataFolder, version: string | null, inputs: BuildInput[]) =>
	version !== null && version === versionOf(inputs, cityZone()) && existsSync(versionPath(folder, version));

/** Removes what imports that were killed left behind: nobody else writes these while the lock is held. */
export function sweepLeftovers(folder: DataFolder): void {
	const leftovers = [
		...namesIn(folder.scratch, /^(intake|archive|backup|duckdb_temp)/).map((name) => join(folder.scratch, name)),
		...namesIn(folder.scratch, readersSpill).flatMap((name) => (isGone(name) ? [join(folder.scratch, name)] : [])),
		...namesIn(folder.warehouse, /\.tmp/).map((name) => join(folder.warehouse, name))
	];
	for (const path of leftovers) remove(path);
}

/** What a reader of the internal store put out of memory; one that still reads needs it, import or not. */
const readersSpill = /^reading-(\d+)-/;
function isGone(name: string): boolean {
	try {
		process.kill(Number(readersSpill.exec(name)![1]), 0);
		return false;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ESRCH';
	}
}

const namesIn = (path: string, pattern: RegExp) =>
	existsSync(path) ? readdirSync(path).filter((name) => pattern.test(name)) : [];
