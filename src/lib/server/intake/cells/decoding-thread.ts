/**
 * A thread that writes text of another encoding as UTF-8: bytes come in pieces of whole lines, and what was written of them is
 * counted in shared memory, where who sends them waits if too many are on their way. Begun by `decoding-writer.ts`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { fileWriter } from './cell-files.ts';
import { isBroken } from './broken-text.ts';

export type DecodingJob = { path: string; encoding: string; counter: SharedArrayBuffer };
export type ToThread = { bytes: Uint8Array } | 'end';
export type FromThread = { hasBroken: boolean } | { error: Error };

const { path, encoding, counter } = workerData as DecodingJob;
const done = new Int32Array(counter);
const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
let file: ReturnType<typeof fileWriter> | undefined;
let hasBroken = false;
let failed: Error | undefined;

parentPort!.on('message', (message: ToThread) => {
	try {
		file ??= fileWriter(path);
		if (message === 'end') file.close();
		else if (!failed) {
			const text = decoder.decode(message.bytes);
			hasBroken ||= isBroken(text);
			file.write(text);
		}
	} catch (error) {
		failed ??= error as Error;
	}
	if (message === 'end') {
		parentPort!.postMessage((failed ? { error: failed } : { hasBroken }) satisfies FromThread);
		parentPort!.close();
		return;
	}
	Atomics.add(done, 0, 1);
	Atomics.notify(done, 0);
});
