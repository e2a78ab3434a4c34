import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';

export type ZipEntry = {
	name: string;
	packed: number;
	inflated: number;
	method: number;
	offset: number;
	crc: number;
	isEncrypted: boolean;
	/** A link to another place, which no export is. */
	isLink: boolean;
};

/** Marks of an entry: its bytes are encrypted; its name is UTF-8. */
const encryptedFlag = 0x0001;
const utf8Flag = 0x0800;
const unixLink = 0o120000;

/** A name as its packer wrote it: UTF-8 where it says so or where it can be, else GB18030, as Chinese systems pack. */
function nameText(bytes: Buffer, flags: number): string {
	if (flags & utf8Flag || isUtf8(bytes)) return bytes.toString('utf8');
	return new TextDecoder('gb18030').decode(bytes);
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The end record's own length and the longest comment that may follow it. */
const endLength = 22;
const longestComment = 0xffff;
/** A size that stands for "see the ZIP64 field", and that field's id. */
const zip64Marker = 0xffffffff;
const zip64Field = 0x0001;

function bytesAt(file: number, offset: number, length: number): Buffer {
	const bytes = Buffer.alloc(length);
	return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
}

/** Refuses what its own directory says is a bomb; the sizes are claims, so the reader is capped as well. */
function refuseBombs(entries: ZipEntry[]): void {
	const { workbook } = limits;
	if (entries.length > workbook.entries) throw new RefusedExport('too_large', { entries: entries.length });
	const inflated = entries.reduce((sum, entry) => sum + entry.inflated, 0);
	if (inflated > workbook.inflated) throw new RefusedExport('too_large', { bytes: inflated });
	for (const entry of entries) {
		// What claims to be nothing and is not has no cap when it is inflated.
		if (entry.inflated === 0 && entry.packed > 16)
			throw new RefusedExport('unreadable_workbook', { problem: entry.name });
		const ratio = entry.inflated / Math.max(1, entry.packed);
		if (entry.inflated > workbook.ratioAppliesFrom && ratio > workbook.ratio) {
			throw new RefusedExport('too_large', { bytes: entry.inflated });
		}
	}
}

/** The entries a ZIP archive lists, checked against the limits. */
export function zipEntries(path: string): ZipEntry[] {
	const size = statSync(path).size;
	const file = openSync(path, 'r');
	try {
		const tailStart = Math.max(0, size - endLength - longestComment);
		const tail = bytesAt(file, tailStart, size - tailStart);
		const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
		if (end < 0 || tail.readUInt32LE(end) !== endSignature || tail.length < end + endLength) {
			throw new RefusedExport('unreadable_workbook', { problem: 'no directory' });
		}
		const count = tail.readUInt16LE(end + 10);
		if (count > limits.workbook.entries) throw new RefusedExport('too_large', { entries: count });
		const directory = bytesAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
		const entries = readEntries(directory, count);
		refuseBombs(entries);
		return entries;
	} finally {
		closeSync(file);
	}
}

function readEntries(directory: Buffer, count: number): ZipEntry[] {
	const entries: ZipEntry[] = [];
	let position = 0;
	for (let index = 0; index < count; index++) {
		if (position + 46 > directory.length || directory.readUInt32LE(position) !== entrySignature) {
			throw new RefusedExport('unreadable_workbook', { problem: 'broken directory' });
		}
		const nameEnd = position + 46 + directory.readUInt16LE(position + 28);
		const extraEnd = nameEnd + directory.readUInt16LE(position + 30);
		const large = largeNumbers(directory.subarray(nameEnd, extraEnd));
		const size = (place: number) => {
			const short = directory.readUInt32LE(position + place);
			return short === zip64Marker ? (large.shift() ?? Infinity) : short;
		};
		const method = directory.readUInt16LE(position + 10);
		// The ZIP64 field holds those that are marked, in this order.
		const [inflated, packed, offset] = [size(24), size(20), size(42)];
		const flags = directory.readUInt16LE(position + 8);
		entries.push({
			name: nameText(directory.subarray(position + 46, nameEnd), flags),
			...{ method, inflated, packed, offset },
			crc: directory.readUInt32LE(position + 16),
			isEncrypted: (flags & encryptedFlag) !== 0,
			isLink: ((directory.readUInt32LE(position + 38) >>> 16) & 0o170000) === unixLink
		});
		position = extraEnd + directory.readUInt16LE(position + 32);
	}
	return entries;
}

/** The numbers of an entry's ZIP64 field; empty where it has none. */
function largeNumbers(extra: Buffer): number[] {
	for (let position = 0; position + 4 <= extra.length;) {
		const end = Math.min(extra.length, position + 4 + extra.readUInt16LE(position + 2));
		if (extra.readUInt16LE(position) === zip64Field) {
			const numbers: number[] = [];
			for (let at = position + 4; at + 8 <= end; at += 8) numbers.push(Number(extra.readBigUInt64LE(at)));
			return numbers;
		}
		position = end;
	}
	return [];
}

/** Where the packed bytes of an entry begin in the file. */
export function contentStart(path: string, { offset }: ZipEntry): number {
	const file = openSync(path, 'r');
	try {
		const header = bytesAt(file, offset, 30);
		return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
	} catch {
		throw new RefusedExport('unreadable_workbook', { problem: 'broken directory' });
	} finally {
		closeSync(file);
	}
}

/** The text of one small part, at most `cap` bytes of it inflated; undefined where the archive has no such part. */
export function zipText(path: string, entries: ZipEntry[], name: string, cap = 4 * 1024 * 1024): string | undefined {
	const entry = entries.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
	if (!entry) return undefined;
	const start = contentStart(path, entry);
	const file = openSync(path, 'r');
	try {
		const packed = bytesAt(file, start, entry.packed);
		const bytes = entry.method === 0 ? packed.subarray(0, cap) : inflateRawSync(packed, { maxOutputLength: cap });
		return bytes.toString('utf8');
	} catch {
		throw new RefusedExport('unreadable_workbook', { problem: name });
	} finally {
		closeSync(file);
	}
}
