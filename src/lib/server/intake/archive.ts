import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { announce, settle } from '#lib/server/durable-files.ts';
import { limits } from './limits.ts';
import { RefusedExport } from './refused-export.ts';

export type Archived = { sha256: string; path: string };

/** Keeps an export's bytes under their SHA-256, on disk for good before anything is read of them. */
export async function archive(source: string, folder: DataFolder): Promise<Archived> {
	const { size } = await stat(source);
	if (size > limits.exportBytes) throw new RefusedExport('too_large', { bytes: size });
	const { bavail, bsize } = await statfs(folder.scratch);
	const free = bavail * bsize;
	if (free < size * limits.freeSpace) throw new RefusedExport('too_large', { bytes: size * limits.freeSpace, free });
	const temporary = join(folder.scratch, `archive-${randomUUID()}`);
	const hash = createHash('sha256');
	const target = await open(temporary, 'wx', 0o600);
	try {
		for await (const chunk of createReadStream(source, { highWaterMark: 1024 * 1024 })) {
			hash.update(chunk);
			announce('write', temporary);
			await target.writeFile(chunk);
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
