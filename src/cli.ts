/** The command line: `duban COMMAND`. With --json, one JSON document on standard output and nothing else there. */
import { ask } from './commands/ask.ts';
import { backup, restore } from './commands/backup.ts';
import { bench } from './commands/bench.ts';
import { demo } from './commands/demo.ts';
import { draw } from './commands/draw.ts';
import { names } from './commands/names.ts';
import { importFiles } from './commands/import-files.ts';
import { releasePeriod } from './commands/release-period.ts';
import { inbox } from './commands/inbox.ts';
import { rebuild } from './commands/rebuild.ts';
import { rows } from './commands/rows.ts';
import { rules } from './commands/rules.ts';
import { serve } from './commands/serve.ts';
import { undo } from './commands/undo.ts';
import { user } from './commands/user.ts';
import { verify } from './commands/verify.ts';
import { inShellLanguage, shellLanguage, usage, UsageError } from './commands/usage.ts';
import { storageErrorSentence } from '#lib/messages/storage-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { finishRestore } from '#lib/server/backup/restore.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { ImportUnderWay, ServerRunning } from '#lib/server/imports/lock.ts';

type Outcome = { output?: unknown; exitCode?: number };

const commands: Record<string, (line: string[]) => Promise<Outcome | void>> = {
	import: importFiles,
	ask: async (line) => ({ output: await ask(line) }),
	inbox,
	rows,
	undo,
	rebuild,
	verify,
	backup,
	restore,
	user,
	release: releasePeriod,
	rules,
	unit: names('unit'),
	category: names('category'),
	draw,
	serve,
	demo,
	bench
};

const [name = '', ...line] = process.argv.slice(2);
try {
	finishRestore(dataFolder());
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) throw usage(m.cli_unknown_command, { name: name || '–', commands: Object.keys(commands).join(', ') });
	const done = await command(line);
	if (done?.output !== undefined) {
		if (line.includes('--json')) process.stdout.write(`${JSON.stringify(done.output)}\n`);
		else print(done.output);
	}
	process.exitCode = done?.exitCode ?? 0;
} catch (error) {
	process.stderr.write(`duban: ${sentenceOf(error as Error)}\n`);
	process.exitCode = error instanceof UsageError ? 2 : 1;
}

/** A person reads a sentence where it is theirs to mend, and where it broke where it is ours. */
function sentenceOf(error: Error): string {
	if (error instanceof ImportUnderWay) return inShellLanguage(m.cli_import_under_way, { pid: error.pid });
	if (error instanceof ServerRunning) return inShellLanguage(m.cli_server_running, { pid: error.pid });
	const ofDisk = error instanceof UsageError ? null : storageErrorSentence(error, shellLanguage());
	if (ofDisk !== null) return ofDisk;
	return error instanceof UsageError || error.name === 'AccountRefused'
		? error.message
		: (error.stack ?? error.message);
}

/** Rows as an aligned table for a person, a single long one on end; anything else as indented JSON. */
function print(output: unknown): void {
	const isTable =
		Array.isArray(output) &&
		output.every((row) => Object.values(row).every((cell) => typeof cell !== 'object' || cell === null));
	if (isTable && output.length === 1 && Object.keys(output[0] as object).length > 20) console.table(output[0]);
	else if (isTable) console.table(output);
	else process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
}
