import { type FoundHeader, findHeader, tableToRead } from '../map/find-header.ts';
import type { AnswersFor } from '../map/signature.ts';
import { RefusedExport } from '../refused-export.ts';
import { fillDown, mergedCells } from './merged-cells.ts';
import { headRows, noDates, type OpenExport, requireHeader } from './opened.ts';
import type { SourceRow } from './records.ts';
import { type DateCells, openWorkbook, sheetRows, type Workbook } from './workbook.ts';
import type { ZipEntry } from './zip-directory.ts';

type OpenSheet = {
	sheet: string;
	head: SourceRow[];
	found: FoundHeader | undefined;
	dates: DateCells;
	rest: SheetRows;
};
type SheetRows = AsyncGenerator<SourceRow[]>;

async function peek(workbook: Workbook, sheet: string, maxRows?: number): Promise<OpenSheet | undefined> {
	const dates = noDates();
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

async function* rowsFrom({ head, rest }: OpenSheet, filled: (rows: SourceRow[]) => SourceRow[]): SheetRows {
	yield filled(head);
	for await (const batch of rest) yield filled(batch);
}

/** XLSX: the first visible sheet with a header of orders, else of another kind; hidden sheets are never read on our own account. */
export async function openXlsx(path: string, entries: ZipEntry[], answersFor: AnswersFor): Promise<OpenExport> {
	const workbook = openWorkbook(path);
	const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
	const peeked: OpenSheet[] = [];
	for (const { name } of visible) {
		const sheet = await peek(workbook, name, visible.length === 1 ? undefined : headRows);
		if (sheet) peeked.push(sheet);
	}
	if (peeked.length === 0) throw new RefusedExport('empty_file');
	const read = tableToRead(peeked, ({ found }) => found);
	const best = read.best!;
	const header = requireHeader(best.found, best.head, answersFor);
	const chosen = visible.length === 1 ? best : (await peek(workbook, best.sheet))!;
	const merged = await mergedCells(path, entries, chosen.sheet);
	return {
		format: { container: 'xlsx', encoding: '', separator: '', sheet: chosen.sheet },
		header,
		head: best.head,
		rows: () => rowsFrom(chosen, fillDown(merged, header.lastRow)),
		dates: chosen.dates,
		notes: [
			...(read.complete > 1 ? ['other_sheets_not_read'] : []),
			...(merged.some(({ first }) => first > header.lastRow) ? ['merged_cells_filled'] : [])
		]
	};
}
