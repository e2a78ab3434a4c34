import { Worker } from 'node:worker_threads';
import { isBrokenUtf8 } from './broken-text.ts';
import { fileWriter } from './cell-files.ts';
import { decodedFile } from './decoded-file.ts';
import type { DecodingJob, FromThread, ToThread } from './decoding-thread.ts';
import type { PlainText } from './plain-lines.ts';

/** Writes lines of an export as UTF-8, in their order. */
export type PlainWriter = {
	write: (bytes: Uint8Array) => void;
	/** Ends the file, and says whether some character was lost before the export was written. Throws what writing threw. */
	close: () => Promise<{ hasBroken: boolean }>;
};

/** From so many bytes on another thread saves more than it costs to begin. */
const manyBytes = 16 * 1024 ** 2;

/** What writes the plain lines of an export of so many bytes: in a thread of its own where they are many and must be decoded. */
export function plainWriter(
	path: string,
	text: PlainText | undefined,
	bytes: number,
	leastForThread = manyBytes
): PlainWriter {
	if (text?.encoding !== 'gb18030') return asItStands(path);
	if (bytes >= leastForThread) return inThread(path, text.encoding);
	const file = decodedFile(path, text.encoding);
	// What closing throws is a rejection, as with a thread.
	return { write: file.write, close: async () => file.close() };
}

function asItStands(path: string): PlainWriter {
	const file = fileWriter(path);
	let hasBroken = false;
	return {
		write(bytes) {
			hasBroken ||= isBrokenUtf8(bytes);
			file.writeBytes(bytes);
		},
		async close() {
			file.close();
			return { hasBroken };
		}
	};
}

/** Pieces on their way at once, a megabyte or so each. */
const mostOnTheirWay = 16;
/** A thread that writes nothing for so long never will. */
const patienceMs = 60_000;

function inThread(path: string, encoding: string): PlainWriter {
	const counter = new SharedArrayBuffer(4);
	const done = new Int32Array(counter);
	const workerData: DecodingJob = { path, encoding, counter };
	const thread = new Worker(new URL('./decoding-thread.ts', import.meta.url), { workerData });
	const said = new Promise<FromThread>((resolve, reject) => {
		thread.once('message', resolve).once('error', reject);
		thread.once('exit', () => reject(new Error('the decoding thread ended before its work did')));
	});
	// What it says is asked for at the end; until then nobody hears that it failed.
	said.catch(() => {});
	const send = (message: ToThread, moved: ArrayBuffer[] = []) => thread.postMessage(message, moved);
	let sent = 0;
	return {
		write(bytes) {
			// The lines stand in memory that is written over next.
			const own = new Uint8Array(bytes);
			send({ bytes: own }, [own.buffer]);
			sent++;
			for (let written = Atomics.load(done, 0); sent - written > mostOnTheirWay; written = Atomics.load(done, 0)) {
				if (Atomics.wait(done, 0, written, patienceMs) === 'timed-out')
					throw new Error('the decoding thread stands still');
			}
		},
		async close() {
			send('end');
			const answer = await said;
			if ('error' in answer) throw answer.error;
			return answer;
		}
	};
}
