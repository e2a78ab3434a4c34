import { readRelease } from '#lib/server/release/read-release.ts';
import { releasesOnShelf } from '#lib/server/release/shelf.ts';
import type { PageServerLoad } from './$types.js';
import { shownRelease } from './shown-release.server.ts';

/** Complete as it comes: a phone on a bad line loads no script and no second copy of the figures. */
export const csr = false;

/** The newest release in force, for anyone; null while nothing is released. */
export const load: PageServerLoad = (event) => {
	const [newest] = releasesOnShelf();
	return newest ? shownRelease(event, readRelease(newest)) : { view: null };
};
