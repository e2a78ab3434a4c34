import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addAccount, disableAccount, enableAccount, resetPassword } from '#lib/server/auth/accounts.ts';
import { readSessionToken, sessionCookieName, setSessionTokenCookie } from '#lib/server/auth/session-cookie.ts';
import { endSession, startSession, validateSessionToken } from '#lib/server/auth/sessions.ts';
import { confirmPassword, isConfirmed, signIn } from '#lib/server/auth/sign-in.ts';
import { openLedger, type Ledger } from '#lib/server/ledger/open.ts';
import { userByName } from '#lib/server/ledger/users.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshFolder } from '../ledger/fresh-ledger.ts';

const minute = 60_000;
const address = '192.0.2.7';
const password = 'rain on the roof, again';

let ledger: Ledger;
let file: string;

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-21T08:00:00Z') });
	const folder = freshFolder();
	file = folder.ledger;
	ledger = openLedger(folder);
	await addAccount(ledger, { name: 'guanli', role: 'admin', password, by: 'test' });
	await addAccount(ledger, { name: 'daibiao', role: 'deputy', password, by: 'test' });
});
afterEach(() => vi.useRealTimers());

const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * minute);
const userOf = async (token: string) => (await validateSessionToken(ledger, token)).user?.name ?? null;
const start = async (name: string) => startSession(ledger, (await userByName(ledger, name))!.id);

test('a token names its user and role', async () => {
	const { user, session } = await validateSessionToken(ledger, await start('daibiao'));
	expect(user).toMatchObject({ name: 'daibiao', role: 'deputy' });
	expect(session?.startedAt).toEqual(new Date());
	expect(await userOf('no-such-token')).toBeNull();
	expect(await userOf('')).toBeNull();
});

test('the ledger holds the hash of a token, never the token; tokens have 160 bits', async () => {
	const token = await start('daibiao');
	expect(token).toMatch(/^[a-z2-7]{32}$/);
	const { id } = await ledger.selectFrom('sessions').select('id').executeTakeFirstOrThrow();
	expect(id).toBe(createHash('sha256').update(token).digest('hex'));
	expect(await userOf(id)).toBeNull();
	const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
	expect(bytes.includes(token)).toBe(false);
	expect(bytes.includes(password)).toBe(false);
});

test('a session ends after thirty minutes without use, not before', async () => {
	const token = await start('daibiao');
	pass(29.9);
	expect(await userOf(token)).toBe('daibiao');
	pass(29.9);
	expect(await userOf(token)).toBe('daibiao');
	pass(30);
	expect(await userOf(token)).toBeNull();
	expect(await ledger.selectFrom('sessions').selectAll().execute()).toEqual([]);
});

test('the idle limit is thirty minutes from the last use, however early that was', async () => {
	const token = await start('daibiao');
	pass(5);
	expect(await userOf(token)).toBe('daibiao');
	pass(29);
	expect(await userOf(token)).toBe('daibiao');
});

test('a session ends after eight hours, however busy', async () => {
	const token = await start('daibiao');
	for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
		pass(10);
		expect(await userOf(token)).toBe('daibiao');
	}
	pass(9.9);
	expect(await userOf(token)).toBe('daibiao');
	pass(0.1);
	expect(await userOf(token)).toBeNull();
});

test('signing out ends this session only', async () => {
	const [here, there] = [await start('daibiao'), await start('daibiao')];
	await endSession(ledger, here);
	expect(await userOf(here)).toBeNull();
	expect(await userOf(there)).toBe('daibiao');
});

test('disabling an account or resetting its password ends its sessions at once', async () => {
	const token = await start('daibiao');
	await disableAccount(ledger, 'daibiao', 'guanli');
	expect(await userOf(token)).toBeNull();
	await enableAccount(ledger, 'daibiao', 'guanli');
	expect(await userOf(token)).toBeNull();
	const next = await start('daibiao');
	await resetPassword(ledger, 'daibiao', 'guanli');
	expect(await userOf(next)).toBeNull();
});

