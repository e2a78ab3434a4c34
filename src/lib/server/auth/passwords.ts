import { hash, verify } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';
import { isCommonPassword } from './common-passwords.ts';
import { queueFor } from './hashing-queue.ts';

const shortest = 15;
const longest = 128;

/** Argon2id (the package's default kind), well above OWASP's floor. */
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };

// Each hash holds 64 MiB and a thread; guesses in bulk must not starve the pages.
const inTurn = queueFor(2, 50);

export type PasswordProblem = 'password_too_short' | 'password_too_long' | 'password_too_common';

/** What is wrong with a password someone chose, or null. No rules of composition: they make passwords worse. */
export function passwordProblem(password: string, name = ''): PasswordProblem | null {
	const length = [...password].length;
	if (length < shortest) return 'password_too_short';
	if (length > longest) return 'password_too_long';
	return isCommonPassword(password, name) ? 'password_too_common' : null;
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), cost));

/**
 * Checks a password against an account's hash. Without an account (null) it works as long and says no, so that
 * the answer's time does not tell which names exist. Longer than any password can be is no without hashing.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
	if (password.length > 2 * longest) return false;
	if (passwordHash !== null) return inTurn(() => verify(passwordHash, normal(password)));
	await hashPassword(password);
	return false;
}

// No 0 o 1 l i: a drawn password is read from paper and typed.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password drawn by chance, about 99 bits: five groups of four. */
export function drawPassword(): string {
	const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
	return Array.from({ length: 5 }, group).join('-');
}

/** The same character typed on another keyboard may be another code point. */
const normal = (password: string) => password.normalize('NFKC');
