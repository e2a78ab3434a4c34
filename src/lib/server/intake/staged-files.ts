import { version } from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSame, type ReadBy } from '#lib/domain/answers.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { sha256Of } from '#lib/server/file-hash.ts';
import { type Receipt, stagedPaths, stagedReceipt } from '#lib/server/staged-receipt.ts';

/** What the child calls them in its own folder. */
export const stagedNames = { rows: 'staged.parquet', ledger: 'rows.parquet', cells: 'cells.parquet' } as const;

const imported = /(?:from |import\()'(#lib\/|\.{1,2}\/)([^']+\.ts)'/g;

/** The hash of a program and all it imports of ours: another reader may read the same bytes otherwise. */
export function readerVersion(program: string): string {
	const lib = join(dirname(program), '..', '..');
	const files = new Set([program]);
	// Rows are told apart by hashes of the engine's.
	const hash = createHash('sha256').update(version());
	for (const file of files) {
		const source = readFileSync(file, 'utf8');
		hash.update(source);
		for (const [, root, path] of source.matchAll(imported)) {
			files.add(root === '#lib/' ? join(lib, path!) : join(dirname(file), root!, path!));
		}
	}
	return hash.digest('hex').slice(0, 16);
}

/**
 * The result of an earlier reading of the same bytes by the same reader on the same request; undefined where there is none, or its rows are
 * no longer as they were written.
 * `saidNow` is what holds now for files with a signature: what was read by other words is read again.
 */
export async function readAlready(
	folder: DataFolder,
	sha256: string,
	{ request, reader }: Pick<Receipt, 'request' | 'reader'>,
	saidNow: (signature: string) => ReadBy
): Promise<TakenIn | undefined> {
	const paths = stagedPaths(folder, sha256);
	if (Object.values(paths).some((path) => !existsSync(path))) return undefined;
	const receipt = stagedReceipt(folder, sha256);
	if (!receipt) return undefined;
	const { request: earlier, reader: earlierReader, bytes, ...result } = receipt;
	const { answers, profile } = saidNow(result.signature);
	const isSameRequest =
		JSON.stringify(earlier) === JSON.stringify(request) && earlierReader === reader && isSame(result.answers, answers);
	if (!isSameRequest || (await sha256Of(paths.rows)) !== bytes) return undefined;
	return { ...result, profile };
}

const oneDay = 24 * 60 * 60 * 1000;

/** Removes what killed imports left behind. A day old: an import in progress is never that old. */
export async function sweepScratch(folder: DataFolder): Promise<void> {
	for (const name of await readdir(folder.scratch)) {
		if (!/^(intake|archive)-/.test(name)) continue;
		const path = join(folder.scratch, name);
		const left = await stat(path).catch(() => undefined);
		if (left && Date.now() - left.mtimeMs > oneDay) await rm(path, { recursive: true, force: true });
	}
}
