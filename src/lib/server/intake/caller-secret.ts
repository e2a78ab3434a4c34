import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '../durable-files.ts';
import type { DataFolder } from '../data-folder.ts';

/**
 * The install's secret for callers' keys, made at its first use and never again; for the owner only. Without it no key
 * can be made from a number, so a staged file that gets about tells nobody's number by trying them all. One import runs
 * at a time, so two never make one each.
 */
export function callerSecret({ callerSecret: path }: DataFolder): string {
	if (!existsSync(path)) writeWhole(path, `${randomBytes(32).toString('hex')}\n`);
	const secret = readFileSync(path, 'utf8').trim();
	if (!/^[0-9a-f]{64}$/.test(secret)) throw new Error(`not a secret for callers' keys: ${path}`);
	return secret;
}

/** Tells one secret from another without telling either: rows staged with another one are staged again. */
export const secretMark = (secret: string): string =>
	createHash('sha256').update(`mark ${secret}`).digest('hex').slice(0, 16);
