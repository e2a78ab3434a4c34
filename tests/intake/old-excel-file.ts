/** Old Excel files (BIFF8 in an OLE container), written for the tests: our libraries only read them. */

type Cell = string | number | Date | null;
export type OldSheet = { name: string; rows: Cell[][]; state?: 'visible' | 'hidden' | 'veryHidden'; isChart?: boolean };

const sectorSize = 512;
const free = 0xffffffff;
const endOfChain = 0xfffffffe;
const fatMark = 0xfffffffd;

function record(id: number, ...parts: Buffer[]): Buffer {
	const body = Buffer.concat(parts);
	const head = Buffer.alloc(4);
	head.writeUInt16LE(id, 0);
	head.writeUInt16LE(body.length, 2);
	return Buffer.concat([head, body]);
}

const numbers = (...values: number[]) => {
	const bytes = Buffer.alloc(values.length * 2);
	values.forEach((value, place) => bytes.writeUInt16LE(value, place * 2));
	return bytes;
};
const double = (value: number) => {
	const bytes = Buffer.alloc(8);
	bytes.writeDoubleLE(value);
	return bytes;
};
const begin = (version: number, type: number) => record(0x0809, numbers(version, type, 0, 0), Buffer.alloc(8));
const end = record(0x000a);
const serial = (date: Date) => date.getTime() / 86_400_000 + 25_569;

/** Format 0 is plain, format 1 a date with its time. */
function cellRecord(row: number, column: number, cell: Exclude<Cell, null>): Buffer {
	if (typeof cell === 'string') {
		return record(0x0204, numbers(row, column, 0, cell.length), Buffer.from([1]), Buffer.from(cell, 'utf16le'));
	}
	const isDate = cell instanceof Date;
	return record(0x0203, numbers(row, column, isDate ? 1 : 0), double(isDate ? serial(cell) : cell));
}

function sheetStream({ rows, isChart }: OldSheet): Buffer {
	const cells = rows.flatMap((row, number) =>
		row.flatMap((cell, column) => (cell === null ? [] : [cellRecord(number, column, cell)]))
	);
	return Buffer.concat([begin(0x0600, isChart ? 0x0020 : 0x0010), ...cells, end]);
}

function workbookStream(sheets: OldSheet[], { version = 0x0600, isEncrypted = false }): Buffer {
	const formats = [0, 22].map((format) => record(0x00e0, numbers(0, format), Buffer.alloc(16)));
	const states = { visible: 0, hidden: 1, veryHidden: 2 };
	const globals = (starts: number[]) =>
		Buffer.concat([
			begin(version, 0x0005),
			...(isEncrypted ? [record(0x002f, numbers(1), Buffer.alloc(50))] : []),
			...formats,
			...sheets.map(({ name, state = 'visible', isChart }, place) => {
				const start = Buffer.alloc(4);
				start.writeUInt32LE(starts[place] ?? 0);
				const kind = Buffer.from([states[state], isChart ? 2 : 0, name.length, 1]);
				return record(0x0085, start, kind, Buffer.from(name, 'utf16le'));
			}),
			end
		]);
	const streams = sheets.map(sheetStream);
	let next = globals([]).length;
	const starts = streams.map((stream) => {
		const start = next;
		next += stream.length;
		return start;
	});
	return Buffer.concat([globals(starts), ...streams]);
}

/** An OLE container of one stream that is not small, padded to whole sectors. */
export function oleFile(name: string, content: Buffer): Buffer {
	const length = Math.max(4096, Math.ceil(content.length / sectorSize) * sectorSize);
	const sectors = length / sectorSize;
	const header = Buffer.alloc(sectorSize, 0xff);
	header.fill(0, 0, 76);
	header.write('d0cf11e0a1b11ae1', 0, 'hex');
	header.writeUInt16LE(0x3e, 24);
	header.writeUInt16LE(3, 26);
	header.writeUInt16LE(0xfffe, 28);
	header.writeUInt16LE(9, 30);
	header.writeUInt16LE(6, 32);
	header.writeUInt32LE(1, 44);
	header.writeUInt32LE(1, 48);
	header.writeUInt32LE(4096, 56);
	header.writeUInt32LE(endOfChain, 60);
	header.writeUInt32LE(endOfChain, 68);
	header.writeUInt32LE(0, 76);

	const fat = Buffer.alloc(sectorSize, 0xff);
	if (sectors + 2 > sectorSize / 4) throw new Error('too long for one table of sectors');
	fat.writeUInt32LE(fatMark, 0);
	fat.writeUInt32LE(endOfChain, 4);
	for (let place = 0; place < sectors; place++) {
		fat.writeUInt32LE(place === sectors - 1 ? endOfChain : place + 3, (place + 2) * 4);
	}

	const directory = Buffer.alloc(sectorSize);
	const entry = (place: number, label: string, type: number, child: number, start: number, size: number) => {
		const at = place * 128;
		directory.write(label, at, 'utf16le');
		directory.writeUInt16LE((label.length + 1) * 2, at + 64);
		directory[at + 66] = type;
		directory.writeUInt32LE(free, at + 68);
		directory.writeUInt32LE(free, at + 72);
		directory.writeUInt32LE(child, at + 76);
		directory.writeUInt32LE(start, at + 116);
		directory.writeUInt32LE(size, at + 120);
	};
	entry(0, 'Root Entry', 5, 1, endOfChain, 0);
	entry(1, name, 2, free, 2, length);
	return Buffer.concat([header, fat, directory, content, Buffer.alloc(length - content.length)]);
}

export const oldExcelFile = (sheets: OldSheet[], options: { version?: number; isEncrypted?: boolean } = {}): Buffer =>
	oleFile('Workbook', workbookStream(sheets, options));
