import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { formatDate } from '#lib/domain/format.ts';
import { decide } from '#lib/server/auth/guard.ts';
import type { Role } from '#lib/server/auth/roles.ts';
import { auditLatest, verifyAudit } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { usersListed } from '#lib/server/ledger/users.ts';
import { load as usersPage } from '../../src/routes/(office)/users/+page.server.ts';
import { endings, listBench, type Door } from './list-bench.ts';

const { bench, standing, event, get, taken } = listBench();
const shown = (day: unknown) => formatDate(String(day), 'zh-CN');

describe('accounts', () => {
	const takings = async () =>
		(await auditLatest(openLedger(standing()))).filter(({ action }) => action === 'accounts_taken').toReversed();

	test('have the rows of the page and nothing that the page does not tell', async () => {
		type User = { name: string; role: string; added: string; disabled: string | null };
		const { users } = (await usersPage(event())) as { users: User[] };
		const file = await taken('users', 'accounts');
		expect(file.rows.map(([name, role, added, , off]) => [name, role, shown(added), off && shown(off)])).toEqual(
			users.map(({ name, role, added, disabled }) => [name, role, added, disabled])
		);
		expect(file.parquet).toEqual([
			...[
				{ name: 'guanli', role: 'admin', state: 'active', disabled_on: null },
				{ name: '李四', role: 'deputy', state: 'disabled', disabled_on: '2026-11-22' },
				{ name: '王五', role: 'supervisor', state: 'active', disabled_on: null }
			].map((row) => ({ ...row, added: '2026-11-22', is_total: false }))
		]);
	});

	test('leave without hashes and ids', async () => {
		const secrets = ['argon2', ...(await usersListed(openLedger(standing()))).map(({ id }) => id)];
		const { said, bytes, rows } = await taken('users', 'accounts');
		for (const secret of secrets) {
			for (const text of [...Object.values(said), JSON.stringify(rows)]) expect(text).not.toContain(secret);
			expect(bytes.includes(secret)).toBe(false);
		}
	});

	test('who took them is in the chain, in which form and how many', async () => {
		const before = (await takings()).length;
		for (const ending of endings) await get('users', 'accounts', ending);
		const entries = (await takings()).slice(before);
		expect(entries.map(({ actor, object, detail }) => [actor, object, JSON.parse(detail)])).toEqual(
			endings.map((file) => ['guanli', 'accounts', { file, accounts: 3 }])
		);
		expect(await verifyAudit(openLedger(standing()))).toMatchObject({ intact: true });
	});

	test('do not leave where that can not be written', async () => {
		const ledger = openLedger(standing());
		await sql`create trigger shut before insert on audit begin select raise(abort, 'shut'); end`.execute(ledger);
		try {
			for (const ending of endings) await expect(get('users', 'accounts', ending)).rejects.toThrow('shut');
		} finally {
			await sql`drop trigger shut`.execute(ledger);
		}
	});
});

describe('who may have a list', () => {
	const doors: [page: string, file: string, path: string, open: (Role | null)[]][] = [
		['/(public)/releases', '/(public)/releases/[list]', '/releases/months', [null, 'deputy', 'supervisor', 'admin']],
		['/(office)/imports', '/(office)/imports/[list]', '/imports/imports', ['supervisor', 'admin']],
		['/(office)/publishing', '/(office)/publishing/[list]', '/publishing/months', ['supervisor', 'admin']],
		['/(office)/users', '/(office)/users/accounts', '/users/accounts', ['admin']]
	];
	test.each(doors)('%s and its files open to the same', (page, file, path, open) => {
		for (const role of [null, 'deputy', 'supervisor', 'admin'] as const) {
			const ask = (routeId: string, pathname: string) => decide({ routeId, method: 'GET', pathname, search: '', role });
			expect(ask(page, path).kind === 'pass', `${page} ${role}`).toBe(open.includes(role));
			for (const ending of endings) {
				const decision = ask(`${file}.${ending}`, `${path}.${ending}`);
				// A stranger is led from a page to the sign-in, and from a file nowhere.
				if (open.includes(role)) expect(decision).toEqual({ kind: 'pass' });
				else expect(decision).toEqual({ kind: 'refuse', status: role === null ? 401 : 404 });
			}
		}
	});
});

describe('what is not there', () => {
	const missing: [Door, string][] = [
		['releases', '2026-09'],
		['releases', 'constructor'],
		['imports', 'users'],
		['imports', 'constructor'],
		['publishing', 'years']
	];
	test.each(missing)('%s/%s', async (door, list) => {
		for (const ending of endings) await expect(get(door, list, ending)).rejects.toMatchObject({ status: 404 });
	});

	test('before the first import: lists without a row, and none of what is made of the warehouse', async () => {
		const empty = bench.newFolder();
		vi.stubEnv('DUBAN_DATA', empty.root);
		try {
			for (const [door, list] of [
				['releases', 'months'],
				['imports', 'imports']
			] as const) {
				const { rows, said } = await taken(door, list);
				expect(rows).toEqual([]);
				expect(said.csv).toContain('共 0 行');
			}
			for (const [door, list] of [
				['imports', 'exports'],
				['publishing', 'months']
			] as const)
				await expect(get(door, list, 'csv')).rejects.toMatchObject({ status: 404 });
		} finally {
			await closeLedger(empty);
			vi.stubEnv('DUBAN_DATA', standing().root);
		}
	});
});
