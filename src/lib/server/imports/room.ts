import { statfsSync, statSync } from 'node:fs';
import { NoRoom } from '#lib/domain/storage-fault.ts';
import type { BuildInput } from '../build/manifest.ts';
import { versionPath, type DataFolder } from '../data-folder.ts';
import { stagedPaths } from '../staged-receipt.ts';

/** A warehouse is that many times as large as the staged rows it is built of, at most; and never smaller than `least` bytes. */
const asLarge = 4;
const least = 1024 ** 2;

/**
 * Throws NoRoom where the disk can't hold one more version beside the one that is served: a build that would fail half-way
 * is not begun.
 */
export function requireRoomToBuild(folder: DataFolder, served: string | null, inputs: BuildInput[]): void {
	const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
	const staged = inputs.reduce((sum, { sha256 }) => sum + sizeOf(stagedPaths(folder, sha256).rows), 0);
	const standing = served === null ? 0 : sizeOf(versionPath(folder, served));
	const needed = Math.max(standing, staged * asLarge) + least;
	const { bavail, bsize } = statfsSync(folder.warehouse);
	const free = bavail * bsize;
	if (free < needed) throw new NoRoom(needed, free);
}
