import { limits } from '../limits.ts';

/** Why a record could not be read as cells: the beginning of what is written there is kept as its only cell. */
export type RecordProblem =
	'unclosed_quote' | 'row_too_long' | 'foreign_encoding' | 'broken_json' | 'not_an_object' | 'repeated_key';

/** One record of a file or row of a sheet. `number` counts from 1, titles and header included. */
export type SourceRow = { number: number; cells: string[]; problem?: RecordProblem };

export type Dialect = {
	separator: string;
	/** Line ends: LF also stands for CRLF, whose CR is dropped. CR alone is the old Macintosh end. */
	lineEnd: '\n' | '\r';
	/** A backslash before a quote makes it a character; it stays in the cell, for the cleaning to take out and count. */
	isEscaped?: boolean;
	/** How many cells a record has, once the header is known. It tells a line break in a cell from a lost quote. */
	width?: number;
};

type Parsed = { cells: string[]; end: number; lines: number; isRagged: boolean };

/**
 * Splits text into records by RFC 4180, as it comes in. Each record is parsed from its first character, so a
 * record that is not complete yet is simply parsed again when more text has come.
 */
export class RecordSplitter {
	readonly #dialect: Dialect;
	#text = '';
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
		return this.#split(false);
	}

	end(): SourceRow[] {
		return this.#split(true);
	}

	#split(isEnd: boolean): SourceRow[] {
		const rows: SourceRow[] = [];
		let position = 0;
		while (position < this.#text.length) {
			const parsed = this.#record(position, isEnd);
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
		return rows;
	}

	/** A quote that was never closed ends at the next record's first quote: too many or too few cells, or text behind it. */
	#isTornByQuote({ cells, lines, isRagged }: Parsed): boolean {
		if (lines === 1) return false;
		return isRagged || (this.#dialect.width !== undefined && cells.length < this.#dialect.width);
	}

	/** Undefined where the record's end is not in the text yet. */
	#record(start: number, isEnd: boolean): Parsed | undefined {
		const { separator, lineEnd, isEscaped = false } = this.#dialect;
		const text = this.#text;
		let line = text.indexOf(lineEnd, start);
		if (line < 0 && !isEnd) return undefined;
		if (line < 0) line = text.length;
		const quote = text.indexOf('"', start);
		if (quote < 0 || quote > line) {
			return {
				cells: withoutReturn(text.slice(start, line)).split(separator),
				end: line + 1,
				lines: 1,
				isRagged: false
			};
		}
		const cells: string[] = [];
		let position = start;
		let lines = 1;
		let isRagged = false;
		for (;;) {
			let cell = '';
			if (text[position] === '"') {
				const closing = closingQuote(text, position + 1, isEscaped);
				if (closing < 0 || (closing === text.length - 1 && !isEnd)) return undefined;
				const quoted = text.slice(position + 1, closing);
				cell = quoted.includes('""') ? quoted.replaceAll('""', '"') : quoted;
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
			if (cell !== '' && tail.trim() !== '') isRagged = true;
			cells.push(cell + tail);
			if (isLast) return { cells, end: line + 1, lines, isRagged };
			position = next + 1;
		}
	}
}

const withoutReturn = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text);

/** Where the quoted text that starts here closes; a doubled quote is a quote. -1 where it does not. */
function closingQuote(text: string, start: number, isEscaped: boolean): number {
	let quote = text.indexOf('"', start);
	for (;;) {
		if (quote >= 0 && isEscaped && quote > start && text[quote - 1] === '\\') quote = text.indexOf('"', quote + 1);
		else if (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
		else return quote;
	}
}
