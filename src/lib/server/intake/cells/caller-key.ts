import { phoneDigitsSql } from '#lib/domain/phone-digits.ts';

/** Digits of a key: enough that two callers of a city never share one. */
const keyLength = 32;

/**
 * A caller's key as SQL: equal numbers give equal keys, and without the secret no key is made from a number, so that none
 * gives its number back. Half of the hash, which tells nothing of a longer number's.
 */
export const callerKeySql = (cell: string, secret: string): string =>
	`left(sha256(${secret} || (${phoneDigitsSql(cell)})), ${keyLength})`;
