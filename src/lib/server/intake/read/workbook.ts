import { readFileSync } from 'node:fs';
import { type CellValue, streamXlsxRows } from 'hucre/xlsx';
import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';
import { zipEntries, zipText } from './zip-directory.ts';
import type { SourceRow } from './records.ts';

export type Sheet = { name: string; isHidden: boolean };
export type Workbook = { bytes: Uint8Array; sheets: Sheet[] };

/** Whole numbers above this are rounded by spreadsheets, which keep 15 digits: an order number so long is lost. */
const lastExactNumber = 999_999_999_999_999;

const unescaped: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
export const unescapeXml = (text: string) =>
	text
		.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) => String.fromCodePoint(parseInt(code, hex ? 16 : 10)))
		.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => unescaped[name]!);

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
	const sheets = sheetsOf(zipText(path, entries, 'xl/workbook.xml') ?? '').slice(0, limits.workbook.sheets);
	return { bytes: readFileSync(path), sheets };
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

/** A sheet's rows in batches, blank rows between kept as rows, blank rows at the end left out. */
export async function* sheetRows(
	workbook: Workbook,
	sheet: string,
	dates: DateCells,
	maxRows?: number
): AsyncGenerator<SourceRow[]> {
	try {
		yield* batches(workbook, sheet, dates, maxRows);
	} catch (error) {
		if (error instanceof RefusedExport) throw error;
		const problem = error instanceof Error ? error.message : String(error);
		throw new RefusedExport('unreadable_workbook', { problem: problem.slice(0, 200) });
	}
}

async function* batches(
	{ bytes }: Workbook,
	sheet: string,
	dates: DateCells,
	maxRows?: number
): AsyncGenerator<SourceRow[]> {
	let batch: SourceRow[] = [];
	let blanks: SourceRow[] = [];
	for await (const { index, values } of streamXlsxRows(bytes, { sheet, maxRows })) {
		if (values.length > limits.columns * 4) throw new RefusedExport('too_large', { columns: values.length });
		const cells = values.map((value, place) => {
			if (value instanceof Date) (value.getTime() % 86_400_000 === 0 ? dates.atMidnight : dates.withClock).add(place);
			return cellText(value);
		});
		const row = { number: index + 1, cells };
		if (cells.every((cell) => cell === '')) {
			blanks.push(row);
			continue;
		}
		batch.push(...blanks, row);
		blanks = [];
		if (batch.length >= 1000) {
			yield batch;
			batch = [];
		}
	}
	if (batch.length > 0) yield batch;
}
