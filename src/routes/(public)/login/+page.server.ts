import { fail, redirect } from '@sveltejs/kit';
import { localPath } from '#lib/server/auth/local-path.ts';
import { homeOf } from '#lib/server/auth/roles.ts';
import { readSessionToken, setSessionTokenCookie } from '#lib/server/auth/session-cookie.ts';
import { endSession } from '#lib/server/auth/sessions.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.user) redirect(303, localPath(url.searchParams.get('to'), homeOf(locals.user.role)));
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const [name, password] = [form.get('name'), form.get('password')];
		if (typeof name !== 'string' || typeof password !== 'string') return fail(400, { problem: 'wrong' as const });
		const ledger = openLedger(dataFolder());
		const attempt = await signIn(ledger, { name, password, address: event.getClientAddress() });
		if (attempt.outcome === 'wait') {
			event.setHeaders({ 'retry-after': String(attempt.waitSeconds) });
			return fail(429, { problem: 'wait' as const, waitSeconds: attempt.waitSeconds, name: name.slice(0, 64) });
		}
		if (attempt.outcome === 'wrong') return fail(400, { problem: 'wrong' as const, name: name.slice(0, 64) });
		const before = readSessionToken(event);
		if (before !== null) await endSession(ledger, before);
		setSessionTokenCookie(event, attempt.token);
		// Without a page asked for, this page sends a reader who is signed in to where their role begins.
		redirect(303, localPath(event.url.searchParams.get('to'), '/login'));
	}
};
