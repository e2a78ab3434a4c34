import { error } from '@sveltejs/kit';
import { profileText } from '#lib/domain/profiles/profile.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { profileNamed } from '#lib/server/profiles/profiles.ts';
import { plain } from '#lib/view/plain-text.ts';
import type { RequestHandler } from './$types.js';

/** A profile as its file, to be kept, sent on, or uploaded elsewhere. It holds headers and no row. */
export const GET: RequestHandler = async ({ params }) => {
	const found = await profileNamed(openLedger(dataFolder()), params.name);
	if (found === null) error(404, m.profile_gone({ name: plain(params.name) }));
	const name = encodeURIComponent(`${found.profile.name}.json`);
	return new Response(profileText(found.profile), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="profile.json"; filename*=UTF-8''${name}`,
			'cache-control': 'no-store'
		}
	});
};
