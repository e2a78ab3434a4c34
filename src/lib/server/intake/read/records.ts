import { limits } from '../limits.ts';
import { closingQuote, type QuoteReading, unquoted } from './quotes.ts';

/** Why a record could not be read as cells: the beginning of what is written there is kept as its only cell. */
export type RecordProblem =
	'unclosed_quote' | 'row_too_long' | 'foreign_encoding' | 'broken_json' | 'not_an_object' | 'repeated_key';

/** One record of a file or row of a sheet. `number` counts from 1, titles and header included. */
export type SourceRow = {
	number: number;
	cells: string[];
	problem?: RecordProblem;
	/** Places of cells that say what one further up says, which reaches down to them. */
	filled?: number[];
};

export type Dialect = {
	separator: string;
	/** Line ends: LF also stands for CRLF, whose CR is dropped. CR alone is the old Macintosh end. */
	lineEnd: '\n' | '\r';
	/** Apostrophes instead of quotes, which then close only before a separator or line end: texts hold apostrophes. */
	quote?: "'";
	/** What makes a quote behind it a character; it stays in the cell, for the cleaning to take out and count. */
	escape?: '\\';
	/** A blank follows each separator and is no part of the cell, so that a quote behind it opens one. */
	isSpaced?: boolean;
	/** How many cells a record has, once the header is known. It tells a line break in a cell from a lost quote. */
	width?: number;
	/** How many cells names stand above: a record may leave out those of the last columns that none does. */
	namedWidth?: number;
};

