/** A thread that looks for lines of UTF-8 in a file, and says in shared memory what it found. Begun by `utf8-lines.ts`. */
import { workerData } from 'node:worker_threads';
import { found, hasUtf8Lines } from './utf8-lines.ts';

export type LookingJob = { path: string; answer: Int32Array };

const { path, answer } = workerData as LookingJob;
let given = found.failed;
try {
	given = hasUtf8Lines(path) ? found.some : found.none;
} finally {
	Atomics.store(answer, 0, given);
	Atomics.notify(answer, 0);
}
