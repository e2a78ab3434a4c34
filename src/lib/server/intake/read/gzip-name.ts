import { closeSync, openSync, readSync } from 'node:fs';

/** Flags of a gzip file's head (RFC 1952): fields that stand before the name, and the name. */
const extraFlag = 4;
const nameFlag = 8;

/** What the packed file was called, as its packer wrote it; blank where it did not. The last part only: the rest is
 * where the packer had it. */
export function gzipName(path: string): string {
	const head = Buffer.alloc(1024);
	const file = openSync(path, 'r');
	try {
		readSync(file, head, 0, head.length, 0);
	} finally {
		closeSync(file);
	}
	const flags = head[3]!;
	if ((flags & nameFlag) === 0) return '';
	const start = 10 + ((flags & extraFlag) === 0 ? 0 : 2 + head.readUInt16LE(10));
	const end = head.indexOf(0, start);
	return end < 0 ? '' : head.toString('utf8', start, end).split(/[\\/]/).at(-1)!;
}
