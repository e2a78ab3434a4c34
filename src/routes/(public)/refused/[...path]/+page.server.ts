import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** What the guard shows in place of a page it refuses (see hooks.server.ts). Asked for by hand, it is not there. */
export const load: PageServerLoad = ({ url }) => {
	if (url.searchParams.get('status') === '401') error(401, 'Unauthorized');
	error(404, 'Not Found');
};
