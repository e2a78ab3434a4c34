import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import {
	attemptsFromAddress,
	deleteLoginAttemptsBefore,
	failuresOfAccount,
	insertLoginAttempt
} from '#lib/server/ledger/login-attempts.ts';
import { together, type Ledger } from '#lib/server/ledger/open.ts';
import { nameKey } from '#lib/server/ledger/users.ts';

const minute = 60_000;
const remembered = 24 * 60 * minute;

const freeFailures = 10;
const failureWindow = 5 * minute;
const firstDelay = minute;
const longestDelay = 15 * minute;

const addressAttempts = 30;
const addressWindow = minute;

export type Admission = { admitted: true; attempt: number } | { admitted: false; waitSeconds: number };

/**
 * Asks for one try. A try that is let in counts as failed from here on, so that a thousand sent at once do not
 * all pass before the first is judged. One that is turned away is not counted: waiting always ends.
 */
export function admitAttempt(ledger: Ledger, name: string, address: string, now = Date.now()): Promise<Admission> {
	const account = accountKey(name);
	const from = addressKey(address);
	const at = (time: number) => new Date(time).toISOString();
	return together(ledger, async (ledger) => {
		await deleteLoginAttemptsBefore(ledger, at(now - remembered));
		const failures = await failuresOfAccount(ledger, account, at(now - remembered));
		const attempts = await attemptsFromAddress(ledger, from, at(now - addressWindow));
		const wait = Math.max(accountWait(failures.map(Date.parse), now), addressWait(attempts.map(Date.parse), now));
		if (wait > 0) return { admitted: false, waitSeconds: Math.ceil(wait / 1000) };
		return { admitted: true, attempt: await insertLoginAttempt(ledger, { account, address: from, at: at(now) }) };
	});
}

/**
 * Milliseconds an account has to wait: none up to ten failures in five minutes, then one minute, doubling with
 * each further failure to fifteen. A quarter of an hour without a failure after a delay ends it; nothing is for ever.
 */
export function accountWait(failures: readonly number[], now: number): number {
	let delays = 0;
	let blockedUntil = 0;
	failures.forEach((time, index) => {
		if (delays > 0 && time > blockedUntil + longestDelay) delays = 0;
		const recent = failures.slice(0, index + 1).filter((earlier) => earlier > time - failureWindow).length;
		if (delays === 0 && recent < freeFailures) return;
		blockedUntil = time + Math.min(longestDelay, firstDelay * 2 ** delays);
		delays += 1;
	});
	return Math.max(0, blockedUntil - now);
}

/** Milliseconds an address has to wait: thirty tries a minute, whatever came of them. */
export function addressWait(attempts: readonly number[], now: number): number {
	const recent = attempts.filter((time) => time > now - addressWindow);
	const oldestThatCounts = recent.at(-addressAttempts);
	return oldestThatCounts === undefined ? 0 : oldestThatCounts + addressWindow - now;
}

/** Names are kept hashed: people type their password into the wrong box. */
export const accountKey = (name: string) => createHash('sha256').update(nameKey(name)).digest('hex');

/** One network that one person commands counts as one address: an IPv6 /64. */
export function addressKey(address: string): string {
	const bare = address.replace(/%.*$/, '');
	if (!isIPv6(bare)) return bare;
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
	if (mapped) return mapped;
	const [head = '', tail] = bare.split('::').map((side) => side.split(':').filter(Boolean)) as [string[], string[]?];
	const gap = tail ? Array(Math.max(0, 8 - head.length - tail.length)).fill('0') : [];
	const network = [...head, ...gap, ...(tail ?? [])].slice(0, 4);
	return `${network.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
