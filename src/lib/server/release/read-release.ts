import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureTable } from '#lib/domain/table.ts';
import { dataFolder, type DataFolder } from '../data-folder.ts';
import { keptFor } from './kept.ts';
import type { ReleaseManifest } from './manifest.ts';
import { releasedTable, releaseManifest, releasesOnShelf, type ReleaseRef } from './shelf.ts';

/** A release as pages read it: its manifest and every table it holds. */
export type Release = {
	ref: ReleaseRef;
	manifest: ReleaseManifest;
	/** By name; one that this release does not hold is undefined. */
	tables: Record<string, FigureTable | undefined>;
};

const kept = keptFor<Release>(120);

/** Reads and checks a release once; it never changes, so the next reader gets the same. */
export function readRelease(ref: ReleaseRef, folder: DataFolder = dataFolder()): Release {
	return kept(signatureOf(ref, folder), () => {
		const manifest = releaseManifest(ref, folder);
		const ids = manifest.files.flatMap(({ name }) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));
		return { ref, manifest, tables: Object.fromEntries(ids.map((id) => [id, releasedTable(ref, id, folder)])) };
	});
}

/** Which very files a release is: another data folder, or one made anew in the same place, is another release. */
export function signatureOf({ period, revision }: ReleaseRef, folder: DataFolder = dataFolder()): string {
	const path = join(folder.releases, period, String(revision), 'manifest.json');
	const { ino, mtimeMs, size } = statSync(path);
	return [path, ino, mtimeMs, size].join('|');
}

/** The releases in force, newest first. */
export const releasesInForce = (folder: DataFolder = dataFolder()): Release[] =>
	releasesOnShelf(folder).map((ref) => readRelease(ref, folder));