test('each sign-in gives a new token', async () => {
	const attempts = [1, 2].map(() => signIn(ledger, { name: ' GuanLi', password, address }));
	const [first, second] = await Promise.all(attempts);
	if (first?.outcome !== 'signed_in' || second?.outcome !== 'signed_in') throw new Error('not signed in');
	expect(first.token).not.toBe(second.token);
	expect(await userOf(first.token)).toBe('guanli');
});

test('a wrong password, an unknown name and a disabled account get the same answer', async () => {
	await disableAccount(ledger, 'daibiao', 'guanli');
	const answers = [
		await signIn(ledger, { name: 'guanli', password: 'rain on the wrong roof', address }),
		await signIn(ledger, { name: 'nobody', password, address }),
		await signIn(ledger, { name: 'daibiao', password, address })
	];
	expect(answers).toEqual(Array(3).fill({ outcome: 'wrong' }));
});

test('after ten failures even the right password waits, then it is let in', async () => {
	for (let i = 0; i < 10; i += 1) await signIn(ledger, { name: 'guanli', password: 'x', address });
	expect(await signIn(ledger, { name: 'guanli', password, address })).toEqual({ outcome: 'wait', waitSeconds: 60 });
	pass(1);
	expect(await signIn(ledger, { name: 'guanli', password, address })).toMatchObject({ outcome: 'signed_in' });
});

test('the audit tells who signed in and who failed, but not what a stranger typed as a name', async () => {
	await signIn(ledger, { name: 'guanli', password, address });
	await signIn(ledger, { name: 'guanli', password: 'x', address });
	await signIn(ledger, { name: password, password: 'guanli', address });
	const rows = await ledger.selectFrom('audit').select(['actor', 'action', 'object']).where('seq', '>', 2).execute();
	expect(rows).toEqual([
		{ actor: 'guanli', action: 'sign_in', object: 'guanli' },
		{ actor: 'anonymous', action: 'sign_in_failed', object: 'guanli' },
		{ actor: 'anonymous', action: 'sign_in_failed', object: 'unknown account' }
	]);
	expect(JSON.stringify(await ledger.selectFrom('login_attempts').selectAll().execute())).not.toContain('rain');
});

test('a proof of the password stands for ten minutes and can be renewed', async () => {
	const token = await start('guanli');
	const now = async () => {
		const validated = await validateSessionToken(ledger, token);
		if (!validated.user) throw new Error('signed out');
		return validated;
	};
	expect(isConfirmed((await now()).session)).toBe(true);
	pass(10);
	const { user, session } = await now();
	expect(isConfirmed(session)).toBe(false);
	expect(await confirmPassword(ledger, { user, session, password: 'x', address })).toEqual({ outcome: 'wrong' });
	expect(isConfirmed((await now()).session)).toBe(false);
	expect(await confirmPassword(ledger, { user, session, password, address })).toEqual({ outcome: 'confirmed' });
	expect(isConfirmed((await now()).session)).toBe(true);
});

test('the cookie is bound to the host over https and is never readable by scripts', () => {
	const kept = new Map<string, { value: string; options: unknown }>();
	const cookies = {
		get: (name: string) => kept.get(name)?.value,
		set: (name: string, value: string, options: unknown) => void kept.set(name, { value, options })
	} as never;
	const secure = { cookies, url: new URL('https://duban.example/login') };
	setSessionTokenCookie(secure, 't');
	const options = { path: '/', httpOnly: true, sameSite: 'lax' };
	expect(kept.get('__Host-duban_session')).toEqual({ value: 't', options: { ...options, secure: true } });
	expect(readSessionToken(secure)).toBe('t');
	const plain = { cookies, url: new URL('http://localhost/login') };
	expect(readSessionToken(plain)).toBeNull();
	setSessionTokenCookie(plain, 'u');
	expect(kept.get(sessionCookieName(plain.url))).toEqual({ value: 'u', options: { ...options, secure: false } });
});
