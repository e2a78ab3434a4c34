import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';
import type { RecordProblem } from './records.ts';

/** One element of a list, not looked into yet. `number` counts from 1 within its list; for JSON lines it is the line's. */
export type Element = { list: string; number: number; text: string; problem?: RecordProblem };

/** What is known once all elements have come: whether the text ended where its outermost value does. */
export type Ending = { isWhole: boolean };

const code = { quote: 34, stroke: 92, comma: 44, open: 91, close: 93, brace: 123, braceEnd: 125 } as const;
const isBlank = (char: string | undefined) => char === ' ' || char === '\t' || char === '\n' || char === '\r';

/** Text that comes in pieces, read forward; what has been passed is let go. */
class Cursor {
	readonly #pieces: Iterator<string>;
	#piece = '';
	#at = 0;
	#passed = 0;

	constructor(pieces: Iterable<string>) {
		this.#pieces = pieces[Symbol.iterator]();
	}

	get place(): number {
		return this.#passed + this.#at;
	}

	/** The next character, left where it is; undefined at the end. */
	peek(): string | undefined {
		while (this.#at >= this.#piece.length) {
			const next = this.#pieces.next();
			if (next.done) return undefined;
			this.#passed += this.#piece.length;
			this.#piece = next.value;
			this.#at = 0;
		}
		return this.#piece[this.#at];
	}

	take(): string | undefined {
		const char = this.peek();
		if (char !== undefined) this.#at++;
		return char;
	}

	peekPastBlanks(): string | undefined {
		while (isBlank(this.peek())) this.#at++;
		return this.peek();
	}

	/**
	 * Everything up to the comma or bracket that ends the value here, which is left standing. Only the beginning of a
	 * value that is longer than a record may be is kept.
	 */
	value(): { text: string; isTooLong: boolean; isClosed: boolean } {
		let text = '';
		let length = 0;
		let depth = 0;
		let isText = false;
		let isEscaped = false;
		while (this.peek() !== undefined) {
			const start = this.#at;
			let at = start;
			let isClosed = false;
			for (; at < this.#piece.length; at++) {
				const char = this.#piece.charCodeAt(at);
				if (isText) {
					if (isEscaped) isEscaped = false;
					else if (char === code.stroke) isEscaped = true;
					else if (char === code.quote) isText = false;
				} else if (char === code.quote) isText = true;
				else if (char === code.brace || char === code.open) depth++;
				else if (char === code.comma && depth === 0) isClosed = true;
				else if (char === code.braceEnd || char === code.close) isClosed = --depth < 0;
				if (isClosed) break;
			}
			length += at - start;
			if (text.length <= limits.recordLength) text += this.#piece.slice(start, at);
			this.#at = at;
			if (isClosed) return { text: text.trim(), isTooLong: length > limits.recordLength, isClosed };
		}
		return { text: text.trim(), isTooLong: length > limits.recordLength, isClosed: false };
	}
}

function* listElements(cursor: Cursor, list: string, ending: Ending): Generator<Element> {
	for (let number = 1; ; number++) {
		const first = cursor.peekPastBlanks();
		if (first === undefined) {
			ending.isWhole = false;
			return;
		}
		if (first === ']' && number === 1) break;
		const { text, isTooLong, isClosed } = cursor.value();
		const problem = isTooLong ? 'row_too_long' : isClosed ? undefined : 'broken_json';
		yield problem ? { list, number, text, problem } : { list, number, text };
		const end = cursor.peek();
		if (end === ']') break;
		if (end !== ',') {
			ending.isWhole = false;
			return;
		}
		cursor.take();
	}
	cursor.take();
}

/** Only a list whose first element is an object holds rows; any other is passed over. */
function* valueElements(cursor: Cursor, list: string, depth: number, ending: Ending): Generator<Element> {
	const broken = () => new RefusedExport('unreadable_json', { place: cursor.place + 1 });
	if (depth > limits.nesting) throw broken();
	const first = cursor.peekPastBlanks();
	if (first === undefined) throw broken();
	if (first === '[') {
		cursor.take();
		const inside = cursor.peekPastBlanks();
		if (inside === '{') return yield* listElements(cursor, list, ending);
		for (const { problem } of listElements(cursor, list, ending)) if (problem === 'broken_json') throw broken();
		return;
	}
	if (first !== '{') {
		cursor.value();
		return;
	}
	cursor.take();
	if (cursor.peekPastBlanks() === '}') {
		cursor.take();
		return;
	}
	for (;;) {
		if (cursor.peekPastBlanks() !== '"') throw broken();
		const name = keyOf(cursor);
		if (name === undefined || cursor.peekPastBlanks() !== ':') throw broken();
		cursor.take();
		yield* valueElements(cursor, list === '' ? name : `${list}.${name}`, depth + 1, ending);
		const end = cursor.peekPastBlanks();
		if (end === undefined) ending.isWhole = false;
		if (end === '}') cursor.take();
		if (end === undefined || end === '}') return;
		if (end !== ',') throw broken();
		cursor.take();
	}
}

/** A name as it is written, escapes and all: it only names the list. Undefined where it is longer than a name is. */
function keyOf(cursor: Cursor): string | undefined {
	cursor.take();
	let name = '';
	for (let char = cursor.take(); char !== '"'; char = cursor.take()) {
		if (char === undefined || name.length > 1000) return undefined;
		name += char;
		if (char === '\\') name += cursor.take() ?? '';
	}
	return name;
}

/** The elements of every list of objects in one JSON value, each list by the names that lead to it. */
export function* jsonElements(pieces: Iterable<string>, ending: Ending): Generator<Element> {
	const cursor = new Cursor(pieces);
	yield* valueElements(cursor, '', 0, ending);
	if (cursor.peekPastBlanks() !== undefined) ending.isWhole = false;
}

/** The lines of JSON lines, blank ones included; the list has no name. */
export function* jsonLines(pieces: Iterable<string>): Generator<Element> {
	let rest = '';
	let number = 0;
	const element = (line: string): Element =>
		line.length > limits.recordLength
			? { list: '', number: ++number, text: line.slice(0, 400), problem: 'row_too_long' }
			: { list: '', number: ++number, text: line.trim() };
	let isSkipping = false;
	for (const piece of pieces) {
		const lines = (rest + piece).split('\n');
		rest = lines.pop()!;
		for (const line of lines) {
			if (!isSkipping) yield element(line);
			isSkipping = false;
		}
		if (rest.length <= limits.recordLength) continue;
		// The rest of a line that is too long is let go as it comes.
		if (!isSkipping) yield element(rest);
		isSkipping = true;
		rest = '';
	}
	if (rest.trim() !== '' && !isSkipping) yield element(rest);
}
