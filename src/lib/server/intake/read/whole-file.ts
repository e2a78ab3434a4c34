import { readFileSync, statSync } from 'node:fs';
import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';

/** For formats that cannot be read piece by piece. */
export function refuseLargerThanHeld(path: string): void {
	const { size } = statSync(path);
	if (size > limits.wholeFile) throw new RefusedExport('too_large', { bytes: size });
}

/** All bytes of a file; refuses more than may be held. */
export function wholeFile(path: string): Buffer {
	refuseLargerThanHeld(path);
	return readFileSync(path);
}
