import { statSync } from 'node:fs';
import { beginsInGb18030 } from './encoding.ts';
import { lookForUtf8Lines, manyBytes } from './utf8-lines.ts';

/** An encoding told of a file's beginning. Whoever reads all of it by that finds bytes that do not belong to it; whether it `holds` otherwise is asked afterwards. */
export type Presumed = { encoding: 'gb18030'; holds: () => boolean };

/**
 * What a large file is presumed to be written in, so that no reading of all of it need come before the one that takes its rows; undefined where
 * its beginning does not tell, or it is soon looked through.
 */
export function presumedEncoding(path: string, least = manyBytes): Presumed | undefined {
	if (statSync(path).size < least || !beginsInGb18030(path)) return undefined;
	const hasUtf8Lines = lookForUtf8Lines(path, least);
	return { encoding: 'gb18030', holds: () => !hasUtf8Lines() };
}
