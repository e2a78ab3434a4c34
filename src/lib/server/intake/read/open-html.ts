import type { AnswersFor } from '../map/signature.ts';
import { RefusedExport } from '../refused-export.ts';
import { decodedText, detectEncoding } from './encoding.ts';
import { openHeld } from './held-tables.ts';
import { htmlTables } from './html-tables.ts';
import type { OpenExport } from './opened.ts';
import type { ByteOrderMark } from './sniff.ts';
import { refuseLargerThanHeld } from './whole-file.ts';

/** The encoding a page says it is in; undefined where it says none. */
export const declaredCharset = (head: string) =>
	/<meta[^>]*charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1]?.toLowerCase() ??
	/^<\?xml[^>]*encoding\s*=\s*["']([\w-]{2,20})/i.exec(head.trimStart())?.[1]?.toLowerCase();

/** A web page named like a table: the first of its tables with a header of orders. A page without one is refused. */
export function openHtml(path: string, mark: ByteOrderMark, head: string, answersFor: AnswersFor): OpenExport {
	refuseLargerThanHeld(path);
	const encoding = detectEncoding(path, mark, declaredCharset(head));
	let page = '';
	for (const text of decodedText(path, encoding)) page += text;
	const { title, tables } = htmlTables(page);
	const opened = openHeld(
		tables,
		{ container: 'html', encoding, separator: '' },
		{ otherTables: 'other_tables_not_read', ifNone: () => new RefusedExport('html_table', { title }), answersFor }
	);
	const { lastFilled } = tables.find(({ name }) => name === opened.format.sheet)!;
	return lastFilled > opened.header.lastRow ? { ...opened, notes: [...opened.notes, 'merged_cells_filled'] } : opened;
}
