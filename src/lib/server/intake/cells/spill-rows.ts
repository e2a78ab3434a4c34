import { piecesBehind } from '../read/encoding.ts';
import type { OpenExport } from '../read/opened.ts';
import { hasUtf8Run } from '../read/utf8-lines.ts';
import { RecordSplitter, type SourceRow } from '../read/records.ts';
import { limits } from '../limits.ts';
import { isBroken, isBrokenUtf8 } from './broken-text.ts';
import { csvCell, type FileWriter, fileWriter, withoutControl } from './cell-files.ts';
import { type Ahead, type LinesAhead, readAhead } from './plain-ahead.ts';
import { longestLine, type PlainLayout, PlainLines, type PlainText } from './plain-lines.ts';
import { type RowShape, rowShaper } from './row-shape.ts';
import { beyondSeparator, filledMark } from '#lib/domain/kept-cells.ts';

/** Files that hold the cells of an export between reading it and loading it, each with the row numbers of the export. */
export type SpillPaths = {
	/** Lines of the export as they stand, parted as it parts them. */
	plain: string;
	/** The same of lines read before their turn, numbered from 1. */
	ahead: string;
	/** Rows whose cells were told apart here. */
	parted: string;
	/** What became of the rows that are no data or cannot be read. */
	other: string;
};

export type Spilled = {
	/** Every record but the header in use. */
	read: number;
	data: number;
	setAside: number;
	nonData: number;
	/** Cells a row has besides those below a header, at most. */
	beyond: number;
	/** The rows read ahead, and the number of the row before them. */
	ahead: { rows: number; behind: number };
	/** How the plain lines are parted. */
	separator: string;
	/** A cell holds a quote or line break: the database must then not read the parted rows in parallel pieces. */
	hasQuotes: boolean;
	/** The export calls itself made up in a row above the header or a remark below the table. */
	saysMadeUp: boolean;
	/** Some character was lost before the file was written: U+FFFD, or what becomes of it in GBK. */
	hasBroken: boolean;
	/** Something in text of GB18030 is UTF-8; undefined where no bytes were looked at. */
	hasUtf8Runs?: boolean;
	/** The beginning of what stands above the header. */
	title: string;
};

const titleLength = 2000;
const madeUp = /虚构数据|made-up data/i;

/**
 * Writes every row of an export as plain files the database can read: all cells of all rows but the header, with the
 * row's number and what the row is by its shape. Lines of texts of `leastAhead` bytes and more are read ahead.
 */
export async function spillRows(
	opened: OpenExport,
	paths: SpillPaths,
	onRows: (rows: number) => void,
	leastAhead?: number
): Promise<Spilled> {
	const { header, format } = opened;
	const width = header.headers.length;
	const shapeOf = rowShaper(header, { isSheet: format.container !== 'csv' });
	const files = [paths.plain, paths.parted, paths.other].map(fileWriter);
	const [plain, parted, other] = files as [FileWriter, FileWriter, FileWriter];
	const spilled: Spilled = {
		...{ read: 0, data: 0, setAside: 0, nonData: 0, beyond: 0, separator: opened.plain?.dialect.separator ?? ',' },
		...{ ahead: { rows: 0, behind: 0 }, hasQuotes: false, saysMadeUp: false, hasBroken: false, title: '' }
	};

	function writeCells({ number, cells: said, filled }: SourceRow, isData: boolean) {
		const cells = filled ? said.map((cell, place) => (filled.includes(place) ? cell + filledMark : cell)) : said;
		const more = cells.slice(width);
		spilled.beyond = Math.max(spilled.beyond, more.length);
		const written = [...cells.slice(0, width), ...Array<string>(Math.max(0, width - cells.length)).fill('')];
		const line = `${number},${isData},${written.map(csvCell).join(',')},${csvCell(more.join(beyondSeparator))}`;
		spilled.hasQuotes ||= line.includes('"');
		spilled.hasBroken ||= isData && isBroken(line);
		parted.write(`${withoutControl(line)}\n`);
	}

	function note({ cells }: SourceRow, shape: Extract<RowShape, { reason: string }>) {
		if (shape.outcome !== 'nonData' || (shape.reason === 'title' && spilled.title.length > titleLength)) return;
		const text = cells.filter((cell) => cell.trim() !== '').join(' | ');
		if (madeUp.test(text)) spilled.saysMadeUp = true;
		if (shape.reason === 'title') spilled.title += `${text} `;
	}

	function take(row: SourceRow) {
		const shape = shapeOf(row);
		if (shape.outcome === 'header') return;
		spilled.read++;
		if (shape.outcome === 'data') spilled.data++;
		else {
			const said = shape as Extract<RowShape, { reason: string }>;
			spilled[said.outcome]++;
			other.write(`${row.number},${said.outcome},${said.reason}\n`);
			note(row, said);
		}
		writeCells(row, shape.outcome === 'data');
	}

	function takePlain(bytes: Uint8Array, rows: number) {
		if (rows === 0) return;
		spilled.read += rows;
		spilled.data += rows;
		spilled.hasBroken ||= isBrokenUtf8(bytes);
		plain.writeBytes(bytes);
	}

	function takeAhead({ rows, hasBroken, hasUtf8Runs }: LinesAhead, behind: number) {
		spilled.read += rows;
		spilled.data += rows;
		spilled.ahead = { rows, behind };
		spilled.hasBroken ||= hasBroken;
		spilled.hasUtf8Runs ||= hasUtf8Runs;
	}

	function lookAt(bytes: Uint8Array) {
		spilled.hasUtf8Runs ||= opened.plain?.encoding === 'gb18030' && hasUtf8Run(bytes);
	}

	try {
		if (opened.plain)
			spillText(opened, opened.plain, {
				take,
				takePlain,
				takeAhead,
				lookAt,
				isElsewhere: shapeOf.isElsewhere,
				onRows: () => onRows(spilled.read),
				readAhead: (layout) => readAhead(opened.plain!.path, layout, paths.ahead, leastAhead)
			});
		else {
			for await (const batch of opened.rows()) {
				for (const row of batch) take(row);
				onRows(spilled.read);
			}
		}
	} finally {
		for (const file of files) file.close();
	}
	return spilled;
}

