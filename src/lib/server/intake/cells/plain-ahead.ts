import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { AheadJob } from './plain-ahead-thread.ts';
import type { PlainLayout } from './plain-lines.ts';

/** From so many bytes on a second thread saves more than it costs to begin. */
export const manyAheadBytes = 64 * 1024 ** 2;
/** A line that begins this far behind the middle is looked for no further. */
const longestLook = 1024 * 1024;
/** A thread that has said nothing by then never will. */
const patienceMs = 120_000;

export const aheadState = { atWork: 0, done: 1, failed: 2 };

/** What a thread tells in shared memory: how far it is, then how many rows it wrote, where it stopped, and what it saw in them. */
export const aheadAnswer = (memory: SharedArrayBuffer) => ({
	state: new Int32Array(memory, 0, 1),
	told: new Float64Array(memory, 8, 4)
});

/** Rows written ahead, and where the first line stands that is not plain, or the text ends. */
export type LinesAhead = { rows: number; end: number; hasBroken: boolean; hasUtf8Runs: boolean };

/** Plain lines that are written before their turn has come. */
export type Ahead = {
	/** Where the first of them stands. */
	start: number;
	/** What they are; null where the thread failed. Waits until it is known. */
	lines: () => LinesAhead | null;
};

/**
 * Begins to write the plain lines of the second half of a text to `path`, up to the first that is not plain, with row numbers from 1: in a thread of
 * its own, while the first half is read. They hold only if the first half ends between two rows. Undefined where the text is too short.
 */
export function readAhead(text: string, layout: PlainLayout, path: string, least = manyAheadBytes): Ahead | undefined {
	const { size } = statSync(text);
	const start = size < least ? undefined : lineFrom(text, Math.floor(size / 2));
	if (start === undefined) return undefined;
	const memory = new SharedArrayBuffer(40);
	const { state, told } = aheadAnswer(memory);
	const workerData: AheadJob = { text, start, layout, path, memory };
	const thread = new Worker(new URL('./plain-ahead-thread.ts', import.meta.url), { workerData });
	// A thread that fails has answered; nobody waits for one whose answer is not wanted.
	thread.on('error', () => {});
	thread.unref();
	return {
		start,
		lines() {
			Atomics.wait(state, 0, aheadState.atWork, patienceMs);
			if (Atomics.load(state, 0) !== aheadState.done) return null;
			return { rows: told[0]!, end: told[1]!, hasBroken: told[2] === 1, hasUtf8Runs: told[3] === 1 };
		}
	};
}

/** Where the first line begins behind this place. */
function lineFrom(path: string, place: number): number | undefined {
	const file = openSync(path, 'r');
	try {
		const bytes = Buffer.allocUnsafe(longestLook);
		const end = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, place)).indexOf(0x0a);
		return end < 0 ? undefined : place + end + 1;
	} finally {
		closeSync(file);
	}
}
