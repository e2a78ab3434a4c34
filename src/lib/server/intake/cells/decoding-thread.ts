/**
 * A thread that writes text of another encoding as UTF-8: bytes come in pieces of whole lines, and what was written of them is
 * counted in shared memory, where who sends them waits if too many are on their way. Begun by `decoding-writer.ts`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { decodedFile } from './decoded-file.ts';

export type DecodingJob = { path: string; encoding: string; counter: SharedArrayBuffer };
export type ToThread = { bytes: Uint8Array } | 'end';
export type FromThread = { hasBroken: boolean } | { error: Error };

const { path, encoding, counter } = workerData as DecodingJob;
const done = new Int32Array(counter);
let file: ReturnType<typeof decodedFile> | undefined;
let closed = { hasBroken: false };
let failed: Error | undefined;

parentPort!.on('message', (message: ToThread) => {
	try {
		file ??= decodedFile(path, encoding);
		if (message === 'end') closed = file.close();
		else if (!failed) file.write(message.bytes);
	} catch (error) {
		failed ??= error as Error;
	}
	if (message === 'end') {
		parentPort!.postMessage((failed ? { error: failed } : closed) satisfies FromThread);
		parentPort!.close();
		return;
	}
	Atomics.add(done, 0, 1);
	Atomics.notify(done, 0);
});
