import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { RefusedExport } from '../refused-export.ts';
import { byteOrderMark, type ByteOrderMark } from './sniff.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252';

/** What a text may say of its own encoding, as it is then read: GBK and its forerunner are parts of GB18030. */
const declarable: Record<string, Encoding> = {
	...{ gb2312: 'gb18030', gbk: 'gb18030', gb18030: 'gb18030', 'x-gbk': 'gb18030', cp936: 'gb18030' },
	...{ big5: 'big5', 'windows-1252': 'windows-1252', 'iso-8859-1': 'windows-1252', latin1: 'windows-1252' }
};

const chunkBytes = 1024 * 1024;

/** The bytes of a file, a piece at a time; each in memory of its own, or all `inPassing` in the same, which the next one overwrites. */
export function* chunks(path: string, inPassing = false): Generator<Buffer> {
	const file = openSync(path, 'r');
	try {
		const same = inPassing ? Buffer.allocUnsafe(chunkBytes) : undefined;
		for (;;) {
			const chunk = same ?? Buffer.allocUnsafe(chunkBytes);
			const length = readSync(file, chunk, 0, chunkBytes, null);
			if (length === 0) return;
			yield chunk.subarray(0, length);
		}
	} finally {
		closeSync(file);
	}
}

/**
 * The bytes from one place to another, each piece behind what is then `held` of the one before it. Two pieces of memory serve in turn: what was given is
 * written over when the next but one is asked for.
 */
export function* piecesBehind(
	path: string,
	held: () => Uint8Array,
	{ from = 0, to = Infinity }: { from?: number; to?: number } = {}
): Generator<Buffer> {
	const memories = [Buffer.allocUnsafe(2 * chunkBytes), Buffer.allocUnsafe(2 * chunkBytes)];
	const file = openSync(path, 'r');
	try {
		for (let [turn, at] = [0, from]; at < to; turn = 1 - turn) {
			const before = held();
			const room = before.length + chunkBytes;
			if (memories[turn]!.length < room) memories[turn] = Buffer.allocUnsafe(2 * room);
			const memory = memories[turn]!;
			memory.set(before);
			const length = readSync(file, memory, before.length, Math.min(chunkBytes, to - at), at);
			if (length === 0) return;
			at += length;
			yield memory.subarray(0, before.length + length);
		}
	} finally {
		closeSync(file);
	}
}

/** The file's text, a piece at a time. Throws TypeError where a byte does not belong to the encoding. */
export function* decodedText(path: string, encoding: Encoding): Generator<string> {
	const decoder = new TextDecoder(encoding, { fatal: true });
	for (const chunk of chunks(path)) {
		const text = decoder.decode(chunk, { stream: true });
		if (text) yield text;
	}
	const last = decoder.decode();
	if (last) yield last;
}

/** How many bytes at the end begin a character of UTF-8 that is not complete yet. */
function openTail(bytes: Buffer): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back]!;
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
	}
	return 0;
}

/** The place of the first foreign byte, narrowed down by halves: the longest beginning that decodes. */
function foreignByteIn(bytes: Buffer, encoding: Encoding): number {
	let good = 0;
	let bad = bytes.length;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		try {
			new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
			good = middle;
		} catch {
			bad = middle;
		}
	}
	return good;
}

/** Where the first byte stands that is not UTF-8: its offset from the file's start; null where there is none. */
function firstNotUtf8(path: string): number | null {
	let offset = 0;
	let tail: Buffer = Buffer.alloc(0);
	for (const chunk of chunks(path)) {
		const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
		const whole = bytes.subarray(0, bytes.length - openTail(bytes));
		if (!isUtf8(whole)) return offset + foreignByteIn(whole, 'utf-8');
		offset += whole.length;
		tail = bytes.subarray(whole.length);
	}
	return tail.length > 0 ? offset : null;
}

/** The same for an encoding only a decoder can check; the place may be a few bytes off where a character was cut. */
function firstForeignByte(path: string, encoding: Encoding): number | null {
	if (encoding === 'utf-8') return firstNotUtf8(path);
	let offset = 0;
	const decoder = new TextDecoder(encoding, { fatal: true });
	for (const chunk of chunks(path, true)) {
		try {
			decoder.decode(chunk, { stream: true });
		} catch {
			return offset + foreignByteIn(chunk, encoding);
		}
		offset += chunk.length;
	}
	try {
		decoder.decode();
		return null;
	} catch {
		return offset;
	}
}

/** So many characters beyond ASCII do not read as UTF-8 by chance: two of Chinese do in 1.8 % of cases, six hardly ever. */
const provesUtf8 = 8;

/** Whether what comes before a foreign byte is text in UTF-8 all the same, damaged there. */
function isDamagedUtf8(path: string, foreign: number): boolean {
	const start = Math.max(0, foreign - chunkBytes);
	const file = openSync(path, 'r');
	try {
		const before = Buffer.alloc(foreign - start);
		readSync(file, before, 0, before.length, start);
		const characters = new TextDecoder().decode(before).match(/[^\u0000-\u007f\ufffd]/gu); // eslint-disable-line no-control-regex
		return (characters?.length ?? 0) >= provesUtf8;
	} finally {
		closeSync(file);
	}
}

function isText(bytes: Buffer, encoding: Encoding): boolean {
	try {
		new TextDecoder(encoding, { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** Whether the lines of a file's first megabyte are GB18030 and no UTF-8, not even a damaged one. Then nearly always all of it is GB18030. */
export function beginsInGb18030(path: string): boolean {
	for (const beginning of chunks(path)) {
		const lines = beginning.subarray(0, beginning.lastIndexOf(0x0a) + 1);
		if (byteOrderMark(lines) || isUtf8(lines) || !isText(lines, 'gb18030')) return false;
		return !isDamagedUtf8(path, foreignByteIn(lines, 'utf-8'));
	}
	return false;
}

/**
 * The encoding of the whole file: a byte order mark settles it, else strict UTF-8, else strict GB18030. Both are
 * tried on every byte, since the head of a GB18030 export is often plain ASCII. A file that is UTF-8 but for a
 * broken place is refused, since GB18030 would read all of it as other characters. Refuses with the byte's offset.
 * What the text declares of itself counts where its bytes are not UTF-8 anyway and agree with it.
 */
export function detectEncoding(path: string, mark: ByteOrderMark, declared = ''): Encoding {
	const first = mark ?? 'utf-8';
	const foreign = firstForeignByte(path, first);
	if (foreign === null) return first;
	const said = mark ? undefined : declarable[declared];
	if (said && firstForeignByte(path, said) === null) return said;
	if (mark || isDamagedUtf8(path, foreign))
		throw new RefusedExport('unknown_encoding', { byte: foreign, encoding: first });
	const foreignToGb = firstForeignByte(path, 'gb18030');
	if (foreignToGb === null) return 'gb18030';
	throw new RefusedExport('unknown_encoding', { byte: Math.max(foreign, foreignToGb), encoding: '' });
}
