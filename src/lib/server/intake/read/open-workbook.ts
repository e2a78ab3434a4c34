import { type FoundHeader, findHeader, tableToRead } from '../map/find-header.ts';
import type { AnswersFor } from '../map/signature.ts';
import { RefusedExport } from '../refused-export.ts';
import { fillDown, mergedCells } from './merged-cells.ts';
import { noDates, type OpenExport, requireHeader } from './opened.ts';
import type { SourceRow } from './records.ts';
import { type DateCells, openWorkbook, releaseTexts, sheetRows, type Workbook } from './workbook.ts';
import type { ZipEntry } from './zip-directory.ts';

type OpenSheet = {
	sheet: string;
	head: SourceRow[];
	found: FoundHeader | undefined;
	dates: DateCells;
	rest: SheetRows;
};
type SheetRows = AsyncGenerator<SourceRow[]>;

async function peek(workbook: Workbook, sheet: string): Promise<OpenSheet | undefined> {
	const dates = noDates();
	const rest = sheetRows(workbook, sheet, dates);
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

async function* rowsFrom(
	workbook: Workbook,
	{ head, rest }: OpenSheet,
	filled: (rows: SourceRow[]) => SourceRow[]
): SheetRows {
	yield filled(head);
	for await (const batch of rest) yield filled(batch);
	await releaseTexts(workbook);
}

/** XLSX: the first visible sheet with a header of orders, else of another kind; hidden sheets are never read on our own account. */
export async function openXlsx(path: string, entries: ZipEntry[], answersFor: AnswersFor): Promise<OpenExport> {
	const workbook = openWorkbook(path);
	const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
	const peeked: OpenSheet[] = [];
	for (const { name } of visible) {
		const sheet = await peek(workbook, name);
		if (sheet) peeked.push(sheet);
	}
	if (peeked.length === 0) throw new RefusedExport('empty_file');
	const read = tableToRead(peeked, ({ found }) => found);
	const chosen = read.best!;
	for (const { rest } of peeked) if (rest !== chosen.rest) await rest.return(undefined);
	const header = requireHeader(chosen.found, chosen.head, answersFor);
	const merged = await mergedCells(path, entries, chosen.sheet);
	return {
		format: { container: 'xlsx', encoding: '', separator: '', sheet: chosen.sheet },
		header,
		head: chosen.head,
		rows: () => rowsFrom(workbook, chosen, fillDown(merged, header.lastRow)),
		dates: chosen.dates,
		notes: [
			...(read.complete > 1 ? ['other_sheets_not_read'] : []),
			...(merged.some(({ first }) => first > header.lastRow) ? ['merged_cells_filled'] : [])
		]
	};
}
