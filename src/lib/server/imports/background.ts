import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Answers } from '#lib/domain/answers.ts';
import { storageFaultOf } from '#lib/domain/storage-fault.ts';
import type { DataFolder } from '../data-folder.ts';
import {
	addCommand,
	commandsListed,
	endCommand,
	nextCommand,
	unendedCommands,
	type ArchivedFile,
	type ImportCommand
} from '../ledger/import-commands.ts';
import type { Ledger } from '../ledger/open.ts';
import { importAndRecord, type Recorded } from './import-and-record.ts';
import { whenFree } from './when-free.ts';

/** How far a command is: the file, the step, and the rows read so far. */
export type HowFar = { file: string; step: string; rows?: number };

/** One per process, also across a development server's reloads: two workers would take each other's commands. */
type Background = { mark: string; howFar: Map<number, HowFar>; working: Map<string, Promise<void>> };
const store = globalThis as { dubanBackground?: Background };
const background = (): Background =>
	(store.dubanBackground ??= { mark: `${process.pid}:${randomUUID()}`, howFar: new Map(), working: new Map() });

/**
 * Takes archived bytes in, in this process and after all that was asked for before; gives the number of the command. What
 * came of it stands in the ledger.
 */
export async function importInBackground(
	folder: DataFolder,
	ledger: Ledger,
	{ files, answers, by }: { files: ArchivedFile[]; answers: Answers; by: string }
): Promise<number> {
	const { mark, working } = background();
	const seq = await addCommand(ledger, { files, answers, process: mark, by });
	const work = (working.get(folder.root) ?? Promise.resolve()).then(() => workThrough(folder, ledger));
	working.set(folder.root, work.catch(logFault));
	return seq;
}

/** Waits until nothing is left to do here. */
export const allImported = async (folder: DataFolder): Promise<void> => background().working.get(folder.root);

/** All commands that have not ended, with how far each is, and the latest that have. */
export async function commandsSeen(
	ledger: Ledger,
	ended: number
): Promise<(ImportCommand & { howFar: HowFar | null })[]> {
	await giveUpOrphans(ledger);
	const { howFar } = background();
	return (await commandsListed(ledger, ended)).map((one) => ({ ...one, howFar: howFar.get(one.seq) ?? null }));
}

/** What a process that is gone had under way ended with it. */
async function giveUpOrphans(ledger: Ledger): Promise<void> {
	for (const { seq, process } of await unendedCommands(ledger))
		if (!isAlive(process)) await endCommand(ledger, seq, 'interrupted');
}

function isAlive(mark: string): boolean {
	const pid = Number(mark.split(':')[0]);
	if (mark === background().mark) return true;
	// Another process of the same number has died: this one has it now.
	if (pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

async function workThrough(folder: DataFolder, ledger: Ledger): Promise<void> {
	const { mark } = background();
	for (;;) {
		const command = await nextCommand(ledger, mark);
		if (command === null) return;
		await carryOut(folder, ledger, command);
	}
}

async function carryOut(folder: DataFolder, ledger: Ledger, command: ImportCommand): Promise<void> {
	const { howFar } = background();
	const { seq } = command;
	try {
		const { numbers } = await takeIn(folder, ledger, command);
		await endCommand(ledger, seq, 'done', { imports: numbers });
	} catch (error) {
		logFault(error);
		// A full disk may keep even this from being written: then the command stays open, and is taken up with the next.
		await endCommand(ledger, seq, 'failed', { problem: storageFaultOf(error) });
	} finally {
		howFar.delete(seq);
	}
}

function takeIn(folder: DataFolder, ledger: Ledger, command: ImportCommand): Promise<Recorded> {
	const { howFar } = background();
	const { seq, files, answers, askedBy: by } = command;
	const begin = async () => {
		howFar.set(seq, { file: '', step: 'begin' });
		return importAndRecord(
			folder,
			ledger,
			files.map(({ sha256, ...file }) => ({ path: join(folder.exports, sha256), ...file })),
			{ by, answers, yields: true, onProgress: (progress) => void howFar.set(seq, progress) }
		);
	};
	return whenFree(begin, { onBusy: () => void howFar.delete(seq) });
}

function logFault(error: unknown): void {
	const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
	console.error(JSON.stringify({ at: new Date().toISOString(), work: 'import in the background', error: what }));
}
