import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from '#lib/server/data-folder.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { onTestFinished } from 'vitest';

/** A data folder of this test's own; it is gone when the test ends. */
export function freshFolder() {
	const folder = dataFolder(mkdtempSync(join(tmpdir(), 'duban-ledger-')));
	onTestFinished(async () => {
		await closeLedger(folder);
		rmSync(folder.root, { recursive: true });
	});
	return folder;
}

export const freshLedger = () => openLedger(freshFolder());
