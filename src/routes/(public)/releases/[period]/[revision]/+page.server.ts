import { askedRelease, shownRelease } from '../../../shown-release.server.ts';
import type { PageServerLoad } from './$types.js';

/** One revision of a period's release, also after another has replaced it. */
export const load: PageServerLoad = (event) => shownRelease(event, askedRelease(event));
