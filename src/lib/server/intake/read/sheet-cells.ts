import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';
import { type SharedTexts, unescapeCell } from './shared-texts.ts';
import { unpackedPart } from './workbook-parts.ts';
import { attributeOf, XmlScanner } from './xml-scanner.ts';
import type { ZipEntry } from './zip-directory.ts';

/** What a cell holds; null where it is blank. */
export type SheetValue = string | number | boolean | Date | null;
/** A row that the sheet writes, its number from 1; cells it leaves out are null. */
export type SheetRow = { number: number; values: SheetValue[] };
/** What the cells of a sheet are read by. */
export type CellsBy = { texts: SharedTexts; dates: ReadonlySet<number>; isFrom1904: boolean };

/** A sheet has no more columns. */
const mostColumns = 16_384;
const dayMs = 86_400_000;
const from1900 = Date.UTC(1899, 11, 31);
const from1904 = Date.UTC(1904, 0, 1);
/** The first spreadsheet took 1900 for a leap year, and all count its 29 February as a day. */
const dayThatNeverWas = 60;

/** The moment of a serial number, as wall-clock time. */
export function momentOf(serial: number, isFrom1904: boolean): Date {
	if (isFrom1904) return new Date(from1904 + Math.round(serial * dayMs));
	if (serial === dayThatNeverWas) return new Date(Date.UTC(1900, 1, 28));
	return new Date(from1900 + Math.round((serial > dayThatNeverWas ? serial - 1 : serial) * dayMs));
}

/** The place, from 0, of the column that a cell's reference begins with; -1 where it begins with none. */
function placeOf(reference: string): number {
	let place = 0;
	for (let at = 0; at < reference.length; at++) {
		const code = reference.charCodeAt(at) & ~0x20;
		if (code < 0x41 || code > 0x5a) break;
		place = place * 26 + code - 0x40;
	}
	return place - 1;
}

type Cell = { place: number; type: string; style: number; value: string; inline: string };

function valueOf({ type, style, value, inline }: Cell, { texts, dates, isFrom1904 }: CellsBy): SheetValue {
	if (type === 's') return texts.at(Number(value)) ?? null;
	if (type === 'inlineStr') return unescapeCell(inline);
	if (type === 'str') return unescapeCell(value);
	if (type === 'b') return value === '1' || value.toLowerCase() === 'true';
	if (type === 'e') return value;
	if (value === '') return null;
	const number = Number(value);
	if (Number.isNaN(number)) return value;
	return dates.has(style) ? momentOf(number, isFrom1904) : number;
}

/** Tells the rows of a sheet's XML as they end. */
class SheetListener {
	rows: SheetRow[] = [];
	readonly #by: CellsBy;
	isInData = false;
	#isInCell = false;
	/** Which text of a cell is being told. */
	#telling: 'value' | 'inline' | null = null;
	#phonetic = 0;
	#number = 0;
	#values: SheetValue[] = [];
	#next = 0;
	#cell: Cell = { place: 0, type: '', style: -1, value: '', inline: '' };

	constructor(by: CellsBy) {
		this.#by = by;
	}

	open(name: string, attributes: string): void {
		if (name === 'c' && this.isInData) this.#openCell(attributes);
		else if (name === 'v') this.#telling = this.#isInCell ? 'value' : null;
		else if (name === 't') this.#telling = this.#isInCell && this.#phonetic === 0 ? 'inline' : null;
		else if (name === 'rPh') this.#phonetic++;
		else if (name === 'row' && this.isInData) {
			const number = Number(attributeOf(attributes, 'r'));
			this.#number = Number.isInteger(number) && number > 0 ? number : this.#number + 1;
			[this.#values, this.#next] = [[], 0];
		} else if (name === 'sheetData') this.isInData = true;
	}

	text(text: string): void {
		if (this.#telling === null) return;
		this.#cell[this.#telling] += text;
		const { length } = this.#cell[this.#telling];
		if (length > limits.recordLength) throw new RefusedExport('too_large', { bytes: length });
	}

	close(name: string): void {
		if (name === 'v' || name === 't') this.#telling = null;
		else if (name === 'rPh') this.#phonetic--;
		else if (name === 'c' && this.#isInCell) {
			this.#isInCell = false;
			const { place } = this.#cell;
			while (this.#values.length < place) this.#values.push(null);
			this.#values[place] = valueOf(this.#cell, this.#by);
		} else if (name === 'row' && this.isInData) this.rows.push({ number: this.#number, values: this.#values });
		else if (name === 'sheetData') this.isInData = false;
	}

	#openCell(attributes: string): void {
		const place = placeOf(attributeOf(attributes, 'r') ?? '');
		this.#cell.place = place < 0 ? this.#next : place;
		if (this.#cell.place >= mostColumns) throw new RefusedExport('too_large', { columns: this.#cell.place + 1 });
		this.#next = this.#cell.place + 1;
		this.#cell.type = attributeOf(attributes, 't') ?? '';
		this.#cell.style = Number(attributeOf(attributes, 's') ?? -1);
		[this.#cell.value, this.#cell.inline] = ['', ''];
		this.#isInCell = true;
	}
}

/** The rows of a sheet's part in its order, in batches as they are unpacked: no more of the sheet is held than one. */
export async function* sheetCells(path: string, part: ZipEntry, by: CellsBy): AsyncGenerator<SheetRow[]> {
	const listener = new SheetListener(by);
	const scanner = new XmlScanner(listener);
	const decoder = new TextDecoder();
	for await (const bytes of unpackedPart(path, part)) {
		scanner.push(decoder.decode(bytes, { stream: true }));
		if (listener.rows.length === 0) continue;
		yield listener.rows;
		listener.rows = [];
	}
	scanner.end();
	if (listener.isInData) throw new Error('the sheet ends within its rows');
}
