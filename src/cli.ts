/** The command line: `duban COMMAND`. With --json, one JSON document on standard output and nothing else there. */
import { firstLines, isLongList, writeJson } from './commands/long-list.ts';
import { inShellLanguage, shellLanguage, usage, UsageError } from './commands/usage.ts';
import { storageErrorSentence } from '#lib/messages/storage-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { finishRestore } from '#lib/server/backup/restore.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { ImportUnderWay, ServerRunning } from '#lib/server/imports/lock.ts';

type Outcome = { output?: unknown; exitCode?: number };

type Command = (line: string[]) => Promise<Outcome | void>;

/** Each is loaded when it is asked for: what the others need would take as long as most of them do. */
const commands: Record<string, () => Promise<Command>> = {
	import: async () => (await import('./commands/import-files.ts')).importFiles,
	ask: async () => {
		const { ask } = await import('./commands/ask.ts');
		return async (line) => ({ output: await ask(line) });
	},
	inbox: async () => (await import('./commands/inbox.ts')).inbox,
	rows: async () => (await import('./commands/rows.ts')).rows,
	changes: async () => (await import('./commands/changes.ts')).changes,
	conflicts: async () => (await import('./commands/conflicts.ts')).listConflicts,
	undo: async () => (await import('./commands/undo.ts')).undo,
	erase: async () => (await import('./commands/erase.ts')).erase,
	rebuild: async () => (await import('./commands/rebuild.ts')).rebuild,
	verify: async () => (await import('./commands/verify.ts')).verify,
	backup: async () => (await import('./commands/backup.ts')).backup,
	restore: async () => (await import('./commands/backup.ts')).restore,
	user: async () => (await import('./commands/user.ts')).user,
	release: async () => (await import('./commands/release-period.ts')).releasePeriod,
	profile: async () => (await import('./commands/profile.ts')).profile,
	rules: async () => (await import('./commands/rules.ts')).rules,
	unit: async () => (await import('./commands/names.ts')).names('unit'),
	category: async () => (await import('./commands/names.ts')).names('category'),
	draw: async () => (await import('./commands/draw.ts')).draw,
	serve: async () => (await import('./commands/serve.ts')).serve,
	demo: async () => (await import('./commands/demo.ts')).demo,
	bench: async () => (await import('./commands/bench.ts')).bench,
	'bench-readers': async () => (await import('./commands/bench-readers.ts')).benchReaders,
	'bench-import': async () => (await import('./commands/bench-import.ts')).benchImport
};

const [name = '', ...line] = process.argv.slice(2);
try {
	finishRestore(dataFolder());
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) throw usage(m.cli_unknown_command, { name: name || '–', commands: Object.keys(commands).join(', ') });
	const done = await (await command())(line);
	if (done?.output !== undefined) {
		if (isLongList(done.output)) await printList(done.output);
		else if (line.includes('--json')) process.stdout.write(`${JSON.stringify(done.output)}\n`);
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

async function printList(list: AsyncIterable<unknown>): Promise<void> {
	if (line.includes('--json')) return writeJson(list);
	const { lines, more } = await firstLines(list);
	print(lines);
	if (more !== null) process.stderr.write(`${more}\n`);
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
