import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { decide, type Decision } from '#lib/server/auth/guard.ts';
import { hasKnownGroup, roles, type Role } from '#lib/server/auth/roles.ts';
import { describe, expect, test } from 'vitest';

const visitors = [null, ...roles];
type Answers = [anonymous: string, deputy: string, supervisor: string, admin: string];

/** What each of the four sees, as in the authorisation matrix. */
function answers(routeId: string | null, method = 'GET', pathname = '/somewhere', search = ''): string[] {
	return visitors.map((role) => inShort(decide({ routeId, method, pathname, search, role })));
}

function inShort(decision: Decision): string {
	if (decision.kind === 'pass') return 'pass';
	return decision.kind === 'sign_in' ? '303' : String(decision.status);
}

const matrix: { of: string; routeId: string; page: Answers; change: Answers }[] = [
	{
		of: 'public pages',
		routeId: '/(public)/methods',
		page: ['pass', 'pass', 'pass', 'pass'],
		change: ['pass', 'pass', 'pass', 'pass']
	},
	{
		of: 'statistics for deputies',
		routeId: '/(review)/review',
		page: ['303', 'pass', 'pass', 'pass'],
		change: ['401', 'pass', 'pass', 'pass']
	},
	{
		of: 'internal pages',
		routeId: '/(supervision)/units/[unit]',
		page: ['303', '404', 'pass', 'pass'],
		change: ['401', '404', 'pass', 'pass']
	},
	{
		of: 'imports and releases',
		routeId: '/(office)/imports',
		page: ['303', '404', 'pass', 'pass'],
		change: ['401', '404', 'pass', 'pass']
	},
	{
		of: 'users',
		routeId: '/(office)/users',
		page: ['303', '404', '404', 'pass'],
		change: ['401', '404', '404', 'pass']
	},
	{
		of: 'below users',
		routeId: '/(office)/users/[name]',
		page: ['303', '404', '404', 'pass'],
		change: ['401', '404', '404', 'pass']
	},
	{
		of: 'the audit',
		routeId: '/(office)/audit',
		page: ['303', '404', '404', 'pass'],
		change: ['401', '404', '404', 'pass']
	},
	{
		of: 'a route outside every group',
		routeId: '/stray',
		page: ['404', '404', '404', '404'],
		change: ['404', '404', '404', '404']
	},
	{
		of: 'a group nobody listed',
		routeId: '/(secret)/x',
		page: ['404', '404', '404', '404'],
		change: ['404', '404', '404', '404']
	},
	{
		of: "a group named like an object's own property",
		routeId: '/(constructor)/x',
		page: ['404', '404', '404', '404'],
		change: ['404', '404', '404', '404']
	},
	{
		of: 'a name that only begins like a group',
		routeId: '/(public)ish/x',
		page: ['404', '404', '404', '404'],
		change: ['404', '404', '404', '404']
	},
	{
		of: 'a group that is not the first part',
		routeId: '/x/(public)/y',
		page: ['404', '404', '404', '404'],
		change: ['404', '404', '404', '404']
	}
];

describe.each(matrix)('$of', ({ routeId, page, change }) => {
	test('reading', () => {
		expect(answers(routeId)).toEqual(page);
		expect(answers(routeId, 'HEAD')).toEqual(page);
	});
	test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s', (method) => {
		expect(answers(routeId, method)).toEqual(change);
	});
	test('a data file', () => {
		expect(answers(routeId, 'GET', '/somewhere/orders.csv')).toEqual(change);
	});
});

test('a path that leads nowhere is the same for everyone', () => {
	expect(answers(null)).toEqual(['pass', 'pass', 'pass', 'pass']);
});

test('signing in leads back to the page, its query included', () => {
	const visit = { routeId: '/(review)/review', method: 'GET', pathname: '/review/东城', search: '?period=2026-09&a=b' };
	expect(decide({ ...visit, role: null })).toEqual({
		kind: 'sign_in',
		location: '/login?to=%2Freview%2F%E4%B8%9C%E5%9F%8E%3Fperiod%3D2026-09%26a%3Db'
	});
});

const routesFolder = join(import.meta.dirname, '../../src/routes');
const routesOnDisk = new Set(
	readdirSync(routesFolder, { recursive: true, withFileTypes: true })
		.filter((file) => /^\+(page|server)[.@]/.test(file.name))
		.map((file) => `/${relative(routesFolder, dirname(join(file.parentPath, file.name)))}`)
);

describe.each([...routesOnDisk].sort())('the route %s', (routeId) => {
	test('is in a group of the table', () => {
		expect(hasKnownGroup(routeId)).toBe(true);
	});
	test('has a decision for each role and verb, and is closed to strangers unless public', () => {
		for (const role of visitors as (Role | null)[]) {
			for (const method of ['GET', 'POST', 'DELETE']) {
				const decision = decide({ routeId, method, pathname: '/x', search: '', role });
				const isPublic = routeId.startsWith('/(public)');
				if (isPublic || role === 'admin') expect(decision).toEqual({ kind: 'pass' });
				else if (role === null) expect(inShort(decision)).toBe(method === 'GET' ? '303' : '401');
				else expect(['pass', '404']).toContain(inShort(decision));
			}
		}
	});
});
