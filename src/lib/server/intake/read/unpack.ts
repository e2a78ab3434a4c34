import { createReadStream, createWriteStream, statfsSync, statSync, writeFileSync } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import { limits } from '../limits.ts';
import { memberFile, type Unpacked } from '../members.ts';
import { RefusedExport } from '../refused-export.ts';
import { gzipName } from './gzip-name.ts';
import { sniff } from './sniff.ts';
import { contentStart, type ZipEntry, zipEntries } from './zip-directory.ts';
import { zipKind } from './zip-kind.ts';

const damaged = (problem: string) => new RefusedExport('unreadable_archive', { problem: problem.slice(0, 200) });

function freeSpace(folder: string): number {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
}

function refuseTooLarge(bytes: number, free: number): void {
	if (bytes > limits.workbook.inflated) throw new RefusedExport('too_large', { bytes });
	const needed = bytes * limits.freeSpace;
	if (needed > free) throw new RefusedExport('too_large', { bytes: needed, free });
}

/** Passes bytes on and adds them up; `check` throws where they have come to too many. */
function counter(check: (bytes: number) => void) {
	const sum = { bytes: 0, crc: 0 };
	const stream = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			sum.bytes += chunk.length;
			sum.crc = crc32(chunk, sum.crc);
			try {
				check(sum.bytes);
				done(null, chunk);
			} catch (error) {
				done(error as Error);
			}
		}
	});
	return { sum, stream };
}

/** A fault of the packed bytes is the archive's; a full disk is not. */
function faultOf(error: unknown): unknown {
	const { code = '', message } = error as NodeJS.ErrnoException;
	return !(error instanceof RefusedExport) && code.startsWith('Z_') ? damaged(message) : error;
}

/** Names that would lead out of a folder if anybody used them as paths. */
const isUnsafe = (name: string) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name);

/** Files that systems add by themselves: resource forks, folder views, thumbnails. */
const isAddedBySystem = (name: string) =>
	name.split(/[\\/]/).some((part) => part === '__MACOSX' || part.startsWith('.')) ||
	/(^|[\\/])(thumbs\.db|desktop\.ini)$/i.test(name);

function chosenEntries(entries: ZipEntry[]): { chosen: ZipEntry[]; notes: string[] } {
	const unsafe = entries.find(({ name, isLink }) => isLink || isUnsafe(name));
	if (unsafe) throw new RefusedExport('unsafe_archive', { name: unsafe.name.slice(0, 100) });
	const files = entries.filter(({ name }) => !/[\\/]$/.test(name));
	const chosen = files.filter(({ name }) => !isAddedBySystem(name));
	if (chosen.length === 0) throw new RefusedExport('empty_archive');
	const encrypted = chosen.find(({ isEncrypted }) => isEncrypted);
	if (encrypted) throw new RefusedExport('protected_archive', { name: encrypted.name.slice(0, 100) });
	const other = chosen.find(({ method }) => method !== 0 && method !== 8);
	if (other) throw damaged(`method ${other.method}: ${other.name}`);
	return { chosen, notes: files.length > chosen.length ? ['archive_parts_left_out'] : [] };
}

/** Writes one member, no more of it than its directory says it is; that it may be so much has been checked. */
async function unpackEntry(path: string, entry: ZipEntry, target: string): Promise<void> {
	const { name, packed, inflated, method, crc } = entry;
	if (packed === 0) {
		writeFileSync(target, '', { flag: 'wx', mode: 0o600 });
		return;
	}
	const start = contentStart(path, entry);
	const source = createReadStream(path, { start, end: start + packed - 1 });
	const { sum, stream } = counter((bytes) => {
		if (bytes > inflated) throw damaged(`size: ${name}`);
	});
	const written = createWriteStream(target, { flags: 'wx', mode: 0o600 });
	try {
		if (method === 8) await pipeline(source, createInflateRaw(), stream, written);
		else await pipeline(source, stream, written);
	} catch (error) {
		throw faultOf(error);
	}
	if (sum.bytes !== inflated || sum.crc !== crc) throw damaged(`checksum: ${name}`);
}

async function unpackZip(path: string, folder: string, entries: ZipEntry[]): Promise<Unpacked> {
	const { chosen, notes } = chosenEntries(entries);
	refuseTooLarge(
		chosen.reduce((sum, { inflated }) => sum + inflated, 0),
		freeSpace(folder)
	);
	for (const [index, entry] of chosen.entries()) await unpackEntry(path, entry, memberFile(folder, index));
	return { outcome: 'unpacked', names: chosen.map(({ name }) => name), notes };
}

async function unpackGzip(path: string, folder: string): Promise<Unpacked> {
	const packed = statSync(path).size;
	const free = freeSpace(folder);
	const { ratio, ratioAppliesFrom } = limits.workbook;
	const { stream } = counter((bytes) => {
		if (bytes > ratioAppliesFrom && bytes > packed * ratio) throw new RefusedExport('too_large', { bytes });
		refuseTooLarge(bytes, free);
	});
	const written = createWriteStream(memberFile(folder, 0), { flags: 'wx', mode: 0o600 });
	try {
		await pipeline(createReadStream(path), createGunzip(), stream, written);
	} catch (error) {
		throw faultOf(error);
	}
	return { outcome: 'unpacked', names: [gzipName(path)], notes: [] };
}

/** Unpacks an archive into the job's folder, one level deep; undefined where the file is none. Runs in the child process only. */
export async function unpack(path: string, folder: string): Promise<Unpacked | undefined> {
	const { container } = sniff(path);
	if (container === 'gzip') return unpackGzip(path, folder);
	if (container !== 'zip') return undefined;
	const entries = zipEntries(path);
	return zipKind(path, entries) === 'archive' ? unpackZip(path, folder, entries) : undefined;
}
