import { streamOdsRows } from 'hucre/ods';
import { limits } from '../limits.ts';
import type { AnswersFor } from '../map/signature.ts';
import { RefusedExport } from '../refused-export.ts';
import { openHeld, tableHolder } from './held-tables.ts';
import type { OpenExport } from './opened.ts';
import { wholeFile } from './whole-file.ts';
import type { Sheet } from './workbook.ts';
import { unescapeXml } from './xml-scanner.ts';
import { type ZipEntry, zipText } from './zip-directory.ts';

const attribute = (tag: string, name: string) => {
	const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
	return found === undefined ? undefined : unescapeXml(found);
};

/** The sheets of a spreadsheet's content, in order; a sheet is hidden by its style, which stands further up. */
export function odsSheets(content: string): Sheet[] {
	const hidden = new Set<string>();
	for (const [style] of content.matchAll(/<style:style\s[^>]*style:family="table"[^>]*>\s*(?:<[^>]*>)?/g)) {
		if (/\stable:display="false"/.test(style)) hidden.add(attribute(style, 'style:name') ?? '');
	}
	return [...content.matchAll(/<table:table\s[^>]*>/g)].map(([tag]) => ({
		name: attribute(tag, 'table:name') ?? '',
		isHidden: hidden.has(attribute(tag, 'table:style-name') ?? '')
	}));
}

/** OpenDocument: the first visible sheet with a header of orders. */
export async function openOds(path: string, entries: ZipEntry[], answersFor: AnswersFor): Promise<OpenExport> {
	const claimed = entries.find(({ name }) => name === 'content.xml')?.inflated ?? 0;
	if (claimed > limits.wholeFile) throw new RefusedExport('too_large', { bytes: claimed });
	if (/<manifest:encryption-data\b/.test(zipText(path, entries, 'META-INF/manifest.xml') ?? '')) {
		throw new RefusedExport('protected_workbook');
	}
	const content = zipText(path, entries, 'content.xml', limits.wholeFile) ?? '';
	if (/<!(DOCTYPE|ENTITY)/i.test(content)) throw new RefusedExport('unreadable_workbook', { problem: 'DOCTYPE' });
	const sheets = odsSheets(content).slice(0, limits.workbook.sheets);
	const holders = sheets.map(({ name }) => tableHolder(name));
	const reached = sheets.map(() => 0);
	try {
		for await (const { index, sheetIndex = 0, values } of streamOdsRows(wholeFile(path))) {
			const holder = holders[sheetIndex];
			if (!holder) continue;
			// Blank rows are not told of, only that the next one stands further down: those that end a table are none.
			const gap = index - reached[sheetIndex]!;
			if (gap > limits.cellsHeld) throw new RefusedExport('too_large', { cells: gap });
			for (let blank = 0; blank < gap; blank++) holder.add(reached[sheetIndex]! + blank + 1, []);
			reached[sheetIndex] = index + 1;
			holder.add(index + 1, values);
		}
	} catch (error) {
		if (error instanceof RefusedExport) throw error;
		const problem = error instanceof Error ? error.message : String(error);
		throw new RefusedExport('unreadable_workbook', { problem: problem.slice(0, 200) });
	}
	const visible = holders.filter((_, place) => !sheets[place]!.isHidden).map(({ table }) => table);
	return openHeld(
		visible,
		{ container: 'ods', encoding: '', separator: '' },
		{ otherTables: 'other_sheets_not_read', answersFor }
	);
}
