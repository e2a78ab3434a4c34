import { redirect } from '@sveltejs/kit';
import { deleteSessionTokenCookie, readSessionToken } from '#lib/server/auth/session-cookie.ts';
import { endSession } from '#lib/server/auth/sessions.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { appendAudit } from '#lib/server/ledger/audit.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import type { RequestHandler } from './$types';

/** `<form method="post" action="/logout">`. There is no GET: a link or a picture must not sign anyone out. */
export const POST: RequestHandler = async (event) => {
	const token = readSessionToken(event);
	const ledger = openLedger(dataFolder());
	if (token !== null && event.locals.user) {
		await endSession(ledger, token);
		await appendAudit(ledger, { actor: event.locals.user.name, action: 'sign_out', object: event.locals.user.name });
	}
	deleteSessionTokenCookie(event);
	redirect(303, '/');
};
