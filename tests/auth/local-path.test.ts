import { isLocalPath, localPath } from '#lib/server/auth/local-path.ts';
import { describe, expect, test } from 'vitest';

describe('leads on within this site', () => {
	test.each(['/', '/review', '/review/东城?period=2026-09', '/users?a=/b//c', '/a#b', '/%2F%2Fevil.com', '/a:b@c'])(
		'%j',
		(to) => expect(isLocalPath(to)).toBe(true)
	);
});

describe('leads elsewhere or nowhere', () => {
	test.each([
		'',
		'review',
		'//evil.com',
		'///evil.com',
		'/\\evil.com',
		'\\\\evil.com',
		'/a\\b',
		'https://evil.com',
		'https:evil.com',
		'javascript:alert(1)',
		'data:text/html,x',
		' /review',
		'/\t/evil.com',
		'/\n/evil.com',
		'/a\r\nset-cookie: x=y',
		'/\u0000',
		'/.//evil.com',
		'/x/..//evil.com',
		'/' + 'a'.repeat(2000)
	])('%j', (to) => expect(isLocalPath(to)).toBe(false));
});

test('anything else falls back', () => {
	expect(localPath('/review')).toBe('/review');
	expect(localPath('//evil.com')).toBe('/');
	expect(localPath(null)).toBe('/');
	expect(localPath(['/review'], '/home')).toBe('/home');
});
