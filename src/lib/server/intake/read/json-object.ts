import { limits } from '../limits.ts';

/** A value of an object, by the names that lead to it: `a.b` for what stands in an object within. */
export type Pair = [key: string, text: string];

const blank = /[ \t\r\n]*/y;
const bareWord = /(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity)(?=[ \t\r\n,\]}]|$)/y;
const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class BrokenJson extends Error {}

/**
 * Reads one object strictly, from its first brace to its last. Numbers stay as they are
 * written, zeros in front too: JavaScript rounds long ones.
 */
class ObjectReader {
	readonly #text: string;
	#at = 0;
	readonly pairs: Pair[] = [];

	constructor(text: string) {
		this.#text = text;
	}

	read(): Pair[] {
		this.#object('', 1);
		if (this.#next() !== undefined) throw new BrokenJson();
		return this.pairs;
	}

	#next(): string | undefined {
		blank.lastIndex = this.#at;
		blank.test(this.#text);
		this.#at = blank.lastIndex;
		return this.#text[this.#at];
	}

	#expect(sign: string): void {
		if (this.#next() !== sign) throw new BrokenJson();
		this.#at++;
	}

	#object(path: string, depth: number): void {
		if (depth > limits.nesting) throw new BrokenJson();
		this.#expect('{');
		if (this.#next() === '}') {
			this.#at++;
			if (path !== '') this.pairs.push([path, '']);
			return;
		}
		for (;;) {
			if (this.#next() !== '"') throw new BrokenJson();
			const name = this.#string();
			this.#expect(':');
			this.#value(path === '' ? name : `${path}.${name}`, depth);
			if (this.#next() === '}') break;
			this.#expect(',');
		}
		this.#at++;
	}

	#value(path: string, depth: number): void {
		const sign = this.#next();
		if (sign === '{') return this.#object(path, depth + 1);
		const start = this.#at;
		if (sign === '[') {
			this.#list(depth + 1);
			this.pairs.push([path, this.#text.slice(start, this.#at)]);
		} else this.pairs.push([path, sign === '"' ? this.#string() : this.#bare()]);
	}

	/** A list is kept as it is written; what it holds must be JSON all the same. */
	#list(depth: number): void {
		if (depth > limits.nesting) throw new BrokenJson();
		this.#expect('[');
		for (let isFirst = true; this.#next() !== ']'; isFirst = false) {
			if (!isFirst) this.#expect(',');
			const known = this.pairs.length;
			this.#value('', depth);
			this.pairs.length = known;
		}
		this.#at++;
	}

	#bare(): string {
		bareWord.lastIndex = this.#at;
		const word = bareWord.exec(this.#text)?.[1];
		if (word === undefined) throw new BrokenJson();
		this.#at += word.length;
		return word === 'null' ? '' : word;
	}

	#string(): string {
		const start = this.#at + 1;
		let end = this.#text.indexOf('"', start);
		while (end > 0 && this.#isEscaped(start, end)) end = this.#text.indexOf('"', end + 1);
		if (end < 0) throw new BrokenJson();
		this.#at = end + 1;
		const raw = this.#text.slice(start, end);
		if (!raw.includes('\\')) return raw;
		return raw.replace(/\\(u[0-9a-fA-F]{4}|.|$)/gs, (_, escaped: string) => {
			if (escaped.length === 5) return String.fromCharCode(parseInt(escaped.slice(1), 16));
			if ('"\\/'.includes(escaped) && escaped !== '') return escaped;
			const read = escapes[escaped];
			if (read === undefined) throw new BrokenJson();
			return read;
		});
	}

	#isEscaped(start: number, quote: number): boolean {
		let strokes = 0;
		while (quote - 1 - strokes >= start && this.#text[quote - 1 - strokes] === '\\') strokes++;
		return strokes % 2 === 1;
	}
}

/** The values of an object in the order written, repeated names included; undefined where the text is not one whole object. */
export function objectPairs(text: string): Pair[] | undefined {
	try {
		return new ObjectReader(text).read();
	} catch (error) {
		if (error instanceof BrokenJson) return undefined;
		throw error;
	}
}
