import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { RefusedExport } from '../refused-export.ts';

const headLength = 64 * 1024;

/** Bytes that can be no table. */
const noTables: [name: string, bytes: string][] = [
	['JPEG', 'ffd8ff'],
	['PNG', '89504e47'],
	['GIF', '47494638'],
	['BMP', '424d'],
	['PDF', '255044462d'],
	['TIFF', '49492a00'],
	['MP3', '494433']
];
/** Archives that are not unpacked here. */
const otherArchives: [name: string, bytes: string][] = [
	['RAR', '526172211a'],
	['7Z', '377abcaf271c'],
	['XZ', 'fd377a585a00'],
	['ZSTD', '28b52ffd'],
	['BZIP2', '425a68']
];
const containers: [container: 'zip' | 'gzip' | 'ole' | 'parquet', bytes: string][] = [
	['zip', '504b0304'],
	['zip', '504b0506'],
	['gzip', '1f8b'],
	['ole', 'd0cf11e0a1b11ae1'],
	['parquet', '50415231']
];

function headOf(path: string): Buffer {
	const file = openSync(path, 'r');
	try {
		const head = Buffer.alloc(headLength);
		return head.subarray(0, readSync(file, head, 0, headLength, 0));
	} finally {
		closeSync(file);
	}
}

/** A stray NUL is a broken character; data that is no text is full of them. */
const isMostlyBinary = (head: Buffer) => head.filter((byte) => byte === 0).length > head.length / 50;

export type ByteOrderMark = 'utf-8' | 'utf-16le' | 'utf-16be' | null;

export function byteOrderMark(head: Buffer): ByteOrderMark {
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
	if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
	if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
	return null;
}

function textContainer(head: string): 'text' | 'html' | 'json' {
	const text = head.trimStart().toLowerCase();
	if (/^(\[\s*["{[\]]|\{\s*["}])/.test(text)) return 'json';
	if (!text.startsWith('<')) return 'text';
	if (/<(html|table|!doctype html|head|body|meta|style|tr)\b/.test(text)) return 'html';
	throw new RefusedExport('not_a_table', { found: 'XML' });
}

export type Sniffed = {
	container: 'text' | 'html' | 'json' | 'zip' | 'gzip' | 'ole' | 'parquet';
	mark: ByteOrderMark;
	/** The first text as UTF-8 would have it, for what a page says of itself; blank for what is no text. */
	head: string;
};

/** What the bytes are, never what the name says. Refuses what can be no table. */
export function sniff(path: string): Sniffed {
	if (statSync(path).size === 0) throw new RefusedExport('empty_file');
	const head = headOf(path);
	const mark = byteOrderMark(head);
	const hex = head.subarray(0, 16).toString('hex');
	const known = containers.find(([, bytes]) => hex.startsWith(bytes));
	if (known) return { container: known[0], mark: null, head: '' };
	if (hex.startsWith('50415245')) throw new RefusedExport('protected_parquet');
	const isBinary = head.includes(0);
	const archive = otherArchives.find(([, bytes]) => hex.startsWith(bytes));
	if (archive && isBinary) throw new RefusedExport('other_archive', { found: archive[0] });
	if (head.toString('latin1', 257, 262) === 'ustar') throw new RefusedExport('other_archive', { found: 'TAR' });
	const noTable = noTables.find(([, bytes]) => hex.startsWith(bytes));
	if (noTable && (noTable[0] !== 'BMP' || isBinary)) throw new RefusedExport('not_a_table', { found: noTable[0] });
	const isWide = mark === 'utf-16le' || mark === 'utf-16be';
	if (!isWide && isMostlyBinary(head)) throw new RefusedExport('not_a_table', { found: 'binary' });
	const text = new TextDecoder(isWide ? mark : 'utf-8').decode(head);
	if (text.trim() === '') throw new RefusedExport('empty_file');
	return { container: textContainer(text), mark, head: text };
}
