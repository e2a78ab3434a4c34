import { unpackedPart } from './workbook-parts.ts';
import { attributeOf, XmlScanner } from './xml-scanner.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Formats that every spreadsheet knows by number and that show a date or a time, those of East Asian editions among them. */
const isKnownDate = (id: number) =>
	(id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a number format shows a date or a time. What stands in quotes, behind a backslash or in brackets is no part of it, but for hours, minutes and seconds that go on counting: [h]. */
export function isDateFormat(format: string): boolean {
	if (/\[(h+|m+|s+)\]/i.test(format)) return true;
	const bare = format
		.replace(/\[[^\]]*\]/g, '')
		.replace(/\\./g, '')
		.replace(/"[^"]*"/g, '')
		.replace(/[*_]./g, '');
	return !/^\s*(general|@)\s*$/i.test(bare) && /[ydhs]|am\/pm|a\/p|mmm/i.test(bare);
}

/** The numbers of a workbook's cell styles that show dates. */
export async function dateStyles(path: string, entry: ZipEntry | undefined): Promise<Set<number>> {
	const [formats, found] = [new Map<number, string>(), new Set<number>()];
	if (!entry) return found;
	let [isInCells, style] = [false, 0];
	const scanner = new XmlScanner({
		open(name, attributes) {
			if (name === 'numFmt')
				formats.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
			else if (name === 'cellXfs') isInCells = true;
			else if (name === 'xf' && isInCells) {
				const id = Number(attributeOf(attributes, 'numFmtId'));
				const own = formats.get(id);
				if (own === undefined ? isKnownDate(id) : isDateFormat(own)) found.add(style);
				style++;
			}
		},
		text() {},
		close(name) {
			if (name === 'cellXfs') isInCells = false;
		}
	});
	const decoder = new TextDecoder();
	for await (const bytes of unpackedPart(path, entry)) scanner.push(decoder.decode(bytes, { stream: true }));
	return found;
}
