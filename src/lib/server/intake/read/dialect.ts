import { fullWidthSeparators } from '#lib/domain/answer-values.ts';
import { type Dialect, RecordSplitter, type SourceRow } from './records.ts';

const separators = [',', '\t', ';', '|'];
const sampleRecords = 200;

/** What may end lines, the likelier first: a CR inside a cell is common, but so is an LF in a file whose lines end with CR. */
function lineEndsOf(sample: string): Dialect['lineEnd'][] {
	if (!sample.includes('\n')) return sample.includes('\r') ? ['\r'] : ['\n'];
	return /\r(?!\n)/.test(sample) ? ['\n', '\r'] : ['\n'];
}

function sampleRows(sample: string, dialect: Dialect): SourceRow[] {
	const splitter = new RecordSplitter(dialect);
	const rows = splitter.push(sample);
	// What never closes a quote stays behind: left out, it would speak for the dialect that can not read it.
	return (rows.length < sampleRecords ? [...rows, ...splitter.end()] : rows).slice(0, sampleRecords);
}

/** How many records agree on the most frequent count of cells, by a weight of that count; a single column is worth nothing. */
function agreement(rows: SourceRow[], weight: (width: number) => number): number {
	const counts = new Map<number, number>();
	for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
	let best = 0;
	for (const [width, count] of counts) if (width > 1) best = Math.max(best, (count / rows.length) * weight(width));
	return best;
}

/**
 * The separator and line end of the text, from its first records read with each separator in turn. Recognised
 * headers decide, since titles and notes around a table make counts of cells unreliable.
 */
export function detectDialect(sample: string, recognised: (rows: SourceRow[]) => number): Dialect {
	let best: Dialect = { separator: ',', lineEnd: '\n' };
	let bestScore = -1;
	for (const lineEnd of lineEndsOf(sample)) {
		for (const separator of separators) {
			const rows = sampleRows(sample, { separator, lineEnd });
			const score = recognised(rows) * 100 + agreement(rows, Math.log2);
			if (score > bestScore) [best, bestScore] = [{ separator, lineEnd }, score];
		}
	}
	return quotingOf(sample, best);
}

const usuallySpaced = 0.9;
const leastWrapped = 2;

/** Whether cells but the first begin with a blank, as if it belonged to the separator. */
function areSpaced(rows: SourceRow[]): boolean {
	const later = rows.flatMap(({ cells }) => cells.slice(1)).filter((cell) => cell.trim() !== '');
	return later.length > 0 && later.filter((cell) => cell.startsWith(' ')).length >= later.length * usuallySpaced;
}

/** Whether cells stand between apostrophes where no cell stands between quotes. */
function areWrapped(rows: SourceRow[], sample: string, { separator }: Dialect): boolean {
	if (sample.includes(`${separator}"`) || sample.includes('\n"')) return false;
	const wrapped = rows
		.flatMap((row) => row.cells.map((cell) => cell.trim()))
		.filter((cell) => cell.length > 2 && cell.startsWith("'") && cell.endsWith("'"));
	// Nobody doubles a quote but what writes it inside quotes.
	return wrapped.length >= leastWrapped || wrapped.some((cell) => cell.includes('""'));
}

/** A stray quote takes the next record along where quotes are told, and none where they are not: so many records may agree less. */
const takenByStrays = 0.1;

/**
 * Another way of quoting than the usual one holds where reading by it makes more records agree, or as many and the cells
 * look like it. A backslash must do the former: C:\\ before a closing quote makes fewer. Blanks before cells show in nearly every
 * one, so that a few records fewer say nothing against them.
 */
function quotingOf(sample: string, plain: Dialect): Dialect {
	let best = plain;
	const consider = (way: Partial<Dialect>, isLikely: (rows: SourceRow[]) => boolean, mostLost = 0) => {
		const rows = sampleRows(sample, best);
		const tried = { ...best, ...way };
		// Cells torn at commas inside quotes are more, and agree less.
		const gained = agreement(sampleRows(sample, tried), () => 1) - agreement(rows, () => 1);
		if (gained > 0 || (gained >= -mostLost && isLikely(rows))) best = tried;
	};
	if (sample.includes(`${plain.separator} `)) consider({ isSpaced: true }, areSpaced, takenByStrays);
	if (sample.includes("'")) consider({ quote: "'" }, (rows) => areWrapped(rows, sample, plain));
	if (sample.includes('\\"')) consider({ escape: '\\' }, () => false);
	return best;
}

/** The dialect of the full-width sign that parts names we know, where no separator does: nothing else says that it is one. */
export function fullWidthDialect(sample: string, recognised: (rows: SourceRow[]) => number): Dialect | undefined {
	for (const lineEnd of lineEndsOf(sample)) {
		for (const separator of fullWidthSeparators) {
			if (recognised(sampleRows(sample, { separator, lineEnd })) >= 2) return quotingOf(sample, { separator, lineEnd });
		}
	}
	return undefined;
}
