import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { RefusedExport } from '../refused-export.ts';

const headLength = 64 * 1024;

const signatures: [name: string, bytes: string][] = [
	['JPEG', 'ffd8ff'],
	['PNG', '89504e47'],
	['GIF', '47494638'],
	['BMP', '424d'],
	['PDF', '255044462d'],
	['GZIP', '1f8b'],
	['RAR', '526172211a'],
	['7Z', '377abcaf271c'],
	['Parquet', '50415231'],
	['TIFF', '49492a00'],
	['MP3', '494433']
];
const zipSignature = '504b0304';
const oleSignature = 'd0cf11e0a1b11ae1';

function headOf(path: string): Buffer {
	const file = openSync(path, 'r');
	try {
		const head = Buffer.alloc(headLength);
		return head.subarray(0, readSync(file, head, 0, headLength, 0));
	} finally {
		closeSync(file);
	}
}

export type ByteOrderMark = 'utf-8' | 'utf-16le' | 'utf-16be' | null;

export function byteOrderMark(head: Buffer): ByteOrderMark {
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
	if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
	if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
	return null;
}

/** Old Excel and password-protected workbooks share a container; only the latter holds this stream. */
function refuseOldContainer(path: string): never {
	const isProtected = readFileSync(path).includes(Buffer.from('EncryptedPackage', 'utf16le'));
	throw new RefusedExport(isProtected ? 'protected_workbook' : 'old_excel');
}

function refuseMarkup(head: string): void {
	const text = head.trimStart().toLowerCase();
	if (!text.startsWith('<')) {
		if (/^[[{]\s*["{]/.test(text)) throw new RefusedExport('not_a_table', { found: 'JSON' });
		return;
	}
	if (/<(html|table|!doctype html|head|body|meta|style|tr)\b/.test(text)) throw new RefusedExport('html_table');
	throw new RefusedExport('not_a_table', { found: 'XML' });
}

/** What the bytes are, never what the name says. Refuses what can be no table. */
export function sniff(path: string): { container: 'text' | 'zip'; mark: ByteOrderMark } {
	if (statSync(path).size === 0) throw new RefusedExport('empty_file');
	const head = headOf(path);
	const mark = byteOrderMark(head);
	const hex = head.subarray(0, 16).toString('hex');
	if (hex.startsWith(zipSignature)) return { container: 'zip', mark };
	if (hex.startsWith(oleSignature)) refuseOldContainer(path);
	const known = signatures.find(([, bytes]) => hex.startsWith(bytes));
	if (known && (known[0] !== 'BMP' || head.includes(0))) throw new RefusedExport('not_a_table', { found: known[0] });
	const isWide = mark === 'utf-16le' || mark === 'utf-16be';
	if (!isWide && head.includes(0)) throw new RefusedExport('not_a_table', { found: 'binary' });
	const text = new TextDecoder(isWide ? mark : 'utf-8').decode(head);
	if (text.trim() === '') throw new RefusedExport('empty_file');
	refuseMarkup(text);
	return { container: 'text', mark };
}
