import { readRelease } from '#lib/server/release/read-release.ts';
import { releasesOnShelf } from '#lib/server/release/shelf.ts';
import type { PageServerLoad } from './$types.js';
import { shownRelease } from './shown-release.server.ts';

/** The newest release in force, for anyone; null while nothing is released. */
export const load: PageServerLoad = (event) => {
	const [newest] = releasesOnShelf();
	return newest ? shownRelease(event, readRelease(newest)) : { view: null };
};
