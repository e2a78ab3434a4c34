/** A thread that writes the plain lines of a text from a place on, and says in shared memory how many there were. Begun by `plain-ahead.ts`. */
import { workerData } from 'node:worker_threads';
import { piecesBehind } from '../read/encoding.ts';
import { hasUtf8Run } from '../read/utf8-lines.ts';
import { isBrokenUtf8 } from './broken-text.ts';
import { fileWriter } from './cell-files.ts';
import { aheadAnswer, aheadState } from './plain-ahead.ts';
import { longestLine, type PlainLayout, PlainLines } from './plain-lines.ts';

export type AheadJob = { text: string; start: number; layout: PlainLayout; path: string; memory: SharedArrayBuffer };

const { text, start, layout, path, memory } = workerData as AheadJob;
const { state, told } = aheadAnswer(memory);

/** Whole lines only: what has no end at the end of the text is for who comes after. */
function write(): void {
	const file = fileWriter(path);
	const lines = new PlainLines(layout);
	let [rows, end, hasBroken, hasUtf8Runs] = [0, start, false, false];
	let held: Uint8Array = new Uint8Array(0);
	try {
		for (const bytes of piecesBehind(text, () => held, { from: start })) {
			const wholeLines = bytes.lastIndexOf(0x0a) + 1;
			const { plain, plainRows, other } = lines.read(bytes, 0, wholeLines, rows + 1);
			hasBroken ||= isBrokenUtf8(plain);
			hasUtf8Runs ||= layout.encoding === 'gb18030' && hasUtf8Run(bytes.subarray(0, other?.start ?? wholeLines));
			file.writeBytes(plain);
			rows += plainRows;
			end += other?.start ?? wholeLines;
			held = bytes.subarray(wholeLines);
			if (other || held.length > longestLine) break;
		}
	} finally {
		file.close();
	}
	told.set([rows, end, ...[hasBroken, hasUtf8Runs].map(Number)]);
}

let ended = aheadState.failed;
try {
	write();
	ended = aheadState.done;
} finally {
	Atomics.store(state, 0, ended);
	Atomics.notify(state, 0);
}
