import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Forces a file's bytes, or a folder's entries, to disk. */
export function flush(path: string): void {
	const handle = openSync(path, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Writes a small file so that a reader sees the old text or the new, never a part. */
export function writeWhole(path: string, text: string): void {
	const draft = `${path}.${process.pid}.tmp`;
	const handle = openSync(draft, 'w', 0o600);
	try {
		writeSync(handle, text);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	renameSync(draft, path);
	flush(dirname(path));
}
