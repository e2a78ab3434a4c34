import { type ExportField, exportFields } from './export-fields.ts';
import { fieldWords, flagWordsOf } from './field-words.ts';
import { shapeOfCell } from './time-shapes.ts';
import { notVisitedWords, nullWords, type Vocabulary, wordKey } from './vocabularies.ts';

/** What the first cells of a column look like, held against what a field needs. Only a look: the intake reads every cell. */

const nothing = new Set(nullWords);
const says = (cell: string) => cell.trim() !== '' && !nothing.has(wordKey(cell));

const isIn = (words: Vocabulary, cell: string) =>
	[...Object.values(words).flat(), ...notVisitedWords].some((word) => wordKey(word) === wordKey(cell));

const isMoment = (cell: string) => shapeOfCell(cell) !== undefined;

/** Whether a cell can be read as a field; null where any text would do. */
function canBe(field: ExportField, cell: string): boolean | null {
	switch (exportFields[field]) {
		case 'time':
			return isMoment(cell);
		case 'month':
			return /^\s*\d{4}\D?\d{1,2}/.test(cell);
		case 'count':
		case 'amount':
		case 'seconds':
			return /\d/.test(cell);
		case 'phone':
			return /\d{3}/.test(cell);
		case 'flag':
			return isIn(flagWordsOf(field), cell) || (field === 'visit_attempted' && /^\s*\d+\s*$/.test(cell));
		case 'word':
			return isIn(fieldWords[field] ?? {}, cell) || /^\s*[1-5]\s*$/.test(cell);
		default:
			return null;
	}
}

/** Of so many cells that say something, how many can be read as the field; `fitting` null where any text would do. */
export function contentFor(field: ExportField, cells: readonly string[]): { filled: number; fitting: number | null } {
	const filled = cells.filter(says);
	const read = filled.map((cell) => canBe(field, cell));
	return { filled: filled.length, fitting: read.includes(null) ? null : read.filter(Boolean).length };
}

/** Whether all cells that say something are days, with a time of day or without. */
export function looksLikeTimes(cells: readonly string[]): boolean {
	const filled = cells.filter(says);
	const isDay = (cell: string) => {
		const reading = shapeOfCell(cell)?.reading;
		return reading !== undefined && reading !== 'clock' && reading !== 'serial';
	};
	return filled.length > 0 && filled.every(isDay);
}
