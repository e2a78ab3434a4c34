import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { NothingToUndo, undoImport } from '#lib/server/imports/undo-import.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { onlyOptions, parseArguments } from './arguments.ts';
import { importNumbered } from './rows.ts';
import { usage } from './usage.ts';

/** `duban undo IMPORT`: the figures as they would be without that import. */
export async function undo(line: string[]): Promise<{ output: unknown }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json']);
	const folder = ensureDataFolder(dataFolder());
	const ledger = openLedger(folder);
	try {
		const { seq } = await importNumbered(ledger, args.words);
		return { output: await undoImport(folder, ledger, seq, 'command line') };
	} catch (error) {
		if (!(error instanceof NothingToUndo)) throw error;
		throw usage(error.why === 'undone' ? m.undo_undone : m.undo_not_taken, { number: error.seq });
	} finally {
		await closeLedger(folder);
	}
}
