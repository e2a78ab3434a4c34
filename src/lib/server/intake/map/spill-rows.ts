import { closeSync, openSync, writeFileSync } from 'node:fs';
import { callerKeys, withoutPhones } from './caller-key.ts';
import type { OpenExport } from '../read/open-export.ts';
import type { SourceRow } from '../read/records.ts';
import { type RowShape, rowShaper } from './row-shape.ts';
import type { SourceColumn } from './source-columns.ts';

export type Spilled = {
	/** Every record but the header in use. */
	read: number;
	data: number;
	setAside: number;
	nonData: number;
	/** A cell holds a quote or line break: the database must then not read the file in parallel pieces. */
	hasQuotes: boolean;
	/** The export calls itself made up in a row above the header or a remark below the table. */
	saysMadeUp: boolean;
	/** Some character was lost before the file was written: U+FFFD, or what becomes of it in GBK. */
	hasBroken: boolean;
	/** The beginning of what stands above the header. */
	title: string;
};

const shownLength = 200;
const titleLength = 2000;
const madeUp = /虚构数据|made-up data/i;

/** Control characters but tab and line breaks. NUL would end a cell in the database, the rest show as nothing: each becomes its picture, which the cleaning takes out and counts. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g; // eslint-disable-line no-control-regex

const needsQuotes = /[",\r\n]/;
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const picture = (char: string) => String.fromCharCode(char === '\u007f' ? 0x2421 : 0x2400 + char.charCodeAt(0));
const withoutControl = (text: string) => text.replace(control, picture);

/** Text gathered and written a piece at a time. */
function fileWriter(path: string) {
	const file = openSync(path, 'wx', 0o600);
	let pending: string[] = [];
	let length = 0;
	const flush = () => {
		// Writes all or throws: a disk that fills up takes the part it has room for without a word.
		writeFileSync(file, pending.join(''));
		pending = [];
		length = 0;
	};
	return {
		write(line: string) {
			pending.push(line);
			length += line.length;
			if (length > 1024 * 1024) flush();
		},
		close() {
			flush();
			closeSync(file);
		}
	};
}

/**
 * Writes the rows of an export as two plain files the database can read: `data` with the row number and the
 * mapped columns, `other` with what became of the rows that are no data or cannot be read. A caller's number is in
 * neither: it becomes a key, and is blotted out of rows whose columns cannot be told.
 */
export async function spillRows(
	{ header, rows, format }: OpenExport,
	columns: SourceColumn[],
	paths: { data: string; other: string },
	callerSecret: string,
	onRows: (rows: number) => void
): Promise<Spilled> {
	const shapeOf = rowShaper(header, { isSheet: format.container !== 'csv' });
	const places = columns.map(({ place }) => place);
	const phoneColumn = columns.findIndex(({ kind }) => kind === 'phone');
	const numberPlace = columns.find(({ field }) => field === 'order_number')?.place;
	const callerKey = callerKeys(callerSecret);
	const data = fileWriter(paths.data);
	const other = fileWriter(paths.other);
	const spilled: Spilled = {
		read: 0,
		data: 0,
		setAside: 0,
		nonData: 0,
		hasQuotes: false,
		saysMadeUp: false,
		hasBroken: false,
		title: ''
	};

	function writeData({ number, cells }: SourceRow) {
		let line = String(number);
		for (const [column, place] of places.entries()) {
			const cell = column === phoneColumn ? callerKey(cells[place] ?? '') : (cells[place] ?? '');
			if (!needsQuotes.test(cell)) {
				line += ',' + cell;
				continue;
			}
			line += ',' + quoted(cell);
			spilled.hasQuotes ||= /["\r\n]/.test(cell);
		}
		spilled.hasBroken ||= line.includes('\ufffd') || line.includes('锟斤拷');
		data.write(withoutControl(line) + '\n');
	}

	function writeOther({ number, cells, problem }: SourceRow, shape: Extract<RowShape, { reason: string }>) {
		// Where the cells could not be told apart, what stands in the order number's place is no order number.
		const told = cells.map((cell, place) => (place === numberPlace && !problem ? cell : withoutPhones(cell)));
		const text = told.filter((cell) => cell.trim() !== '').join(' | ');
		if (shape.outcome === 'nonData' && madeUp.test(text)) spilled.saysMadeUp = true;
		if (shape.reason === 'title' && spilled.title.length < titleLength) spilled.title += `${text} `;
		const shown = withoutControl(text).replace(/\s+/g, ' ').slice(0, shownLength).toWellFormed();
		other.write(`${number},${shape.outcome},${shape.reason},${quoted(shown)}\n`);
	}

	try {
		for await (const batch of rows()) {
			for (const row of batch) {
				const shape = shapeOf(row);
				if (shape.outcome === 'header') continue;
				spilled.read++;
				if (shape.outcome === 'data') {
					spilled.data++;
					writeData(row);
				} else {
					spilled[shape.outcome]++;
					writeOther(row, shape as Extract<RowShape, { reason: string }>);
				}
			}
			onRows(spilled.read);
		}
	} finally {
		data.close();
		other.close();
	}
	return spilled;
}
