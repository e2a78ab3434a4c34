import { createHash } from 'node:crypto';
import type { Answers } from '#lib/domain/answers.ts';
import { headerKey } from '#lib/domain/header-matching.ts';

/**
 * Names the files that one system writes in one way: by their headers, in order. Next month's export has the same, so that
 * what was said of this one holds for it.
 */
export const signatureOf = (headers: readonly string[]): string =>
	createHash('sha256').update(headers.map(headerKey).join('\n')).digest('hex').slice(0, 16);

/** What people said of files with these headers. */
export type AnswersFor = (headers: readonly string[]) => Answers;
