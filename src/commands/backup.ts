import { existsSync } from 'node:fs';
import { m } from '#lib/paraglide/messages.js';
import { backup as backUp } from '#lib/server/backup/backup.ts';
import { NotRestored, restore as putBack } from '#lib/server/backup/restore.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { appendAudit } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { onlyOptions, parseArguments, typedFile } from './arguments.ts';
import { usage } from './usage.ts';

/** `duban backup FILE`: everything at rest in one tar file, also while the server runs. */
export async function backup(line: string[]): Promise<{ output: unknown }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json']);
	const [file, ...others] = args.words;
	if (file === undefined || others.length > 0) throw usage(m.backup_usage, {});
	if (existsSync(typedFile(file))) throw usage(m.backup_exists, { file });
	const folder = ensureDataFolder(dataFolder());
	const ledger = openLedger(folder);
	try {
		await appendAudit(ledger, { actor: 'command line', action: 'backup_made', object: 'data' });
		return { output: await backUp(folder, typedFile(file)) };
	} finally {
		await closeLedger(folder);
	}
}

/** `duban restore FILE [--replace]`: into an empty data folder, or in the place of what stands there, which is kept beside. */
export async function restore(line: string[]): Promise<{ output: unknown }> {
	const args = parseArguments(line, ['json', 'replace']);
	onlyOptions(args, ['json', 'replace']);
	const [file, ...others] = args.words;
	if (file === undefined || others.length > 0) throw usage(m.backup_usage, {});
	if (!existsSync(typedFile(file))) throw usage(m.cli_no_such_file, { file });
	const folder = dataFolder();
	try {
		const restored = await putBack(folder, typedFile(file), { replace: args.options.has('replace') });
		await appendAudit(openLedger(folder), {
			...{ actor: 'command line', action: 'backup_restored', object: 'data' },
			detail: { madeAt: restored.madeAt, version: restored.version }
		});
		return { output: restored };
	} catch (error) {
		if (!(error instanceof NotRestored)) throw error;
		const message = { not_a_backup: m.backup_not_one, damaged: m.backup_damaged, not_empty: m.backup_not_empty }[
			error.why
		];
		throw usage(message, { problem: error.problem });
	} finally {
		await closeLedger(folder);
	}
}
