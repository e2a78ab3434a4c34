import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { resolve } from 'node:path';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { inboxOf, isWaiting } from '#lib/server/imports/inbox.ts';

const everyMs = 15_000;

/**
 * Looks into the inbox now and then, and has what lies there taken in by a process of its own, one at a time. Gives what ends
 * the watch.
 */
export function watchInbox(folder: DataFolder, ms = everyMs): () => void {
	let isTaking = false;
	const timer = setInterval(() => {
		if (isTaking || !isWaiting(inboxOf(folder))) return;
		isTaking = true;
		const child = takeInboxApart(folder);
		const done = () => (isTaking = false);
		child.once('error', done);
		child.once('exit', done);
	}, ms);
	timer.unref();
	return () => clearInterval(timer);
}

/** Has the inbox taken in by a process of its own: a large export takes neither the server's memory nor its turn. */
export function takeInboxApart(folder: DataFolder): ChildProcess {
	const child = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', resolve(import.meta.dirname, '..', 'cli.ts'), 'inbox'],
		{
			env: { ...process.env, DUBAN_DATA: folder.root },
			stdio: ['ignore', 'ignore', 'inherit']
		}
	);
	// Readers of pages come first; some systems allow no such order.
	try {
		if (child.pid !== undefined) setPriority(child.pid, 19);
	} catch {
		// It is taken in all the same.
	}
	return child;
}
