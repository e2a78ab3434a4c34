import { type FoundHeader, findHeader, missingFields } from '../map/find-header.ts';
import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';
import { detectDialect } from './dialect.ts';
import { decodedText, detectEncoding } from './encoding.ts';
import { RecordSplitter, type SourceRow } from './records.ts';
import { sniff } from './sniff.ts';
import { type DateCells, openWorkbook, sheetRows, type Workbook } from './workbook.ts';

/** An export whose header is known: one stream of rows of text, whatever file it came from. */
export type OpenExport = {
	format: { container: 'csv' | 'xlsx'; encoding: string; separator: string; sheet: string };
	header: FoundHeader;
	/** In batches, in the order of the file, header included. */
	rows: () => AsyncIterable<SourceRow[]> | Iterable<SourceRow[]>;
	/** Columns whose cells are spreadsheet dates; complete once the rows have been read. */
	dates: DateCells;
	notes: string[];
};

const sampleLength = 256 * 1024;
const headRows = 25;

const recognisedFields = (rows: SourceRow[]) => {
	const found = findHeader(rows);
	return found ? found.match.size : 0;
};

/** Headers as seen, for the clerk to compare; a few dozen are enough. */
const seen = (headers: string[]) => headers.filter((header) => header !== '').slice(0, 60);

function requireHeader(found: FoundHeader | undefined, firstRows: SourceRow[]): FoundHeader {
	if (!found || found.match.size < 2) {
		const widest = firstRows.reduce<string[]>((best, { cells }) => (cells.length > best.length ? cells : best), []);
		throw new RefusedExport('no_header_found', { headers: seen(found?.headers ?? widest) });
	}
	if (found.headers.length > limits.columns) throw new RefusedExport('too_large', { columns: found.headers.length });
	return found;
}

function openText(path: string, mark: ReturnType<typeof sniff>['mark']): OpenExport {
	const encoding = detectEncoding(path, mark);
	let sample = '';
	for (const text of decodedText(path, encoding)) {
		sample += text;
		if (sample.length >= sampleLength) break;
	}
	const dialect = detectDialect(sample, recognisedFields);
	const splitter = new RecordSplitter(dialect);
	const firstRows = [...splitter.push(sample), ...(sample.length < sampleLength ? splitter.end() : [])].slice(
		0,
		headRows
	);
	const header = requireHeader(findHeader(firstRows), firstRows);

	function* rows() {
		const records = new RecordSplitter({ ...dialect, width: header.headers.length });
		for (const text of decodedText(path, encoding)) yield records.push(text);
		yield records.end();
	}
	return {
		format: { container: 'csv', encoding, separator: dialect.separator, sheet: '' },
		header,
		rows,
		dates: { withClock: new Set(), atMidnight: new Set() },
		notes: []
	};
}

type OpenSheet = {
	sheet: string;
	head: SourceRow[];
	found: FoundHeader | undefined;
	dates: DateCells;
	rest: SheetRows;
};
type SheetRows = AsyncGenerator<SourceRow[]>;

async function peek(workbook: Workbook, sheet: string, maxRows?: number): Promise<OpenSheet | undefined> {
	const dates: DateCells = { withClock: new Set(), atMidnight: new Set() };
	const rest = sheetRows(workbook, sheet, dates, maxRows);
	try {
		const first = await rest.next();
		const head: SourceRow[] = first.done ? [] : first.value;
		return head.length > 0 ? { sheet, head, found: findHeader(head), dates, rest } : undefined;
	} catch (error) {
		// A sheet of charts cannot be read as rows: beside other sheets it is passed over like a blank one.
		const isOddSheet = error instanceof RefusedExport && error.refusal.reason === 'unreadable_workbook';
		if (isOddSheet && workbook.sheets.length > 1) return undefined;
		throw error;
	}
}

async function* rowsFrom({ head, rest }: OpenSheet): SheetRows {
	yield head;
	yield* rest;
}

/** The first visible sheet with a header of orders; hidden sheets are never read on our own account. */
async function openSheet(path: string): Promise<OpenExport> {
	const workbook = openWorkbook(path);
	const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
	const peeked: OpenSheet[] = [];
	for (const { name } of visible) {
		const sheet = await peek(workbook, name, visible.length === 1 ? undefined : headRows);
		if (sheet) peeked.push(sheet);
	}
	if (peeked.length === 0) throw new RefusedExport('empty_file');
	const complete = peeked.filter(({ found }) => found && missingFields(found.match).length === 0);
	const best = complete[0] ?? peeked.toSorted((a, b) => (b.found?.match.size ?? 0) - (a.found?.match.size ?? 0))[0]!;
	const header = requireHeader(best.found, best.head);
	const chosen = visible.length === 1 ? best : (await peek(workbook, best.sheet))!;
	return {
		format: { container: 'xlsx', encoding: '', separator: '', sheet: chosen.sheet },
		header,
		rows: () => rowsFrom(chosen),
		dates: chosen.dates,
		notes: complete.length > 1 ? ['other_sheets_not_read'] : []
	};
}

export async function openExport(path: string): Promise<OpenExport> {
	const { container, mark } = sniff(path);
	return container === 'zip' ? openSheet(path) : openText(path, mark);
}
