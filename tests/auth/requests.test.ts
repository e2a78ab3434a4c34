import { comesFromElsewhere } from '#lib/server/auth/origin.ts';
import { addSecurityHeaders } from '#lib/server/auth/security-headers.ts';
import { describe, expect, test } from 'vitest';

const here = new URL('https://duban.example/users');

describe('a request that changes something', () => {
	const sent = (headers: Record<string, string>, method = 'POST') =>
		comesFromElsewhere(new Request(here, { method, headers }), here);

	test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s from our own page is ours', (method) => {
		expect(sent({ origin: here.origin, 'sec-fetch-site': 'same-origin' }, method)).toBe(false);
		expect(sent({ origin: here.origin }, method)).toBe(false);
	});

	test.each([
		[{}],
		[{ origin: 'null' }],
		[{ origin: 'http://duban.example' }],
		[{ origin: 'https://duban.example:444' }],
		[{ origin: 'https://duban.example.evil.com' }],
		[{ origin: 'https://evil.com', 'content-type': 'application/json' }],
		[{ origin: here.origin, 'sec-fetch-site': 'cross-site' }]
	])('with %j is not', (headers) => expect(sent(headers as Record<string, string>)).toBe(true));

	test('reading is free', () => {
		expect(sent({ origin: 'https://evil.com' }, 'GET')).toBe(false);
		expect(sent({}, 'HEAD')).toBe(false);
	});
});

describe('headers', () => {
	const of = (response: Response, url: URL, mayBeKept: boolean) =>
		Object.fromEntries(addSecurityHeaders(response, url, mayBeKept).headers);

	test('every answer carries them; what is not a page may do nothing', () => {
		expect(of(new Response('x'), here, false)).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin',
			'permissions-policy': expect.stringContaining('camera=()'),
			'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
			'content-security-policy': expect.stringContaining("default-src 'none'"),
			'cache-control': 'private, no-store',
			vary: 'cookie, accept-language'
		});
	});

	test("a page keeps Kit's policy, its own caching, and what it varies by", () => {
		const page = new Response('x', {
			headers: { 'content-security-policy': "default-src 'self'", 'cache-control': 'max-age=60', vary: 'Accept' }
		});
		const headers = of(page, here, true);
		expect(headers['content-security-policy']).toBe("default-src 'self'");
		expect(headers['cache-control']).toBe('max-age=60');
		expect(headers.vary).toBe('accept, cookie, accept-language');
	});

	test('plain http promises no https', () => {
		expect(of(new Response('x'), new URL('http://localhost/'), true)).not.toHaveProperty('strict-transport-security');
	});
});
