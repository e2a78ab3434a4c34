import type { CellValue } from 'hucre/xlsx';
import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';
import { dateStyles } from './date-styles.ts';
import type { SourceRow } from './records.ts';
import { type SharedTexts, sharedTexts } from './shared-texts.ts';
import { sheetCells } from './sheet-cells.ts';
import { type SheetParts, sheetParts } from './workbook-parts.ts';
import { unescapeXml } from './xml-scanner.ts';
import { type ZipEntry, zipEntries, zipText } from './zip-directory.ts';

export type Sheet = { name: string; isHidden: boolean };
export type Workbook = {
	path: string;
	entries: ZipEntry[];
	sheets: Sheet[];
	isFrom1904: boolean;
	/** What the cells of every sheet are read by: read when the first of them is, and once. */
	shared?: Promise<[SharedTexts, Set<number>]>;
};

/** Whole numbers above this are rounded by spreadsheets, which keep 15 digits: an order number so long is lost. */
const lastExactNumber = 999_999_999_999_999;

function sheetsOf(workbookXml: string): Sheet[] {
	if (/<!(DOCTYPE|ENTITY)/i.test(workbookXml)) throw new RefusedExport('unreadable_workbook', { problem: 'DOCTYPE' });
	const tags = workbookXml.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
	return tags.map((tag) => ({
		name: unescapeXml(/\sname="([^"]*)"/.exec(tag)?.[1] ?? ''),
		isHidden: /\sstate="(hidden|veryHidden)"/i.test(tag)
	}));
}

export function openWorkbook(path: string): Workbook {
	const entries = zipEntries(path);
	const xml = zipText(path, entries, 'xl/workbook.xml') ?? '';
	const isFrom1904 = /<(?:\w+:)?workbookPr\s[^>]*date1904="(1|true)"/.test(xml);
	return { path, entries, sheets: sheetsOf(xml).slice(0, limits.workbook.sheets), isFrom1904 };
}

const sharedOf = (workbook: Workbook, { sharedTexts: texts, styles }: SheetParts) =>
	(workbook.shared ??= Promise.all([sharedTexts(workbook.path, texts), dateStyles(workbook.path, styles)]));

/** Lets go of what the cells of a workbook were read by, once no more are read. */
export async function releaseTexts(workbook: Workbook): Promise<void> {
	const [texts] = (await workbook.shared) ?? [];
	texts?.release();
	workbook.shared = undefined;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/**
 * A date cell as wall-clock text. Its serial is rounded to whole seconds, since spreadsheets keep days as
 * fractions. A serial below one day is a time of day alone.
 */
export function dateText(date: Date): string {
	const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
	const clock = [rounded.getUTCHours(), rounded.getUTCMinutes(), rounded.getUTCSeconds()].map(twoDigits).join(':');
	if (rounded.getUTCFullYear() < 1900) return clock;
	const day = [rounded.getUTCFullYear(), twoDigits(rounded.getUTCMonth() + 1), twoDigits(rounded.getUTCDate())];
	return `${day.join('-')} ${clock}`;
}

export function cellText(value: CellValue | undefined): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value);
	if (typeof value === 'number' && Math.abs(value) > lastExactNumber) return value.toExponential();
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	return String(value);
}

/** What the cells of a column were, told by the reader because their text no longer shows it. */
export type DateCells = { withClock: Set<number>; atMidnight: Set<number> };

const batchRows = 1000;

/** A sheet's rows in batches, blank rows between kept as rows, blank rows at the end left out; of a sheet of charts none. */
export async function* sheetRows(workbook: Workbook, sheet: string, dates: DateCells): AsyncGenerator<SourceRow[]> {
	try {
		yield* batches(workbook, sheet, dates);
	} catch (error) {
		if (error instanceof RefusedExport) throw error;
		const problem = error instanceof Error ? error.message : String(error);
		throw new RefusedExport('unreadable_workbook', { problem: problem.slice(0, 200) });
	}
}

async function* batches(workbook: Workbook, sheet: string, dates: DateCells): AsyncGenerator<SourceRow[]> {
	const parts = sheetParts(workbook.path, workbook.entries, sheet);
	if (!parts.sheet) throw new Error(`no part: ${sheet}`);
	const [texts, styles] = await sharedOf(workbook, parts);
	const by = { texts, dates: styles, isFrom1904: workbook.isFrom1904 };
	let batch: SourceRow[] = [];
	let blanks: SourceRow[] = [];
	for await (const rows of sheetCells(workbook.path, parts.sheet, by)) {
		for (const { number, values } of rows) {
			if (values.length > limits.columns * 4) throw new RefusedExport('too_large', { columns: values.length });
			const cells = values.map((value, place) => {
				if (value instanceof Date) (value.getTime() % 86_400_000 === 0 ? dates.atMidnight : dates.withClock).add(place);
				return cellText(value);
			});
			if (cells.every((cell) => cell === '')) blanks.push({ number, cells });
			else {
				batch.push(...blanks, { number, cells });
				blanks = [];
			}
		}
		if (batch.length < batchRows) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}
