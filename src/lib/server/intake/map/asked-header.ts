import { noHeader } from '#lib/domain/answer-values.ts';
import { recognise } from '#lib/domain/kinds/kinds.ts';
import { shapeOfCell } from '#lib/domain/time-shapes.ts';
import { shownCell, shownName } from '../cells/shown-cells.ts';
import { OpenQuestion } from '../open-question.ts';
import type { SourceRow } from '../read/records.ts';
import type { FoundHeader } from './find-header.ts';
import { type AnswersFor, signatureOf } from './signature.ts';

const leastColumns = 3;
const offeredRows = 3;
const sampleCells = 6;

/** What of a moment a cell holds. */
function momentIn(cell: string): 'both' | 'day' | 'clock' | undefined {
	const reading = shapeOfCell(cell);
	if (!reading || reading.reading === 'serial') return undefined;
	return reading.reading === 'clock' ? 'clock' : reading.hasClock ? 'both' : 'day';
}

/** A day and its time of day, in one cell or in two: a row of data, not of names. */
function hasMoment(cells: string[]): boolean {
	const found = new Set(cells.map(momentIn));
	return found.has('both') || (found.has('day') && found.has('clock'));
}
const isFilled = (cell: string) => cell.trim() !== '';

/** The rows of the width that most have; a table of orders without names shows itself by a day and time: of days alone there are calendars too. */
function tableIn(rows: SourceRow[]): SourceRow[] {
	const widths = new Map<number, SourceRow[]>();
	for (const row of rows) widths.set(row.cells.length, [...(widths.get(row.cells.length) ?? []), row]);
	const table = [...widths.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
	const isTable = (table[0]?.cells.length ?? 0) >= leastColumns && table.some(({ cells }) => hasMoment(cells));
	return isTable ? table : [];
}

/** Names for columns without one: the place, and how numbers in it are written, so that other files do not look alike. */
const placeNames = (cells: string[]) =>
	cells.map((cell, place) => {
		const shape = cell.trim().replace(/\d/g, '0');
		return shape.includes('0') && shape.length <= 24 ? `#${place + 1} (${shape})` : `#${place + 1}`;
	});

/**
 * The header that people pointed out where no row has a name we know; undefined where the rows are no table that anybody
 * could point in. Throws OpenQuestion where nobody has said yet.
 */
export function askedHeader(rows: SourceRow[], answersFor: AnswersFor): FoundHeader | undefined {
	const table = tableIn(rows);
	if (table.length === 0) return undefined;
	const names = table.filter(({ cells }) => !hasMoment(cells) && cells.every(isFilled)).slice(0, offeredRows);
	const data = table.find(({ cells }) => hasMoment(cells))!;
	const unnamed = placeNames(data.cells);
	const guessed = names[0]?.cells.map((cell) => cell.trim()) ?? unnamed;
	const said = answersFor(guessed)['header-row'];
	if (said === noHeader) return { firstRow: 0, lastRow: 0, headers: unnamed, ...recognise(unnamed), isSaid: true };
	const row = names.find(({ number }) => String(number) === said);
	if (row) {
		const headers = row.cells.map((cell) => cell.trim());
		return { firstRow: row.number, lastRow: row.number, headers, ...recognise(headers), isSaid: true };
	}
	throw new OpenQuestion(
		{
			name: 'header-row',
			details: {},
			choices: [
				...names.map(({ number, cells }) => ({
					value: String(number),
					samples: cells.slice(0, sampleCells).map(shownName)
				})),
				{ value: noHeader, samples: data.cells.slice(0, sampleCells).map(shownCell) }
			]
		},
		signatureOf(guessed),
		rows
	);
}
