import { isUtf8 } from 'node:buffer';
import { RefusedExport } from '../refused-export.ts';
import { chunks, decodedText, detectEncoding, type Encoding } from './encoding.ts';
import type { ByteOrderMark } from './sniff.ts';
import { hasUtf8Lines } from './utf8-lines.ts';
import type { SourceRow } from './records.ts';

/**
 * Text whose lines are not all of one encoding: files joined by a script, or cut inside a character. Lines of the
 * encoding that most lines have are read; the others are kept apart as broken rows with the byte they begin at.
 */
export type TextReading = { encoding: Encoding; isMixed: boolean };

/** Begins a line of another encoding, with the byte it stands at; private characters that no export writes. */
const markOpen = '\ue0fe';
const markClose = '\ue0ff';

/** So many lines may be broken for one that is not; beyond, it is no text of either encoding. */
const brokenForOne = 1;

/**
 * The bytes piece by piece, each up to an LF or a CR: whatever ends the lines, none of them holds two, and of a line with a break in a cell
 * each part is looked at for itself.
 */
function* lineBytes(path: string): Generator<{ line: Buffer; offset: number; isEnded: boolean }> {
	let held: Buffer[] = [];
	let offset = 0;
	for (const chunk of chunks(path)) {
		let start = 0;
		for (const at of breaks(chunk)) {
			const piece = chunk.subarray(start, at + 1);
			const line = held.length > 0 ? Buffer.concat([...held, piece]) : piece;
			held = [];
			yield { line, offset, isEnded: true };
			offset += line.length;
			start = at + 1;
		}
		if (start < chunk.length) held.push(chunk.subarray(start));
	}
	if (held.length > 0) yield { line: Buffer.concat(held), offset, isEnded: false };
}

/** Where each LF and each CR stands, of a CR before an LF the LF alone. */
function* breaks(bytes: Buffer): Generator<number> {
	let feed = bytes.indexOf(0x0a);
	let carriageReturn = bytes.indexOf(0x0d);
	while (feed >= 0 || carriageReturn >= 0) {
		if (carriageReturn >= 0 && (feed < 0 || carriageReturn < feed)) {
			if (carriageReturn + 1 !== feed) yield carriageReturn;
			carriageReturn = bytes.indexOf(0x0d, carriageReturn + 1);
		} else {
			yield feed;
			feed = bytes.indexOf(0x0a, feed + 1);
		}
	}
}

const isAscii = (line: Buffer) => line.every((byte) => byte < 0x80);

function decodes(line: Buffer, encoding: Encoding): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(line);
	} catch {
		return undefined;
	}
}

type LineKind = 'ascii' | 'utf-8' | 'gb18030' | 'neither';
const kindOf = (line: Buffer): LineKind =>
	isAscii(line) ? 'ascii' : isUtf8(line) ? 'utf-8' : decodes(line, 'gb18030') !== undefined ? 'gb18030' : 'neither';

/** The encoding of most lines; undefined where hardly a line is text. */
function mainEncoding(path: string, isUtf8Damaged: boolean): Encoding | undefined {
	const lines: Record<LineKind, number> = { ascii: 0, 'utf-8': 0, gb18030: 0, neither: 0 };
	for (const { line } of lineBytes(path)) lines[kindOf(line)]++;
	const main = lines['utf-8'] >= lines.gb18030 ? 'utf-8' : 'gb18030';
	const others = lines.neither + Math.min(lines['utf-8'], lines.gb18030);
	if (isUtf8Damaged && lines['utf-8'] === 0) return undefined;
	return lines[main] === 0 || others > lines[main] * brokenForOne ? undefined : main;
}

/** How the text is read. Refuses with the first foreign byte where most of it is of no encoding we know. */
export function textReading(path: string, mark: ByteOrderMark): TextReading {
	let encoding: Encoding | undefined;
	let refusal: unknown;
	try {
		encoding = detectEncoding(path, mark);
		if (encoding !== 'gb18030' || mark || !hasUtf8Lines(path)) return { encoding, isMixed: false };
	} catch (error) {
		if (!(error instanceof RefusedExport) || mark === 'utf-16le' || mark === 'utf-16be') throw error;
		refusal = error;
	}
	const isUtf8Damaged = refusal instanceof RefusedExport && refusal.refusal.details.encoding === 'utf-8';
	const main = mark ?? mainEncoding(path, isUtf8Damaged);
	if (main) return { encoding: main, isMixed: true };
	if (encoding === undefined) throw refusal;
	return { encoding, isMixed: false };
}

/** Text, a piece at a time; of mixed text a line at a time, marked where it is of another encoding. */
export function* textOf(
	path: string,
	{ encoding, isMixed }: TextReading,
	onCut: () => void = () => {}
): Generator<string> {
	if (!isMixed) {
		yield* decodedText(path, encoding);
		return;
	}
	for (const { line, offset, isEnded } of lineBytes(path)) {
		const kind = kindOf(line);
		if (kind === 'ascii' || kind === encoding) {
			yield decodes(line, encoding)!;
			continue;
		}
		if (!isEnded) onCut();
		const shown = kind === 'neither' ? new TextDecoder(encoding).decode(line) : decodes(line, kind)!;
		yield `${markOpen}${offset}${markClose}${shown}`;
	}
}

const marked = new RegExp(`${markOpen}(\\d+)${markClose}`);

/** Rows with those of another encoding as broken ones: their text and the byte they begin at. */
export function withoutForeignRows(rows: SourceRow[]): SourceRow[] {
	return rows.map((row) => {
		const text = row.cells.find((cell) => cell.includes(markOpen));
		const offset = text && marked.exec(text)?.[1];
		if (!offset) return row;
		const written = row.cells.join(',').replace(marked, '').trimEnd();
		return { number: row.number, cells: [`[byte ${offset}] ${written}`], problem: 'foreign_encoding' };
	});
}
