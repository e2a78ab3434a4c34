import { queueFor, QueueFull } from '#lib/server/auth/hashing-queue.ts';
import { drawPassword, hashPassword, passwordProblem, verifyPassword } from '#lib/server/auth/passwords.ts';
import { describe, expect, test } from 'vitest';

test('a password is known again, another is not', async () => {
	const hash = await hashPassword('九月 rain on the roof');
	expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
	expect(await verifyPassword(hash, '九月 rain on the roof')).toBe(true);
	expect(await verifyPassword(hash, '九月 rain on the rooF')).toBe(false);
	expect(await hashPassword('九月 rain on the roof')).not.toBe(hash);
});

test('the same characters typed on another keyboard are the same password', async () => {
	const hash = await hashPassword('caf\u00e9 on the corner');
	expect(await verifyPassword(hash, 'cafe\u0301 on the corner')).toBe(true);
});

test('no account is no, after the same work', async () => {
	const started = performance.now();
	expect(await verifyPassword(null, 'whatever it may be')).toBe(false);
	expect(performance.now() - started).toBeGreaterThan(10);
});

test('a megabyte is no without any work', async () => {
	const hash = await hashPassword('九月 rain on the roof');
	const started = performance.now();
	expect(await verifyPassword(hash, 'x'.repeat(1_000_000))).toBe(false);
	expect(performance.now() - started).toBeLessThan(10);
});

describe('a chosen password', () => {
	test.each([
		['a'.repeat(7), 'password_too_short'],
		['rain on a roof', 'password_too_short'],
		['rain on the roof', null],
		['               x', null],
		['督办件按期办结率要看到期日不看办结日', null],
		['🙂🌧️🏠☂️🙂🌧️🏠☂️ rain', null],
		['rain on the roof '.repeat(7) + 'and more', null],
		['rain on the roof '.repeat(8), 'password_too_long'],
		['password1234567', 'password_too_common'],
		['Password1234567!', 'password_too_common'],
		['123456789012345', 'password_too_common'],
		['918273645546372819', 'password_too_common'],
		['abcabcabcabcabc', 'password_too_common'],
		['aaaaaaaaaaaaaaaa', 'password_too_common'],
		['qwertyuiopasdfghjkl', 'password_too_common'],
		['1qaz2wsx3edc4rfv', 'password_too_common'],
		['woaini1314520520', 'password_too_common'],
		['wangxiaoming2026', 'password_too_common']
	])('%j', (password, problem) => {
		expect(passwordProblem(password, 'wangxiaoming')).toBe(problem);
	});
});

test('a drawn password is five groups of four that cannot be misread, never the same twice', () => {
	const drawn = Array.from({ length: 200 }, drawPassword);
	for (const password of drawn) {
		expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}$/);
		expect(passwordProblem(password)).toBeNull();
	}
	expect(new Set(drawn).size).toBe(200);
});

test('the queue lets so many work, so many wait, and turns the rest away', async () => {
	const inTurn = queueFor(2, 3);
	let working = 0;
	let most = 0;
	const work = async () => {
		most = Math.max(most, (working += 1));
		await new Promise((done) => setTimeout(done, 5));
		working -= 1;
		return 'done';
	};
	const all = await Promise.allSettled(Array.from({ length: 7 }, () => inTurn(work)));
	expect(all.map(({ status }) => status)).toEqual([...Array(5).fill('fulfilled'), ...Array(2).fill('rejected')]);
	expect((all[6] as PromiseRejectedResult).reason).toBeInstanceOf(QueueFull);
	expect(most).toBe(2);
	expect(await inTurn(work)).toBe('done');
	await expect(inTurn(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
	expect(await inTurn(work)).toBe('done');
});
