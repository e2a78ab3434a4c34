import { error, redirect } from '@sveltejs/kit';
import { cookieName, isLocale } from '#lib/paraglide/runtime.js';
import { localPath } from '#lib/server/auth/local-path.ts';
import type { RequestHandler } from './$types';

const aYear = 365 * 24 * 60 * 60;

/** `<form method="post" action="/language">` with `to` (a language) and `back` (the path to return to). */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const to = form.get('to');
	if (!isLocale(to)) error(400, 'No such language');
	cookies.set(cookieName, to, {
		path: '/',
		maxAge: aYear,
		sameSite: 'lax',
		// Not a secret, and Paraglide's code in the browser reads it.
		httpOnly: false,
		secure: url.protocol === 'https:'
	});
	redirect(303, localPath(form.get('back')));
};
