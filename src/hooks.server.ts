import type { Handle, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import type { Locale } from '#lib/paraglide/runtime.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { decide } from '#lib/server/auth/guard.ts';
import { comesFromElsewhere } from '#lib/server/auth/origin.ts';
import { addSecurityHeaders } from '#lib/server/auth/security-headers.ts';
import { deleteSessionTokenCookie, readSessionToken } from '#lib/server/auth/session-cookie.ts';
import { validateSessionToken } from '#lib/server/auth/sessions.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder, isReadOnly } from '#lib/server/data-folder.ts';
import { openLedger } from '#lib/server/ledger/open.ts';

type Resolve = Parameters<Handle>[0]['resolve'];

/** Language → odd requests → session → guard → page → headers. */
export const handle: Handle = ({ event, resolve }) =>
	inLocale(event, async (locale) => {
		event.locals.locale = locale;
		event.locals.user = null;
		event.locals.session = null;
		const response = await answer(event, resolve).catch((error: unknown) => {
			const { message, id } = reportFault(error, event);
			return new Response(`${message} (${id})`, { status: 500 });
		});
		const isForEveryone = event.locals.user === null && !/^\/\(public\)\/(login|refused)/.test(event.route.id ?? '');
		return addSecurityHeaders(response, event.url, isForEveryone && response.status < 300);
	});

export const handleError: HandleServerError = ({ error, event, status, message }) =>
	status < 500 ? { message } : reportFault(error, event);

async function answer(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const { pathname, search } = event.url;
	if (pathname.startsWith('//') || pathname.includes('\\')) return new Response('Not Found', { status: 404 });
	if (comesFromElsewhere(event.request, event.url)) return new Response('Forbidden', { status: 403 });
	// Whatever a form or an upload does is written down somewhere.
	if (!['GET', 'HEAD'].includes(event.request.method) && isReadOnly(dataFolder())) return nothingWritten(event);
	await readSession(event);
	const decision = decide({
		routeId: event.route.id,
		method: event.request.method,
		pathname,
		search,
		role: event.locals.user?.role ?? null
	});
	if (decision.kind === 'sign_in') return new Response(null, { status: 303, headers: { location: decision.location } });
	if (decision.kind === 'refuse') return refusal(event, decision.status);
	return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.locale) });
}

function nothingWritten({ locals, request }: RequestEvent): Response {
	const message = m.storage_read_only({}, { locale: locals.locale });
	if (request.headers.get('accept')?.includes('text/html')) return new Response(message, { status: 503 });
	return Response.json({ fault: 'read_only', message }, { status: 503 });
}

async function readSession(event: RequestEvent): Promise<void> {
	const token = readSessionToken(event);
	if (token === null) return;
	const { user, session } = await validateSessionToken(openLedger(dataFolder()), token);
	if (user) Object.assign(event.locals, { user, session });
	else deleteSessionTokenCookie(event);
}

/** The page that a path leading nowhere gives: a refused visitor cannot tell the two apart. */
async function refusal(event: RequestEvent, status: 401 | 404): Promise<Response> {
	if (event.isDataRequest) return Response.json({ message: status === 404 ? 'Not Found' : 'Unauthorized' }, { status });
	// As deep as the path asked for: pages name their scripts and styles relative to the address.
	const depth = Math.max(0, event.url.pathname.split('/').length - 2);
	const page = await event.fetch(`/refused${'/-'.repeat(depth)}?status=${status}`);
	return new Response(page.body, { status, headers: page.headers });
}

/** Runs the answer in the visitor's language. The request handed over has no body: Paraglide would hold a copy. */
function inLocale(event: RequestEvent, answerIn: (locale: Locale) => Promise<Response>): Promise<Response> {
	const headers = new Headers(event.request.headers);
	const wanted = headers.get('accept-language');
	// 'zh', 'zh-Hans-CN' and 'zh-TW' all read the one Chinese there is, before any other language they list.
	if (wanted) headers.set('accept-language', wanted.replace(/\bzh(-[a-z0-9]+)*/gi, 'zh-CN'));
	return paraglideMiddleware(new Request(event.url, { headers }), ({ locale }) => answerIn(locale));
}

/** Into the log with an id, as one line; the visitor gets the id. */
function reportFault(error: unknown, { route, request }: RequestEvent): App.Error {
	const id = randomUUID();
	const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
	const line = { at: new Date().toISOString(), id, route: route.id, method: request.method, error: what };
	console.error(JSON.stringify(line));
	return { message: 'Internal Error', id };
}
