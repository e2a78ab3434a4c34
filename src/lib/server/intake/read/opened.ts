import type { TakenIn } from '#lib/domain/intake-result.ts';
import { limits } from '../limits.ts';
import type { PlainText } from '../cells/plain-lines.ts';
import { askedHeader } from '../map/asked-header.ts';
import { withColumnNames } from '../map/column-names.ts';
import type { FoundHeader } from '../map/find-header.ts';
import type { AnswersFor } from '../map/signature.ts';
import { RefusedExport } from '../refused-export.ts';
import type { SourceRow } from './records.ts';
import type { DateCells } from './workbook.ts';

/** An export whose header is known: one stream of rows of text, whatever file it came from. */
export type OpenExport = {
	format: TakenIn['format'];
	header: FoundHeader;
	/** The first rows, where a question may need them before they are read. */
	head?: SourceRow[];
	/** In batches, in the order of the file, header included where it is a row. */
	rows: () => AsyncIterable<SourceRow[]> | Iterable<SourceRow[]>;
	/** Where most lines can be taken as they stand: the same rows, many times quicker. */
	plain?: PlainText;
	/** Columns whose cells are spreadsheet dates; complete once the rows have been read. */
	dates: DateCells;
	/** What a reader must know; complete once the rows have been read. */
	notes: string[];
};

/** Rows that are looked at to find a header and to tell tables apart. */
export const headRows = 25;

export const noDates = (): DateCells => ({ withClock: new Set(), atMidnight: new Set() });

/** Headers as seen, for the clerk to compare; a few dozen are enough. */
const seen = (headers: string[]) => headers.filter((header) => header !== '').slice(0, 60);

/** Cells that most records below the header have: some systems end each with a separator, and the header without one. */
function usualWidth(rows: SourceRow[], { headers, lastRow }: FoundHeader): number {
	const counts = new Map<number, number>();
	for (const { number, cells, problem } of rows) {
		const isRead = number > lastRow && !problem && cells.length >= headers.length;
		if (isRead) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
	}
	const [most] = [...counts].sort(([, one], [, other]) => other - one);
	return most?.[0] ?? headers.length;
}

/** The header, if it names anything we know, or was pointed out; asks for it, or refuses with the columns seen. */
export function requireHeader(
	found: FoundHeader | undefined,
	firstRows: SourceRow[],
	answersFor?: AnswersFor
): FoundHeader {
	// One name is enough where a person has said what the file is a list of.
	const least = found && answersFor?.(found.headers).kind !== undefined ? 1 : 2;
	if (!found || found.match.size < least) {
		const asked = answersFor && askedHeader(firstRows, answersFor);
		if (asked) return withColumnNames({ ...asked, usualWidth: usualWidth(firstRows, asked) });
		const widest = firstRows.reduce<string[]>((best, { cells }) => (cells.length > best.length ? cells : best), []);
		throw new RefusedExport('no_header_found', { headers: seen(found?.headers ?? widest) });
	}
	if (found.headers.length > limits.columns) throw new RefusedExport('too_large', { columns: found.headers.length });
	return withColumnNames({ ...found, usualWidth: usualWidth(firstRows, found) });
}
