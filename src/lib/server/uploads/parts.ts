import { createHash } from 'node:crypto';
import { open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder.ts';
import { announce, settle } from '../durable-files.ts';
import { sha256Of } from '../file-hash.ts';
import { limits } from '../intake/limits.ts';
import { UploadProblem } from './upload-problem.ts';

/** Bytes on their way in: files in scratch that are named by a random id, never by what their sender calls them. */

/** What a sender draws for a file, so that it can be gone on with after a broken connection. */
export const isUploadKey = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** Where a part lies; another account's key leads elsewhere. */
export const partPath = (folder: DataFolder, owner: string, key: string): string =>
	join(
		folder.scratch,
		`upload-${createHash('sha256')
			.update(JSON.stringify([owner, key]))
			.digest('hex')}`
	);

/** How many bytes of a part are here; 0 where there is none. */
export const receivedOf = async (path: string): Promise<number> => (await stat(path).catch(() => ({ size: 0 }))).size;

/** Throws UploadProblem where a file is too large, or the disk has no room for its rest and for what becomes of it. */
export async function requireRoom(folder: DataFolder, bytes: number, here = 0): Promise<void> {
	if (bytes > limits.exportBytes) throw new UploadProblem('too_large');
	const { bavail, bsize } = await statfs(folder.scratch);
	if (bavail * bsize < bytes - here + bytes * limits.freeSpace) throw new UploadProblem('no_space');
}

/**
 * Adds what comes to a part and gives its length. Counts for itself: throws `too_large` over the limit, `longer_than_said`
 * over `said`. What came before a fault stays.
 */
export async function appendChunks(
	path: string,
	chunks: AsyncIterable<Uint8Array>,
	{ said = Infinity, most = limits.exportBytes }: { said?: number; most?: number } = {}
): Promise<number> {
	const file = await open(path, 'a', 0o600);
	try {
		let { size } = await file.stat();
		for await (const chunk of chunks) {
			size += chunk.length;
			if (size > said) throw new UploadProblem('longer_than_said');
			if (size > most) throw new UploadProblem('too_large');
			announce('write', path);
			await file.writeFile(chunk);
		}
		return size;
	} catch (error) {
		throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new UploadProblem('no_space') : error;
	} finally {
		await file.close();
	}
}

/** Puts a whole part into the archive under its SHA-256, on disk for good before its sender is told so. */
export async function archivePart(path: string, folder: DataFolder): Promise<string> {
	const sha256 = await sha256Of(path);
	await settle(path, join(folder.exports, sha256));
	return sha256;
}

const oneDay = 24 * 60 * 60 * 1000;

/** Removes parts that nobody has gone on with for a day. */
export async function sweepParts(folder: DataFolder, now = Date.now()): Promise<void> {
	for (const name of await readdir(folder.scratch)) {
		if (!name.startsWith('upload-')) continue;
		const path = join(folder.scratch, name);
		const left = await stat(path).catch(() => undefined);
		if (left && now - left.mtimeMs > oneDay) await rm(path, { force: true });
	}
}
