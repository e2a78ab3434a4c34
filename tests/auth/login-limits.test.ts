import { accountWait, addressKey, addressWait, admitAttempt } from '#lib/server/auth/login-limits.ts';
import { markLoginSucceeded } from '#lib/server/ledger/login-attempts.ts';
import { describe, expect, test } from 'vitest';
import { freshLedger } from '../ledger/fresh-ledger.ts';

const second = 1000;
const minute = 60 * second;
const start = Date.parse('2026-11-21T08:00:00Z');

/** Someone who tries again the moment it is allowed; gives the waits between. */
function waitsOfTheImpatient(tries: number): number[] {
	const failures: number[] = [];
	const waits: number[] = [];
	let now = start;
	for (let i = 0; i < tries; i += 1) {
		failures.push(now);
		const wait = accountWait(failures, now);
		waits.push(wait / minute);
		now += wait + second;
	}
	return waits;
}

describe('an account', () => {
	test('waits one minute after ten failures in five minutes, then double, at most fifteen', () => {
		expect(waitsOfTheImpatient(17)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15, 15]);
	});

	test('does not wait for failures that are spread out', () => {
		const failures = Array.from({ length: 40 }, (_, i) => start + i * 40 * second);
		expect(accountWait(failures, failures.at(-1)!)).toBe(0);
	});

	test('begins anew after a quarter of an hour of quiet', () => {
		const failures = Array.from({ length: 12 }, (_, i) => start + i * second);
		const later = start + 60 * minute;
		expect(accountWait([...failures, later], later)).toBe(0);
	});

	test('is never shut for good', () => {
		const day = Array.from({ length: 1000 }, (_, i) => start + i * second);
		expect(accountWait(day, day.at(-1)!)).toBeLessThanOrEqual(15 * minute);
	});
});

test('an address has thirty tries a minute', () => {
	const tries = Array.from({ length: 30 }, (_, i) => start + i * second);
	const now = start + 29 * second;
	expect(addressWait(tries.slice(1), now)).toBe(0);
	expect(addressWait(tries, now)).toBe(31 * second);
	expect(addressWait(tries, start + minute)).toBe(0);
});

test.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['::1', '0:0:0:0::/64'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
	['2001:db8::9', '2001:db8:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['unknown', 'unknown']
])('the address %s counts as %s', (address, key) => expect(addressKey(address)).toBe(key));

test('a thousand tries sent at once: ten are judged', async () => {
	const ledger = freshLedger();
	const tries = Array.from({ length: 1000 }, (_, i) =>
		admitAttempt(ledger, 'guanli', `10.0.${i >> 8}.${i & 255}`, start)
	);
	const admitted = (await Promise.all(tries)).filter((admission) => admission.admitted);
	expect(admitted).toHaveLength(10);
	expect(await admitAttempt(ledger, ' GUANLI ', '10.1.0.1', start)).toEqual({ admitted: false, waitSeconds: 60 });
	expect(await admitAttempt(ledger, 'duban', '10.1.0.1', start)).toMatchObject({ admitted: true });
});

test('many names from one address: thirty are judged, and success does not reset it', async () => {
	const ledger = freshLedger();
	let admitted = 0;
	for (let i = 0; i < 100; i += 1) {
		const admission = await admitAttempt(ledger, `name${i}`, '10.0.0.1', start);
		if (!admission.admitted) continue;
		admitted += 1;
		await markLoginSucceeded(ledger, admission.attempt);
	}
	expect(admitted).toBe(30);
});

test('success clears the account, and waiting is not a try', async () => {
	const ledger = freshLedger();
	const attempt = (at: number, address: string) => admitAttempt(ledger, 'guanli', address, at);
	for (let i = 0; i < 9; i += 1) await attempt(start + i, `10.0.0.${i}`);
	const tenth = await attempt(start + 10, '10.0.1.1');
	expect(tenth.admitted).toBe(true);
	for (let i = 0; i < 50; i += 1) expect((await attempt(start + 20, '10.0.1.2')).admitted).toBe(false);
	const afterTheWait = await attempt(start + 10 + minute, '10.0.1.3');
	if (!afterTheWait.admitted) throw new Error('still waiting');
	await markLoginSucceeded(ledger, afterTheWait.attempt);
	for (let i = 1; i <= 10; i += 1) expect((await attempt(start + minute + 10 + i, '10.0.1.4')).admitted).toBe(true);
});
