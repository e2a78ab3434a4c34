import { statSync } from 'node:fs';
import { beginsInGb18030 } from './encoding.ts';

/** Below so many bytes a file is soon looked through. */
export const manyBytes = 16 * 1024 ** 2;

/**
 * What a large file is presumed to be written in by its first megabyte, so that no reading of all of it need come before the one that takes its rows;
 * undefined where that does not tell. Whoever reads all of it by that comes upon bytes that do not belong to it; whether some lines of it
 * are UTF-8 all the same (`utf8-lines`) is to be looked for.
 */
export const presumedEncoding = (path: string, least = manyBytes): 'gb18030' | undefined =>
	statSync(path).size >= least && beginsInGb18030(path) ? 'gb18030' : undefined;
