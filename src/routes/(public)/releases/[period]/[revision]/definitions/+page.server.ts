import { definitionsView } from '#lib/view/definitions-view.ts';
import { releaseFoot } from '#lib/view/release-view.ts';
import { askedRelease, mayBeKeptAWhile } from '../../../../shown-release.server.ts';
import type { PageServerLoad } from './$types.js';

/** Complete as it comes: a phone on a bad line loads no script and no second copy of the figures. */
export const csr = false;

/** How every figure of a release is made, from the release itself. */
export const load: PageServerLoad = (event) => {
	const release = askedRelease(event);
	mayBeKeptAWhile(event);
	return { foot: releaseFoot(release, []), view: definitionsView(release) };
};
