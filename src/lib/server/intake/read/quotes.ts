import type { Dialect } from './records.ts';

/** A quote closes its cell; or only before a separator or line end; or is a sign like any other where text follows it. */
export type QuoteReading = 'strict' | 'loose' | 'literal';

/** Who writes apostrophes for quotes has doubled the quotes inside all the same. */
export function unquoted(text: string, mark: string): string {
	const plain = text.includes('""') ? text.replaceAll('""', '"') : text;
	return mark === "'" && plain.includes("''") ? plain.replaceAll("''", "'") : plain;
}

/** Where the quoted text that starts here closes; a doubled quote is a quote. -1 where it does not. */
export function closingQuote(text: string, start: number, dialect: Dialect, isLoose: boolean): number {
	const { quote: mark, escape, separator, lineEnd } = dialect;
	let quote = text.indexOf(mark ?? '"', start);
	for (;;) {
		if (quote < 0) return quote;
		const next = text[quote + 1];
		if (mark || isLoose) {
			if (next === undefined || next === separator || next === lineEnd || next === '\r') return quote;
			quote = text.indexOf(mark ?? '"', quote + 1);
		} else if (escape && quote > start && text[quote - 1] === escape) quote = text.indexOf('"', quote + 1);
		else if (next === '"') quote = text.indexOf('"', quote + 2);
		else return quote;
	}
}
