import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';
import { attributeOf } from './xml-scanner.ts';
import { contentStart, type ZipEntry, zipText } from './zip-directory.ts';

/** The parts of a workbook that its cells are read from; undefined where it has none. */
export type SheetParts = { sheet?: ZipEntry; sharedTexts?: ZipEntry; styles?: ZipEntry };

const tagsOf = (xml: string | undefined, name: string) =>
	xml?.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];

/** The parts that the workbook's relations name for a sheet. */
export function sheetParts(path: string, entries: ZipEntry[], sheet: string): SheetParts {
	const relations = tagsOf(zipText(path, entries, 'xl/_rels/workbook.xml.rels'), 'Relationship');
	const partOf = (relation: string | undefined) => {
		const target = relation && attributeOf(relation, 'Target');
		const name = target?.startsWith('/') ? target.slice(1) : `xl/${target}`;
		return target ? entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase()) : undefined;
	};
	const ofType = (type: string) =>
		partOf(relations.find((relation) => attributeOf(relation, 'Type')?.endsWith(`/${type}`)));
	const tags = tagsOf(zipText(path, entries, 'xl/workbook.xml'), 'sheet');
	const tag = tags.find((each) => attributeOf(each, 'name') === sheet);
	const id = tag && attributeOf(tag, 'id');
	return {
		sheet: id === undefined ? undefined : partOf(relations.find((relation) => attributeOf(relation, 'Id') === id)),
		sharedTexts: ofType('sharedStrings'),
		styles: ofType('styles')
	};
}

const pieceBytes = 256 * 1024;

/** The bytes of a part, in pieces. Throws where they are not those that were packed, or more than may be unpacked. */
export async function* unpackedPart(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
	const { name, packed, method } = entry;
	if (packed === 0) return;
	if (method !== 0 && method !== 8) throw new RefusedExport('unreadable_workbook', { problem: name });
	const start = contentStart(path, entry);
	const source = createReadStream(path, { start, end: start + packed - 1 });
	// What goes wrong in either is told by the reading of the last.
	const unpacked = method === 0 ? source : pipeline(source, createInflateRaw({ chunkSize: pieceBytes }), () => {});
	let [bytes, sum] = [0, 0];
	for await (const piece of unpacked) {
		const chunk = piece as Buffer;
		bytes += chunk.length;
		sum = crc32(chunk, sum);
		if (bytes > limits.workbook.inflated) throw new RefusedExport('too_large', { bytes });
		yield chunk;
	}
	if (entry.crc !== 0 && sum !== entry.crc) throw new Error(`checksum: ${name}`);
}
