import { mkdirSync } from 'node:fs';
import { addAccount } from '#lib/server/auth/accounts.ts';
import { startSession } from '#lib/server/auth/sessions.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { userByName } from '#lib/server/ledger/users.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { handle, handleError } from '../../src/hooks.server.ts';
import { freshFolder } from '../ledger/fresh-ledger.ts';

let folder: ReturnType<typeof freshFolder>;
beforeEach(() => {
	folder = freshFolder();
	vi.stubEnv('DUBAN_DATA', folder.root);
	return () => vi.unstubAllEnvs();
});

type Asked = { path: string; routeId?: string | null; token?: string; init?: RequestInit; headers?: HeadersInit };

/** Kit's part, as far as the hook sees it: the page answers with its language, `fetch` with the refusal page. */
async function ask({ path, routeId = null, token, init, headers }: Asked) {
	const url = new URL(`http://localhost${path}`);
	const event = {
		url,
		request: new Request(url, { ...init, headers }),
		route: { id: routeId },
		locals: {},
		isDataRequest: false,
		cookies: { get: () => token, delete: vi.fn(), set: vi.fn() },
		fetch: vi.fn(async () => new Response('refusal page', { status: 404, headers: { 'content-type': 'text/html' } }))
	};
	const resolve = vi.fn(async (_event, options) =>
		Promise.resolve(new Response(await options.transformPageChunk({ html: '<html lang="%lang%">', done: true })))
	);
	const response = await handle({ event: event as unknown as RequestEvent, resolve });
	return { response, body: await response.text(), event, resolve };
}

async function tokenOf(role: string) {
	const ledger = openLedger(folder);
	const name = `a-${role}`;
	await addAccount(ledger, { name, role, by: 'test' });
	return startSession(ledger, (await userByName(ledger, name))!.id);
}

test('a public page is shown to anyone and may be kept', async () => {
	const { response, body, event } = await ask({ path: '/methods', routeId: '/(public)/methods' });
	expect(body).toBe('<html lang="zh-CN">');
	expect(response.headers.get('cache-control')).toBeNull();
	expect(event.locals).toEqual({ locale: 'zh-CN', user: null, session: null });
});

test('a stranger is sent to sign in and the page is never run', async () => {
	const { response, resolve } = await ask({ path: '/overview?period=2026-09', routeId: '/(supervision)/overview' });
	expect(response.status).toBe(303);
	expect(response.headers.get('location')).toBe('/login?to=%2Foverview%3Fperiod%3D2026-09');
	expect(response.headers.get('cache-control')).toBe('private, no-store');
	expect(resolve).not.toHaveBeenCalled();
});

test('who may enter sees the page, which no cache keeps', async () => {
	const token = await tokenOf('supervisor');
	const { response, body, event } = await ask({ path: '/overview', routeId: '/(supervision)/overview', token });
	expect(body).toContain('<html');
	expect(event.locals).toMatchObject({ user: { name: 'a-supervisor', role: 'supervisor' } });
	expect(response.headers.get('cache-control')).toBe('private, no-store');
});

test('who may not gets 404 with the page of a path that leads nowhere, as deep as the address', async () => {
	const token = await tokenOf('deputy');
	const { response, body, event, resolve } = await ask({ path: '/a/b/c', routeId: '/(office)/a/b/[c]', token });
	expect([response.status, body]).toEqual([404, 'refusal page']);
	expect(event.fetch).toHaveBeenCalledWith('/refused/-/-?status=404');
	expect(resolve).not.toHaveBeenCalled();
});

test("a stranger's change is 401; one from another site is 403 before anything is looked at", async () => {
	const change = { path: '/users', routeId: '/(office)/users', init: { method: 'POST', body: 'x' } };
	expect((await ask({ ...change, headers: { origin: 'http://localhost' } })).response.status).toBe(401);
	const foreign = await ask({ ...change, token: await tokenOf('admin'), headers: { origin: 'http://evil.com' } });
	expect(foreign.response.status).toBe(403);
	expect(foreign.resolve).not.toHaveBeenCalled();
});

test('a cookie that no longer counts is taken back', async () => {
	const { event, response } = await ask({ path: '/methods', routeId: '/(public)/methods', token: 'old' });
	expect(event.cookies.delete).toHaveBeenCalled();
	expect(response.status).toBe(200);
});

test('a path that begins with two slashes leads nowhere', async () => {
	const { response, resolve } = await ask({ path: '//evil.com/x', routeId: '/(public)/[...all]' });
	expect(response.status).toBe(404);
	expect(resolve).not.toHaveBeenCalled();
});

describe('the language', () => {
	test.each([
		['en', 'en'],
		['en-GB,en;q=0.9', 'en'],
		['zh', 'zh-CN'],
		['zh-TW,en;q=0.8', 'zh-CN'],
		['zh-Hans-CN,en;q=0.8', 'zh-CN'],
		['fr,en;q=0.5', 'en'],
		['fr', 'zh-CN']
	])('of a browser that wants %s is %s', async (wanted, lang) => {
		const { body } = await ask({ path: '/', routeId: '/(public)', headers: { 'accept-language': wanted } });
		expect(body).toBe(`<html lang="${lang}">`);
	});

	test('chosen by hand comes first', async () => {
		const headers = { 'accept-language': 'zh-CN', cookie: 'PARAGLIDE_LOCALE=en' };
		expect((await ask({ path: '/', routeId: '/(public)', headers })).body).toBe('<html lang="en">');
	});

	test('is found without touching the body', async () => {
		const init = { method: 'POST', body: 'an upload' };
		const { event } = await ask({ path: '/x', routeId: '/(public)/x', init, headers: { origin: 'http://localhost' } });
		expect(event.request.bodyUsed).toBe(false);
	});
});

describe('a fault', () => {
	test('in the ledger shuts everyone out, with an id and no detail', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		mkdirSync(folder.ledger);
		const { response, body } = await ask({ path: '/overview', routeId: '/(supervision)/overview', token: 't' });
		expect(response.status).toBe(500);
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		const { id } = JSON.parse(log.mock.calls[0]?.[0]);
		expect(body).toBe(`Internal Error (${id})`);
		log.mockRestore();
	});

	test('of ours is one line in the log and an id for the visitor; of theirs is just said', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => {});
		const event = { route: { id: '/(public)' }, request: new Request('http://localhost/') } as unknown as RequestEvent;
		const error = new Error('secret /srv/data\r\n\u001b[31mforged line');
		const shown = await handleError({ error, event, status: 500, message: 'Internal Error' });
		expect(shown).toEqual({ message: 'Internal Error', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
		expect(log.mock.calls[0]?.[0]).not.toMatch(/\p{Cc}/u);
		expect(log.mock.calls[0]?.[0]).toContain('secret /srv/data');
		log.mockClear();
		expect(await handleError({ error, event, status: 404, message: 'Not Found' })).toEqual({ message: 'Not Found' });
		expect(log).not.toHaveBeenCalled();
		log.mockRestore();
	});
});
