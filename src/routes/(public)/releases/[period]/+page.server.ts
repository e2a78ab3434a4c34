import { askedRelease, shownRelease } from '../../shown-release.server.ts';
import type { PageServerLoad } from './$types.js';

/** The release of a period that is in force. */
export const load: PageServerLoad = (event) => shownRelease(event, askedRelease(event));
