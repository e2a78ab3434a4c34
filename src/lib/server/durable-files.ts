import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A change that outlives this process: `make` and `checkpoint` are a warehouse's, `ledger` is a statement of its. */
export type Lasting = 'write' | 'flush' | 'rename' | 'remove' | 'make' | 'checkpoint' | 'ledger';
type Hearer = (change: Lasting, of: string) => void;

let hearer: Hearer | undefined;

/**
 * Tells of every lasting change just before it is made, until what it gives is called. What the hearer throws comes in the
 * place of the change: so tests fail, or end the process, at each of them in turn.
 */
export function hearChanges(hear: Hearer): () => void {
	hearer = hear;
	return () => {
		hearer = undefined;
	};
}

/** Says that a lasting change is about to be made; whoever makes one itself calls this first. */
export const announce: Hearer = (change, of) => hearer?.(change, of);

/** Forces a file's bytes, or a folder's entries, to disk. */
export function flush(path: string): void {
	announce('flush', path);
	const handle = openSync(path, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Makes a file's bytes and its name survive a power cut, without holding this thread up. */
export async function flushToDisk(path: string): Promise<void> {
	for (const target of [path, dirname(path)]) {
		announce('flush', target);
		const handle = await open(target, 'r');
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
	}
}

/** Gives a file or folder another name, at once. */
export function moveTo(from: string, to: string): void {
	announce('rename', to);
	renameSync(from, to);
}

/** Puts a file under its name for good: its bytes first, then the name. */
export async function settle(from: string, to: string): Promise<void> {
	await flushToDisk(from);
	announce('rename', to);
	await rename(from, to);
	await flushToDisk(to);
}

/** Removes a file or folder, and all in it; nothing where there is none. */
export function remove(path: string): void {
	announce('remove', path);
	rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

/** Writes a small file so that a reader sees the old text or the new, never a part. */
export function writeWhole(path: string, text: string): void {
	const draft = `${path}.${process.pid}.tmp`;
	announce('write', draft);
	const handle = openSync(draft, 'w', 0o600);
	try {
		writeFileSync(handle, text);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	moveTo(draft, path);
	flush(dirname(path));
}
