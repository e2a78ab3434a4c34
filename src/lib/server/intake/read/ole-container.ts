import { RefusedExport } from '../refused-export.ts';

/** Sector numbers from here up are marks: free, end of chain, part of the table itself. */
const firstMark = 0xfffffffa;
const headerSectors = 109;
const entryLength = 128;
const mostEntries = 1024;

type Entry = { name: string; type: number; start: number; size: number };

const broken = () => new RefusedExport('unreadable_workbook', { problem: 'broken OLE container' });

/**
 * The streams of an OLE container (MS-CFB), by name: what old Excel files and protected workbooks are kept in. A chain
 * that runs in a circle or leaves the file refuses the file.
 */
export function oleStreams(bytes: Buffer): { names: string[]; stream: (name: string) => Buffer | undefined } {
	if (bytes.length < 512) throw broken();
	const sectorSize = 1 << bytes.readUInt16LE(30);
	const miniSize = 1 << bytes.readUInt16LE(32);
	if ((sectorSize !== 512 && sectorSize !== 4096) || miniSize !== 64) throw broken();
	const miniCutoff = bytes.readUInt32LE(56);

	const sector = (number: number): Buffer => {
		const start = (number + 1) * sectorSize;
		if (start >= bytes.length) throw broken();
		return bytes.subarray(start, start + sectorSize);
	};
	const numbersIn = (part: Buffer): number[] =>
		Array.from({ length: Math.floor(part.length / 4) }, (_, place) => part.readUInt32LE(place * 4));

	function chain(start: number, table: number[]): number[] {
		const sectors: number[] = [];
		for (let next = start; next < firstMark; next = table[next] ?? firstMark) {
			if (sectors.push(next) > table.length) throw broken();
		}
		return sectors;
	}

	function fatSectors(): number[] {
		const sectors = numbersIn(bytes.subarray(76, 76 + headerSectors * 4));
		const mostTables = Math.ceil(bytes.length / sectorSize);
		let next = bytes.readUInt32LE(68);
		for (let read = 0; next < firstMark; read++) {
			if (read > mostTables) throw broken();
			const part = numbersIn(sector(next));
			next = part.pop() ?? firstMark;
			sectors.push(...part);
		}
		return sectors.filter((number) => number < firstMark);
	}

	const fat = fatSectors().flatMap((number) => numbersIn(sector(number)));
	const bytesOf = (start: number) => Buffer.concat(chain(start, fat).map(sector));

	const directory = bytesOf(bytes.readUInt32LE(48));
	const entries: Entry[] = [];
	for (let at = 0; at + entryLength <= directory.length && entries.length < mostEntries; at += entryLength) {
		const type = directory[at + 66]!;
		if (type === 0) continue;
		const nameLength = Math.max(0, Math.min(64, directory.readUInt16LE(at + 64)) - 2);
		entries.push({
			name: directory.toString('utf16le', at, at + nameLength),
			type,
			start: directory.readUInt32LE(at + 116),
			size: directory.readUInt32LE(at + 120)
		});
	}

	function small(start: number): Buffer {
		const root = entries.find(({ type }) => type === 5);
		if (!root) throw broken();
		const holder = bytesOf(root.start);
		const table = numbersIn(bytesOf(bytes.readUInt32LE(60)));
		return Buffer.concat(chain(start, table).map((place) => holder.subarray(place * miniSize, (place + 1) * miniSize)));
	}

	return {
		names: entries.map(({ name }) => name),
		stream(name) {
			const entry = entries.find((candidate) => candidate.type === 2 && candidate.name === name);
			if (!entry) return undefined;
			return (entry.size < miniCutoff ? small(entry.start) : bytesOf(entry.start)).subarray(0, entry.size);
		}
	};
}
