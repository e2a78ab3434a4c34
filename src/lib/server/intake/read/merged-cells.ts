import { RefusedExport } from '../refused-export.ts';
import type { SourceRow } from './records.ts';
import { sheetParts, unpackedPart } from './workbook-parts.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A cell of a sheet over several rows: its column from 0, its first and last row from 1. */
export type MergedCell = { place: number; first: number; last: number };

const mostMerged = 200_000;
const opening = Buffer.from('<mergeCell');
const reference = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** Longer than any such tag, so that one is found that two pieces share. */
const longestTag = 200;

const columnPlace = (letters: string) =>
	[...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Cells of a sheet that reach over several rows. They stand behind its rows, so its part is gone through once before. */
export async function mergedCells(path: string, entries: ZipEntry[], sheet: string): Promise<MergedCell[]> {
	const part = sheetParts(path, entries, sheet).sheet;
	if (!part || part.packed === 0) return [];
	const merged: MergedCell[] = [];
	let kept: Buffer = Buffer.alloc(0);
	try {
		for await (const chunk of unpackedPart(path, part)) {
			const bytes = kept.length > 0 ? Buffer.concat([kept, chunk]) : chunk;
			let read = 0;
			if (bytes.indexOf(opening) >= 0 || bytes.indexOf(':mergeCell') >= 0) {
				for (const found of bytes.toString('latin1').matchAll(reference)) {
					read = found.index + found[0].length;
					const [first, last] = [Number(found[2]), Number(found[4])];
					if (last > first) merged.push({ place: columnPlace(found[1]!), first, last });
					if (merged.length > mostMerged) throw new RefusedExport('too_large', { cells: merged.length });
				}
			}
			kept = bytes.subarray(Math.max(read, bytes.length - longestTag));
		}
	} catch (error) {
		if (error instanceof RefusedExport) throw error;
		throw new RefusedExport('unreadable_workbook', { problem: part.name });
	}
	return merged;
}

/**
 * Says in each row what a cell that begins below the header and reaches over it says, and notes the place. Nothing is
 * filled beyond what the sheet declares, in a cell that says something itself, or in a blank row.
 */
export function fillDown(merged: MergedCell[], headerRow: number): (rows: SourceRow[]) => SourceRow[] {
	const starting = Map.groupBy(
		merged.filter(({ first }) => first > headerRow),
		({ first }) => first
	);
	const reaching = new Map<number, { text: string; last: number }>();
	return (rows) =>
		rows.map((row) => {
			for (const { place, last } of starting.get(row.number) ?? [])
				reaching.set(place, { text: row.cells[place] ?? '', last });
			if (reaching.size === 0 || row.cells.every((cell) => cell.trim() === '')) return row;
			const cells = [...row.cells];
			const filled: number[] = [];
			for (const [place, { text, last }] of reaching) {
				if (row.number > last) reaching.delete(place);
				else if (text !== '' && (cells[place] ?? '') === '') {
					while (cells.length < place) cells.push('');
					cells[place] = text;
					filled.push(place);
				}
			}
			return filled.length > 0 ? { ...row, cells, filled } : row;
		});
}
