import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { rebuild as rebuildWarehouse } from '#lib/server/imports/rebuild.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { onlyOptions, parseArguments } from './arguments.ts';
import { usage } from './usage.ts';

/** `duban rebuild`: the warehouse once more, from the archived bytes of every export. Exits 1 where it came out otherwise. */
export async function rebuild(line: string[]): Promise<{ output: unknown; exitCode: number }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json']);
	const folder = ensureDataFolder(dataFolder());
	try {
		const rebuilt = await rebuildWarehouse(folder, openLedger(folder));
		if (rebuilt === null) throw usage(m.cli_nothing_loaded, {});
		return { output: rebuilt, exitCode: rebuilt.isSame === false ? 1 : 0 };
	} finally {
		await closeLedger(folder);
	}
}
