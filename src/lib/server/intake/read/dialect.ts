import { type Dialect, RecordSplitter, type SourceRow } from './records.ts';

const separators = [',', '\t', ';', '|'];
const sampleRecords = 200;

/** CR alone ends lines only where there is no LF at all: a CR inside a cell is common. */
const lineEndOf = (sample: string): Dialect['lineEnd'] =>
	!sample.includes('\n') && sample.includes('\r') ? '\r' : '\n';

function sampleRows(sample: string, dialect: Dialect): SourceRow[] {
	const splitter = new RecordSplitter(dialect);
	const rows = splitter.push(sample);
	return (rows.length > 0 ? rows : splitter.end()).slice(0, sampleRecords);
}

/** How many records agree on the most frequent count of cells, weighed by that count; a single column is worth nothing. */
function agreement(rows: SourceRow[]): number {
	const counts = new Map<number, number>();
	for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
	let best = 0;
	for (const [width, count] of counts) if (width > 1) best = Math.max(best, (count / rows.length) * Math.log2(width));
	return best;
}

/**
 * The separator and line end of the text, from its first records read with each separator in turn. Recognised
 * headers decide, since titles and notes around a table make counts of cells unreliable.
 */
export function detectDialect(sample: string, recognised: (rows: SourceRow[]) => number): Dialect {
	const lineEnd = lineEndOf(sample);
	let best: Dialect = { separator: ',', lineEnd };
	let bestScore = -1;
	for (const separator of separators) {
		const rows = sampleRows(sample, { separator, lineEnd });
		const score = recognised(rows) * 100 + agreement(rows);
		if (score > bestScore) [best, bestScore] = [{ separator, lineEnd }, score];
	}
	return quotingOf(sample, best);
}

/** Ways of quoting beside the usual one, and what in the text speaks for each. */
const quotings: { way: Partial<Dialect>; sign: (sample: string) => boolean }[] = [
	{ way: { isSpaced: true }, sign: (sample) => sample.includes(' "') || sample.includes(" '") },
	{ way: { quote: "'" }, sign: (sample) => sample.includes("'") },
	{ way: { escape: '\\' }, sign: (sample) => sample.includes('\\"') }
];

/** A way of quoting is another one where reading by it makes more records agree; C:\\ before a closing quote makes fewer. */
function quotingOf(sample: string, plain: Dialect): Dialect {
	let best = plain;
	for (const { way, sign } of quotings) {
		if (!sign(sample)) continue;
		const tried = { ...best, ...way };
		if (agreement(sampleRows(sample, tried)) > agreement(sampleRows(sample, best))) best = tried;
	}
	return best;
}

const fullWidthSeparators = ['，', '；', '｜', '、'];

/** The full-width sign that parts names we know, where no separator does: nothing else says that it is one. */
export function fullWidthSeparator(sample: string, recognised: (rows: SourceRow[]) => number): string | undefined {
	const lineEnd = lineEndOf(sample);
	return fullWidthSeparators.find((separator) => recognised(sampleRows(sample, { separator, lineEnd })) >= 2);
}