type Takers = {
	take: (row: SourceRow) => void;
	takePlain: (bytes: Uint8Array, rows: number) => void;
	/** The row before those that were written ahead has the number `behind`. */
	takeAhead: (ahead: LinesAhead, behind: number) => void;
	/** Sees all bytes that are not read ahead, what is held of a line with the rest of it. */
	lookAt: (bytes: Uint8Array) => void;
	/** Whether the lines now are another table's, so that none is taken as it stands. */
	isElsewhere: () => boolean;
	onRows: () => void;
	readAhead: (layout: PlainLayout) => Ahead | undefined;
};

/** Reads text line by line: plain lines by their bytes, others record by record. */
function spillText(opened: OpenExport, text: PlainText, takers: Takers): void {
	const { take, takePlain, takeAhead, lookAt, isElsewhere, onRows, readAhead } = takers;
	const { header } = opened;
	const width = header.headers.length;
	const layout: PlainLayout = {
		separator: text.dialect.separator.charCodeAt(0),
		width,
		numberPlace: header.match.get('order_number') ?? 0,
		encoding: text.encoding
	};
	const lines = new PlainLines(layout);
	const decoder = new TextDecoder(text.encoding, { fatal: true, ignoreBOM: true });
	const splitter = new RecordSplitter({ ...text.dialect, width: header.usualWidth ?? width, namedWidth: width });
	let number = 0;
	const push = (rows: SourceRow[]) => {
		for (const row of rows) take({ ...row, number: ++number });
	};
	/** A line that is not plain, or one of a record that is not complete yet. */
	const part = (bytes: Uint8Array) => {
		const line = decoder.decode(bytes);
		push(splitter.push(number === 0 && splitter.heldLength === 0 ? line.replace(/^\ufeff/, '') : line));
	};
	const readLines = (bytes: Uint8Array, end: number) => {
		let at = 0;
		while (at < end) {
			if (number < header.lastRow || splitter.heldLength > 0 || isElsewhere()) {
				// As much again as is held: a record parsed anew for every line of it would take the square of its length.
				const lineEnd = bytes.indexOf(0x0a, Math.min(at + splitter.heldLength, end - 1)) + 1;
				part(bytes.subarray(at, lineEnd));
				at = lineEnd;
				continue;
			}
			const { plain, plainRows, other } = lines.read(bytes, at, end, number + 1);
			takePlain(plain, plainRows);
			number += plainRows;
			if (!other) return;
			part(bytes.subarray(other.start, other.end));
			at = other.end;
		}
	};

	/** The beginning of a line whose end has not come yet. */
	let held: Uint8Array = new Uint8Array(0);
	/** The rest of a line whose beginning was too long is passed over. */
	let isPassing = false;
	const read = (from: number, to?: number) => {
		for (const piece of piecesBehind(text.path, () => held, { from, to })) {
			lookAt(piece);
			let bytes: Uint8Array = piece;
			if (isPassing) {
				const lineEnd = bytes.indexOf(0x0a);
				if (lineEnd < 0) continue;
				bytes = bytes.subarray(lineEnd + 1);
				isPassing = false;
			}
			const end = bytes.lastIndexOf(0x0a) + 1;
			readLines(bytes, end);
			held = bytes.subarray(end);
			if (held.length > longestLine && splitter.heldLength === 0) {
				const shown = new TextDecoder(text.encoding).decode(held.subarray(0, limits.shownOfRecord));
				push([{ number: 0, cells: [shown], problem: 'row_too_long' }]);
				[held, isPassing] = [new Uint8Array(0), true];
			}
			onRows();
		}
	};
	const ahead = readAhead(layout);
	read(0, ahead?.start);
	if (ahead) {
		const isBetweenRows = held.length === 0 && splitter.heldLength === 0 && number >= header.lastRow && !isElsewhere();
		const told = isBetweenRows ? ahead.lines() : null;
		if (told) {
			takeAhead(told, number);
			number += told.rows;
		}
		read(told?.end ?? ahead.start);
	}
	if (held.length > 0) part(held);
	push(splitter.end());
	onRows();
}
