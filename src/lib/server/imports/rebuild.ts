import { build } from '../build/build.ts';
import { manifestIfReadable } from '../build/manifest.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Ledger } from '../ledger/open.ts';
import { whileImporting } from './lock.ts';
import { inputsRecorded, readingsRecorded } from './lost-records.ts';
import { standingInputs, sweepLeftovers } from './standing.ts';

/** What a rebuilding gave; isSame where the tables hold the very rows they held before, null where there were none to compare. */
export type Rebuilt = { version: string; orders: number; exports: number; isSame: boolean | null };

/**
 * Makes the warehouse again from the archived bytes: every export that stands in the ledger is read anew, and one version built of all.
 * Null where nothing was imported yet. The version served stays until the new one stands. Throws ImportUnderWay.
 */
export async function rebuild(folder: DataFolder, ledger: Ledger): Promise<Rebuilt | null> {
	return whileImporting(folder, async () => {
		sweepLeftovers(folder);
		const before = manifestIfReadable(folder);
		const exports = await inputsRecorded(folder, ledger, before);
		if (exports.length === 0) return null;
		const recorded = await readingsRecorded(ledger);
		const { manifest } = await build(folder, await standingInputs(folder, { again: true, exports, recorded }), []);
		return {
			version: manifest.version,
			orders: manifest.orders,
			exports: manifest.inputs.length,
			isSame: before?.fingerprint === undefined ? null : before.fingerprint === manifest.fingerprint
		};
	});
}
