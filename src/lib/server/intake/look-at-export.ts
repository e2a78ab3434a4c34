import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Said } from '#lib/domain/answers.ts';
import type { Refusal } from '#lib/domain/intake-result.ts';
import type { LookedAt } from '#lib/domain/looked.ts';
import { cityZone, type DataFolder } from '#lib/server/data-folder.ts';
import { RefusedExport } from './refused-export.ts';
import { childProgram, startChild } from './run-child.ts';

/** A page waits for it: what takes longer is not shown. */
const milliseconds = 30_000;

/**
 * The beginning of an archived export as `said` would have it read, looked at in a process of its own; nothing of it is kept.
 * Personal data stands in it. A file that can't be read gives the refusal.
 */
export async function lookAtExport(
	folder: DataFolder,
	{ sha256, said }: { sha256: string; said: Said }
): Promise<LookedAt | { outcome: 'refused'; refusal: Refusal }> {
	const archived = join(folder.exports, sha256);
	// Gone with a citizen who was erased.
	if (!existsSync(archived))
		return { outcome: 'refused', refusal: { reason: 'unreadable_file', details: { problem: 'ENOENT' } } };
	// Named so that what a killed process leaves is swept.
	const jobFolder = join(folder.scratch, `intake-${randomUUID()}`);
	await mkdir(jobFolder, { recursive: true, mode: 0o700 });
	try {
		const job = {
			...{ archived, folder: jobFolder, sha256, fileName: '', said },
			...{ looks: true, mayUnpack: false, zone: cityZone(), callerSecret: '' }
		};
		return await startChild(childProgram()).read<LookedAt>(job, () => {}, milliseconds);
	} catch (error) {
		if (error instanceof RefusedExport) return { outcome: 'refused', refusal: error.refusal };
		throw error;
	} finally {
		await rm(jobFolder, { recursive: true, force: true });
	}
}
