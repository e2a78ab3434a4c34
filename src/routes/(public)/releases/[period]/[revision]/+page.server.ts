import { askedRelease, shownRelease } from '../../../shown-release.server.ts';
import type { PageServerLoad } from './$types.js';

/** Complete as it comes: a phone on a bad line loads no script and no second copy of the figures. */
export const csr = false;

/** One revision of a period's release, also after another has replaced it. */
export const load: PageServerLoad = (event) => shownRelease(event, askedRelease(event));
