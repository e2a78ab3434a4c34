import { redirect } from '@sveltejs/kit';
import { definitionsHref } from '#lib/view/release-names.ts';
import { askedRelease } from '../../../shown-release.server.ts';
import type { RequestHandler } from './$types.js';

/** The definitions of the revision in force, under an address that stays. */
export const GET: RequestHandler = (event) => redirect(307, definitionsHref(askedRelease(event).ref));
