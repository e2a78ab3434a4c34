import { isUtf8 } from 'node:buffer';
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { chunks } from './encoding.ts';
import type { LookingJob } from './utf8-lines-thread.ts';

/** Six characters of Chinese in UTF-8 in a row: GB18030 text does not look so by chance. */
const utf8Run = /(?:[\xe4-\xe9][\x80-\xbf]{2}){6}/;

/** Whether some line of a file that is not UTF-8 as a whole is. */
export function hasUtf8Lines(path: string): boolean {
	for (const chunk of chunks(path, true)) if (utf8Run.test(chunk.toString('latin1'))) return true;
	return false;
}

/** What a thread that looks says in its answer. */
export const found = { notYet: 0, none: 1, some: 2, failed: 3 };

/** From so many bytes on another thread saves more than it costs to begin. */
export const manyBytes = 16 * 1024 ** 2;

/**
 * The same, begun now and answered when it is asked: in a thread of its own where the file is large and its beginning is not UTF-8, so that
 * the answer will be wanted.
 */
export function lookForUtf8Lines(path: string, leastForThread = manyBytes): () => boolean {
	if (statSync(path).size < leastForThread || isUtf8(beginningOf(path))) return () => hasUtf8Lines(path);
	const answer = new Int32Array(new SharedArrayBuffer(4));
	const workerData: LookingJob = { path, answer };
	const thread = new Worker(new URL('./utf8-lines-thread.ts', import.meta.url), { workerData });
	// Nobody waits for it where the question is not asked; a thread that fails has answered.
	thread.on('error', () => {});
	thread.unref();
	return () => {
		Atomics.wait(answer, 0, found.notYet, patienceMs);
		const given = Atomics.load(answer, 0);
		return given === found.some || (given !== found.none && hasUtf8Lines(path));
	};
}

/** A thread that has not answered by then never will. */
const patienceMs = 60_000;

function beginningOf(path: string): Buffer {
	for (const chunk of chunks(path)) return chunk.subarray(0, chunk.lastIndexOf(0x0a) + 1);
	return Buffer.alloc(0);
}
