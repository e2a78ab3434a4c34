import { limits } from '../limits.ts';
import type { Dialect } from '../read/records.ts';
import { fourBytesOfGb18030, pairsOfGb18030, writeUtf8 } from './gb18030.ts';

/**
 * Text whose lines can be handed to the database as they stand: no quote, no control character, as many cells as the header
 * has, and an order number where one belongs. Nearly all lines of nearly all exports are so, and telling it from the
 * bytes is ten times quicker than parting them into cells. What is not plain is for RecordSplitter and rowShaper.
 */
export type PlainText = {
	path: string;
	/** Encodings in which a byte below 0x40 that is no digit is always the character of its own. */
	encoding: 'utf-8' | 'gb18030';
	/** Of the lines that are not plain; their separator is that of all. */
	dialect: Dialect;
};

/** Whether lines of this text can be told plain from their bytes. */
export const mayBePlain = (
	{ separator, lineEnd, quote, isSpaced }: Dialect,
	encoding: string
): encoding is PlainText['encoding'] =>
	quote === undefined &&
	!isSpaced &&
	[',', '\t', ';'].includes(separator) &&
	lineEnd === '\n' &&
	['utf-8', 'gb18030'].includes(encoding);

/** How much of a line that does not end is held: more is one broken row, whose beginning is shown. */
export const longestLine = 4 * limits.recordLength;

export type PlainLayout = { separator: number; width: number; numberPlace: number; encoding: PlainText['encoding'] };

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quoteMark = 0x22;
const tab = 0x09;
const blank = 0x20;
const deleted = 0x7f;
/** A minus sign to a colon, among which no separator is. */
const firstOfMoment = 0x2d;
const lastOfMoment = 0x3a;
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** Three digits in a row, and no Chinese word before them: 小计 123 is a total. */
function holdsOrderNumber(bytes: Uint8Array, start: number, end: number): boolean {
	let at = start;
	while (at < end && bytes[at] === blank) at++;
	if (at === end || bytes[at]! >= 0x80) return false;
	for (let run = 0; at < end; at++) {
		run = isDigit(bytes[at]!) ? run + 1 : 0;
		if (run === 3) return true;
	}
	return false;
}

/** Room for a row number and its separator before every line. */
const numberRoom = 12;

export type Marked = {
	/** Plain lines in UTF-8, each with its row number before it; a view that the next call overwrites. */
	plain: Uint8Array;
	plainRows: number;
	/** The first line that is not plain, as places in the bytes; null where all are. `rows` counts the lines before it. */
	other: { start: number; end: number } | null;
};

/** Copies plain lines one after the other, with their row numbers, and decodes them on the way: to read every byte twice would take twice as long. */
export class PlainLines {
	readonly #layout: PlainLayout;
	readonly #pairs: Uint16Array | undefined;
	readonly #fourBytes = fourBytesOfGb18030();
	#out = new Uint8Array(0);

	constructor(layout: PlainLayout) {
		this.#layout = layout;
		this.#pairs = layout.encoding === 'gb18030' ? pairsOfGb18030() : undefined;
	}

	/** Reads whole lines from `start` up to the first that is not plain; `number` is the first line's. */
	read(bytes: Uint8Array, start: number, end: number, number: number): Marked {
		const { separator, width, numberPlace } = this.#layout;
		const pairs = this.#pairs;
		// Two bytes become three at most. A line is at least as many bytes as it has separators and its end.
		const room = Math.ceil((end - start) * (pairs ? 1.5 : 1)) + Math.ceil((end - start) / width + 1) * numberRoom;
		if (this.#out.length < room) this.#out = new Uint8Array(room);
		const out = this.#out;
		let length = 0;
		let row = number;
		let lineStart = start;
		while (lineStart < end) {
			const before = length;
			length = writeNumber(out, length, row);
			out[length++] = separator;
			let isPlain = true;
			let column = 0;
			let cellStart = lineStart;
			let at = lineStart;
			let byte: number;
			for (; ; at++) {
				byte = bytes[at]!;
				// Digits, and what stands between those of a moment, come in runs, and so do Chinese characters.
				if (byte >= firstOfMoment && byte <= lastOfMoment) {
					do {
						out[length++] = byte;
						byte = bytes[++at]!;
					} while (byte >= firstOfMoment && byte <= lastOfMoment);
				}
				while (byte >= 0x80 && pairs) {
					let character = pairs[(byte << 8) | bytes[at + 1]!]!;
					if (character > 0) at += 2;
					else {
						character = this.#fourBytes(bytes, at);
						if (character === 0) break;
						at += 4;
					}
					length = writeUtf8(out, length, character);
					byte = bytes[at]!;
				}
				if (byte >= 0x40) {
					if (byte === deleted || (byte >= 0x80 && pairs)) isPlain = false;
				} else if (byte === separator || byte === lineFeed) {
					const cellEnd = byte === lineFeed && at > cellStart && bytes[at - 1] === carriageReturn ? at - 1 : at;
					if (cellEnd - cellStart > limits.cellLength) isPlain = false;
					else if (column === numberPlace && !holdsOrderNumber(bytes, cellStart, cellEnd)) isPlain = false;
					if (byte === lineFeed) break;
					column++;
					cellStart = at + 1;
				} else if (byte === quoteMark || (byte < blank && byte !== tab && byte !== carriageReturn)) {
					isPlain = false;
				} else if (byte === carriageReturn) {
					if (bytes[at + 1] !== lineFeed) isPlain = false;
					continue;
				}
				out[length++] = byte;
			}
			if (!isPlain || column + 1 !== width) {
				return { plain: out.subarray(0, before), plainRows: row - number, other: { start: lineStart, end: at + 1 } };
			}
			out[length++] = lineFeed;
			row++;
			lineStart = at + 1;
		}
		return { plain: out.subarray(0, length), plainRows: row - number, other: null };
	}
}

function writeNumber(out: Uint8Array, at: number, number: number): number {
	let digits = 1;
	for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) digits++;
	for (let place = at + digits - 1, rest = number; place >= at; place--, rest = Math.floor(rest / 10)) {
		out[place] = 0x30 + (rest % 10);
	}
	return at + digits;
}
