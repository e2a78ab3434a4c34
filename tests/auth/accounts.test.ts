import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addAccount, disableAccount, resetPassword } from '#lib/server/auth/accounts.ts';
import { verifyPassword } from '#lib/server/auth/passwords.ts';
import { addUser, ensureDemoUsers } from '#lib/server/auth/user-commands.ts';
import { verifyAudit } from '#lib/server/ledger/audit.ts';
import { openLedger, type Ledger } from '#lib/server/ledger/open.ts';
import { passwordHashFor, usersListed } from '#lib/server/ledger/users.ts';
import { describe, expect, test } from 'vitest';
import { freshFolder, freshLedger } from '../ledger/fresh-ledger.ts';

const opens = async (ledger: Ledger, name: string, password: string) =>
	verifyPassword((await passwordHashFor(ledger, name))?.hash ?? null, password);

test('an account gets a drawn password unless one is given', async () => {
	const ledger = freshLedger();
	const drawn = await addUser(ledger, { name: ' 张三 ', role: 'deputy' });
	expect(drawn).toEqual({ name: '张三', role: 'deputy', password: expect.stringMatching(/^(\w{4}-){4}\w{4}$/) });
	expect(await opens(ledger, '张三', drawn.password)).toBe(true);
	const given = await addUser(ledger, { name: '李四', role: 'admin', password: 'rain on the roof' });
	expect(given.password).toBe('rain on the roof');
	expect((await usersListed(ledger)).map(({ name, role }) => ({ name, role }))).toEqual([
		{ name: '张三', role: 'deputy' },
		{ name: '李四', role: 'admin' }
	]);
});

describe('an account is refused', () => {
	test.each([
		[{ name: '', role: 'deputy' }, 'name_not_usable'],
		[{ name: ' \t', role: 'deputy' }, 'name_not_usable'],
		[{ name: 'a\nb', role: 'deputy' }, 'name_not_usable'],
		[{ name: 'a'.repeat(65), role: 'deputy' }, 'name_not_usable'],
		[{ name: '<b>', role: 'deputy' }, 'name_not_usable'],
		[{ name: 'x', role: 'root' }, 'unknown_role'],
		[{ name: 'x', role: 'admin', password: 'short' }, 'password_too_short'],
		[{ name: 'x', role: 'admin', password: 'password1234567' }, 'password_too_common'],
		[{ name: 'Guanli', role: 'admin' }, 'name_taken'],
		[{ name: 'ｇｕａｎｌｉ', role: 'admin' }, 'name_taken']
	])('%j', async (account, problem) => {
		const ledger = freshLedger();
		await addUser(ledger, { name: 'guanli', role: 'admin' });
		await expect(addUser(ledger, account)).rejects.toMatchObject({ problem });
		expect(await usersListed(ledger)).toHaveLength(1);
	});
});

test('a reset draws a new password and the old one is void', async () => {
	const ledger = freshLedger();
	const before = await addUser(ledger, { name: 'li', role: 'deputy' });
	const after = await resetPassword(ledger, 'LI', 'guanli');
	expect(after).toMatchObject({ name: 'li', role: 'deputy' });
	expect(await opens(ledger, 'li', before.password)).toBe(false);
	expect(await opens(ledger, 'li', after.password)).toBe(true);
	await expect(resetPassword(ledger, 'nobody', 'guanli')).rejects.toMatchObject({ problem: 'unknown_user' });
});

test("neither one's own account nor the last administrator's can be disabled", async () => {
	const ledger = freshLedger();
	await addUser(ledger, { name: 'a', role: 'admin' });
	await addUser(ledger, { name: 'b', role: 'admin' });
	await expect(disableAccount(ledger, 'a', 'a')).rejects.toMatchObject({ problem: 'own_account' });
	await disableAccount(ledger, 'b', 'a');
	await expect(disableAccount(ledger, 'a', 'command line')).rejects.toMatchObject({ problem: 'last_admin' });
	expect((await usersListed(ledger)).map(({ disabledAt }) => disabledAt !== null)).toEqual([false, true]);
});

test('every change is in the audit, without a password', async () => {
	const ledger = freshLedger();
	const made = await addAccount(ledger, { name: 'li', role: 'deputy', by: 'guanli' });
	await resetPassword(ledger, 'li', 'guanli');
	await disableAccount(ledger, 'li', 'guanli');
	const rows = await ledger.selectFrom('audit').selectAll().execute();
	expect(rows.map(({ actor, action, object }) => `${actor} ${action} ${object}`)).toEqual([
		'guanli user_added li',
		'guanli password_reset li',
		'guanli user_disabled li'
	]);
	expect(JSON.stringify(rows)).not.toContain(made.password);
	expect(await verifyAudit(ledger)).toMatchObject({ intact: true });
});

describe('demo accounts', () => {
	test('one for each role; a later run says the same passwords', async () => {
		const folder = freshFolder();
		const ledger = openLedger(folder);
		const first = await ensureDemoUsers(ledger, folder);
		expect(first.map(({ role }) => role)).toEqual(['deputy', 'supervisor', 'admin']);
		for (const { name, password } of first) expect(await opens(ledger, name, password)).toBe(true);
		expect(await ensureDemoUsers(ledger, folder)).toEqual(first);
		expect(statSync(join(folder.root, 'demo-accounts.json')).mode & 0o777).toBe(0o600);
	});

	test('are not the same in two data folders', async () => {
		const [one, two] = [freshFolder(), freshFolder()];
		const passwords = [
			...(await ensureDemoUsers(openLedger(one), one)),
			...(await ensureDemoUsers(openLedger(two), two))
		];
		expect(new Set(passwords.map(({ password }) => password)).size).toBe(6);
	});

	test('one whose password was reset is not said again', async () => {
		const folder = freshFolder();
		const ledger = openLedger(folder);
		await ensureDemoUsers(ledger, folder);
		await new Promise((done) => setTimeout(done, 5));
		await resetPassword(ledger, 'duban', 'guanli');
		expect((await ensureDemoUsers(ledger, folder)).map(({ name }) => name)).toEqual(['daibiao', 'guanli']);
	});

	test('never take over an account that is somebody’s', async () => {
		const folder = freshFolder();
		const ledger = openLedger(folder);
		await addUser(ledger, { name: 'guanli', role: 'admin' });
		await expect(ensureDemoUsers(ledger, folder)).rejects.toThrow(/guanli/);
		expect(existsSync(join(folder.root, 'demo-accounts.json'))).toBe(false);
	});

	test('a run stopped half way is completed by the next, with the same passwords', async () => {
		const folder = freshFolder();
		const ledger = openLedger(folder);
		const first = await ensureDemoUsers(ledger, folder);
		await ledger.deleteFrom('users').where('name', '=', 'guanli').execute();
		expect(await ensureDemoUsers(ledger, folder)).toEqual(first);
		expect(JSON.parse(readFileSync(join(folder.root, 'demo-accounts.json'), 'utf8'))).toEqual(first);
	});
});
