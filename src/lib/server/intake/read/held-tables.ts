import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { CellValue } from 'hucre/xlsx';
import { limits } from '../limits.ts';
import { askedHeader } from '../map/asked-header.ts';
import { type FoundHeader, findHeader, tableToRead } from '../map/find-header.ts';
import type { AnswersFor } from '../map/signature.ts';
import { RefusedExport } from '../refused-export.ts';
import { headRows, noDates, type OpenExport, requireHeader } from './opened.ts';
import type { SourceRow } from './records.ts';
import { cellText, type DateCells } from './workbook.ts';

/** A table of a file that is held in memory whole. */
export type HeldTable = { name: string; rows: SourceRow[]; dates: DateCells };

/** Adds rows to a held table, blank ones at the end left out. `number` is the row's own, counted from 1. */
export function tableHolder(name: string) {
	const table: HeldTable = { name, rows: [], dates: noDates() };
	let blanks: SourceRow[] = [];
	let held = 0;
	return {
		table,
		add(
			number: number,
			values: readonly (CellValue | undefined)[],
			{ problem, filled }: Pick<SourceRow, 'problem' | 'filled'> = {}
		) {
			if (values.length > limits.columns * 4) throw new RefusedExport('too_large', { columns: values.length });
			held += values.length + 1;
			if (held > limits.cellsHeld) throw new RefusedExport('too_large', { cells: held });
			const cells = Array.from(values, (value, place) => {
				if (value instanceof Date) {
					(value.getTime() % 86_400_000 === 0 ? table.dates.atMidnight : table.dates.withClock).add(place);
				}
				return cellText(value);
			});
			if (cells.every((cell) => cell.trim() === '')) {
				blanks.push({ number, cells: [] });
				return;
			}
			table.rows.push(...blanks, { number, cells, ...(problem && { problem }), ...(filled?.length && { filled }) });
			blanks = [];
		}
	};
}

type Peeked = HeldTable & { head: SourceRow[]; found: FoundHeader | undefined };

function* inBatches(rows: SourceRow[]): Generator<SourceRow[]> {
	for (let start = 0; start < rows.length; start += 1000) yield rows.slice(start, start + 1000);
}

/**
 * The first table with a header of orders, else of another kind. `ifNone` says what the file is refused as where no table has a header at
 * all; a header that lacks columns is named.
 */
export function openHeld(
	tables: HeldTable[],
	format: Omit<TakenIn['format'], 'sheet'>,
	{ otherTables, ifNone, answersFor }: { otherTables: string; ifNone?: () => RefusedExport; answersFor: AnswersFor }
): OpenExport {
	const peeked = tables
		.filter(({ rows }) => rows.length > 0)
		.map((table): Peeked => {
			const head = table.rows.slice(0, headRows);
			return { ...table, head, found: findHeader(head) };
		});
	if (peeked.length === 0) throw ifNone?.() ?? new RefusedExport('empty_file');
	const read = tableToRead(peeked, ({ found }) => found);
	const best = read.best!;
	const isNamed = (best.found?.match.size ?? 0) >= 2;
	const asked = isNamed ? undefined : askedHeader(best.head, answersFor);
	if (ifNone && !isNamed && !asked) throw ifNone();
	return {
		format: { ...format, sheet: best.name },
		header: requireHeader(best.found, best.head, answersFor),
		head: best.head,
		rows: () => inBatches(best.rows),
		dates: best.dates,
		notes: read.complete > 1 ? [otherTables] : []
	};
}
