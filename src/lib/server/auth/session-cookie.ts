import type { Cookies } from '@sveltejs/kit';

// Only what is read here of Kit's event, so that tests need no server.
type Visit = { cookies: Cookies; url: URL };

/** `__Host-` binds the cookie to this very host; browsers take it over https only. */
export const sessionCookieName = (url: URL) => (url.protocol === 'https:' ? '__Host-duban_session' : 'duban_session');

export const readSessionToken = ({ cookies, url }: Visit) => cookies.get(sessionCookieName(url)) ?? null;

/** No lifetime is given: the browser forgets it when it closes, and the ledger knows when it ends. */
export function setSessionTokenCookie({ cookies, url }: Visit, token: string): void {
	cookies.set(sessionCookieName(url), token, attributes(url));
}

export function deleteSessionTokenCookie({ cookies, url }: Visit): void {
	cookies.delete(sessionCookieName(url), attributes(url));
}

const attributes = (url: URL) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;