/** Free text holds a separator or two in a line of its own. */
const leastWidth = 4;
/** A cell that is a day or a moment, and no sentence that begins with one. */
const aDay =
	/^["' ]*(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{8}(\d{6})?)([ T]*\d{1,2}[:时][\d:时分秒. APMapm+Z-]*)?["'\s]*$/;

type Parsed = { cells: string[]; end: number; lines: number; isRagged: boolean };

/**
 * Splits text into records by RFC 4180, as it comes in. Each record is parsed from its first character, so a
 * record that is not complete yet is simply parsed again when more text has come.
 */
export class RecordSplitter {
	readonly #dialect: Dialect;
	#text = '';
	/** Where the next quote stands from the place last asked for; looked for anew once it is passed. */
	#quote = -1;
	#number = 0;

	constructor(dialect: Dialect) {
		this.#dialect = dialect;
	}

	/** How much text is held of a record that is not complete yet. */
	get heldLength(): number {
		return this.#text.length;
	}

	push(text: string): SourceRow[] {
		this.#text = this.#text === '' ? text : this.#text + text;
		this.#quote = -1;
		return this.#split(false);
	}

	end(): SourceRow[] {
		return this.#split(true);
	}

	#split(isEnd: boolean): SourceRow[] {
		const rows: SourceRow[] = [];
		let position = 0;
		while (position < this.#text.length) {
			const parsed = this.#meant(this.#record(position, isEnd, 'strict'), position, isEnd);
			const isTooLong = (parsed?.end ?? this.#text.length) - position > limits.recordLength;
			if (!parsed && !isEnd && !isTooLong) break;
			const isBroken = !parsed || isTooLong || this.#isTornByQuote(parsed);
			if (!isBroken) {
				rows.push({ number: ++this.#number, cells: parsed.cells });
				position = parsed.end;
				continue;
			}
			const line = this.#text.indexOf(this.#dialect.lineEnd, position);
			if (line < 0 && !isEnd) break;
			const end = line < 0 ? this.#text.length : line;
			const problem = end - position > limits.recordLength ? 'row_too_long' : 'unclosed_quote';
			rows.push({
				number: ++this.#number,
				cells: [this.#text.slice(position, Math.min(end, position + limits.shownOfRecord))],
				problem
			});
			position = end + 1;
		}
		this.#text = this.#text.slice(position);
		this.#quote = -1;
		return rows;
	}

	/**
	 * Text behind a closing quote: it was a quote inside the text that nobody doubled, or a sign of the text itself. The
	 * reading that makes the right number of cells is meant; with quotes left out the cell would say something else.
	 */
	#meant(parsed: Parsed | undefined, start: number, isEnd: boolean): Parsed | undefined {
		if (!parsed?.isRagged || parsed.lines > 1) return parsed;
		for (const reading of ['loose', 'literal'] as const) {
			const other = this.#record(start, isEnd, reading);
			const { width = other?.cells.length } = this.#dialect;
			if (other && other.lines === 1 && !other.isRagged && other.cells.length === width) return other;
		}
		return parsed;
	}

	/** A quote that was never closed ends at the next record's first quote: too many or too few cells, or text behind it. */
	#isTornByQuote({ cells, lines, isRagged }: Parsed): boolean {
		const { width, namedWidth = width } = this.#dialect;
		if (lines === 1) return isRagged && isBetween(cells.length, width, namedWidth);
		if (isRagged || (width !== undefined && cells.length < width)) return true;
		return width !== undefined && cells.some((cell) => this.#holdsRecord(cell, width));
	}

	/** A cell that holds a line with cells enough for half a record, and a day in one of them, has swallowed a record. */
	#holdsRecord(cell: string, width: number): boolean {
		const { separator, lineEnd } = this.#dialect;
		if (!cell.includes(lineEnd)) return false;
		const lines = cell.split(lineEnd).slice(1);
		return lines.some((line) => {
			const pieces = line.split(separator);
			return pieces.length >= Math.max(leastWidth, width / 2) && pieces.some((piece) => aDay.test(piece));
		});
	}

	/** Undefined where the record's end is not in the text yet. */
	#record(start: number, isEnd: boolean, reading: QuoteReading): Parsed | undefined {
		const { separator, lineEnd, quote: mark = '"', isSpaced = false } = this.#dialect;
		const text = this.#text;
		let line = text.indexOf(lineEnd, start);
		if (line < 0 && !isEnd) return undefined;
		if (line < 0) line = text.length;
		if (this.#quote < start) this.#quote = indexOrEnd(text, mark, start);
		if (this.#quote > line) {
			const cells = withoutReturn(text.slice(start, line)).split(separator);
			return { cells: isSpaced ? cells.map(withoutBlank) : cells, end: line + 1, lines: 1, isRagged: false };
		}
		const cells: string[] = [];
		let position = start;
		let lines = 1;
		let isRagged = false;
		let isOpenInside = false;
		for (;;) {
			let cell = '';
			if (isSpaced && position > start && text[position] === ' ') position++;
			const [opening, isQuoted] = [position, text[position] === mark];
			if (isQuoted) {
				const closing = closingQuote(text, position + 1, this.#dialect, reading === 'loose');
				if (closing < 0 || (closing === text.length - 1 && !isEnd)) return undefined;
				cell = unquoted(text.slice(position + 1, closing), mark);
				position = closing + 1;
				if (position > line) {
					lines++;
					line = text.indexOf(lineEnd, position);
					if (line < 0 && !isEnd) return undefined;
					if (line < 0) line = text.length;
				}
			}
			const next = text.indexOf(separator, position);
			const isLast = next < 0 || next > line;
			const tail = isLast ? withoutReturn(text.slice(position, line)) : text.slice(position, next);
			const hasTail = isQuoted && tail.trim() !== '';
			if (hasTail && reading === 'literal' && lines === 1) cell = text.slice(opening, position);
			else isRagged ||= hasTail;
			// One quote of a pair: the other one stands in another cell, and what is between them is one.
			const mayHoldHalf = !isQuoted || (hasTail && reading === 'literal');
			if (mayHoldHalf && (cell + tail).split(mark).length % 2 === 0) {
				// As they stand two cells may hold a sign of inches each; some say that a text was opened in them.
				if (reading !== 'strict' || isOpenInside) isRagged = true;
				isOpenInside ||= opensInside(tail, mark);
			}
			cells.push(cell + tail);
			if (isLast) return { cells, end: line + 1, lines, isRagged };
			position = next + 1;
		}
	}
}

/** What one program writes between cells and another does not: before a quote, at the end of what precedes it. */
const anotherSeparator = /[,;\t|]$/;

/** Whether a quote in a cell opened a text: behind a separator of another dialect, or because quotes are doubled behind it. */
function opensInside(tail: string, mark: string): boolean {
	const place = tail.indexOf(mark);
	return anotherSeparator.test(tail.slice(0, place)) || tail.includes(mark + mark, place + 1);
}

const isBetween = (count: number, one = NaN, other = NaN) =>
	count >= Math.min(one, other) && count <= Math.max(one, other);
const indexOrEnd = (text: string, sign: string, start: number) => {
	const place = text.indexOf(sign, start);
	return place < 0 ? Infinity : place;
};
const withoutReturn = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text);
const withoutBlank = (cell: string, place: number) => (place > 0 && cell.startsWith(' ') ? cell.slice(1) : cell);
