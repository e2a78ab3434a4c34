import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder.ts';
import { flush, remove } from '../durable-files.ts';
import { sha256Of } from '../file-hash.ts';
import { stagedPaths } from '../staged-receipt.ts';
import { destroyedExports } from '../ledger/destroyed-exports.ts';
import type { Ledger } from '../ledger/open.ts';
import { inboxOf } from './inbox.ts';

/**
 * Removes all that is left of exports that the ledger says are destroyed: their bytes, what was staged of them, their cells,
 * and the same bytes below the inbox. Does nothing where nothing is left, so that what a process that died had begun is
 * finished by the next. Only for who holds the import lock.
 */
export async function destroyErased(folder: DataFolder, ledger: Ledger): Promise<void> {
	const destroyed = await destroyedExports(ledger);
	if (destroyed.size === 0) return;
	const paths = [...destroyed.keys()].flatMap((sha256) => [
		join(folder.exports, sha256),
		...Object.values(stagedPaths(folder, sha256))
	]);
	const left = paths.filter((path) => existsSync(path));
	for (const path of left) remove(path);
	if (left.length > 0) for (const path of [folder.exports, folder.staged, folder.internal]) flush(path);
	const { taken, refused } = inboxOf(folder);
	for (const place of [taken, refused].filter((path) => existsSync(path))) {
		for (const entry of readdirSync(place, { withFileTypes: true })) {
			const path = join(place, entry.name);
			if (entry.isFile() && destroyed.has(await sha256Of(path))) remove(path);
		}
	}
}
