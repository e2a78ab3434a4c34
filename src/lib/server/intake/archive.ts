import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { announce, settle } from '#lib/server/durable-files.ts';
import { sha256Of } from '#lib/server/file-hash.ts';
import { limits } from './limits.ts';
import { RefusedExport } from './refused-export.ts';

export type Archived = { sha256: string; path: string };

/** Bytes that stand in the archive already, under the hash they are called by; undefined where a path leads elsewhere. */
export function archivedAlready(source: string, { exports }: DataFolder): Archived | undefined {
	const sha256 = basename(source);
	return dirname(source) === exports && /^[0-9a-f]{64}$/.test(sha256) ? { sha256, path: source } : undefined;
}

/** Throws where archived bytes are no longer those they were archived as. */
export async function requireUnchanged({ sha256, path }: Archived): Promise<void> {
	const found = await sha256Of(path);
	if (found !== sha256) throw new Error(`the archived export ${sha256} was changed on the disk: it reads ${found}`);
}

/** Throws RefusedExport where an export is too large, or the disk has no room for it and what becomes of it. */
export async function requireRoom(source: string, { scratch }: DataFolder): Promise<void> {
	const { size } = await stat(source);
	if (size > limits.exportBytes) throw new RefusedExport('too_large', { bytes: size });
	const { bavail, bsize } = await statfs(scratch);
	const free = bavail * bsize;
	if (free < size * limits.freeSpace) throw new RefusedExport('too_large', { bytes: size * limits.freeSpace, free });
}

/** Keeps an export's bytes under their SHA-256, on disk for good before anything is read of them. */
export async function archive(source: string, folder: DataFolder): Promise<Archived> {
	await requireRoom(source, folder);
	const temporary = join(folder.scratch, `archive-${randomUUID()}`);
	const hash = createHash('sha256');
	const target = await open(temporary, 'wx', 0o600);
	try {
		for await (const chunk of createReadStream(source, { highWaterMark: 4 * 1024 * 1024 })) {
			announce('write', temporary);
			// The disk takes it while it is hashed.
			const written = target.writeFile(chunk);
			hash.update(chunk);
			await written;
		}
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	} finally {
		await target.close();
	}
	const sha256 = hash.digest('hex');
	const path = join(folder.exports, sha256);
	await settle(temporary, path);
	return { sha256, path };
}
