import { build } from '../build/build.ts';
import { currentManifest } from '../build/manifest.ts';
import type { DataFolder } from '../data-folder.ts';
import { whileImporting } from './lock.ts';
import { standingInputs, sweepLeftovers } from './standing.ts';

/** What a rebuilding gave; isSame where the tables hold the very rows they held before, null where there were none to compare. */
export type Rebuilt = { version: string; orders: number; exports: number; isSame: boolean | null };

/**
 * Makes the warehouse again from the archived bytes alone: every export is read anew and one version built of all of them.
 * Null where nothing was imported yet. The version served stays until the new one stands. Throws ImportUnderWay.
 */
export async function rebuild(folder: DataFolder): Promise<Rebuilt | null> {
	return whileImporting(folder, async () => {
		sweepLeftovers(folder);
		const before = currentManifest(folder);
		if (before === null) return null;
		const { manifest } = await build(folder, await standingInputs(folder, { again: true }), []);
		return {
			version: manifest.version,
			orders: manifest.orders,
			exports: manifest.inputs.length,
			isSame: before.fingerprint === undefined ? null : before.fingerprint === manifest.fingerprint
		};
	});
}
