import { RefusedExport } from '../refused-export.ts';
import { type ZipEntry, zipText } from './zip-directory.ts';

/**
 * What a ZIP file is by the parts it lists: a workbook, or an archive of files. Refuses documents that are neither, such
 * as a text or a presentation.
 */
export function zipKind(path: string, entries: ZipEntry[]): 'xlsx' | 'ods' | 'archive' {
	const names = new Set(entries.map(({ name }) => name.toLowerCase()));
	if (names.has('xl/workbook.xml')) return 'xlsx';
	if (names.has('xl/workbook.bin')) throw new RefusedExport('old_excel', { format: 'xlsb' });
	if (names.has('content.xml') && names.has('mimetype')) {
		const type = zipText(path, entries, 'mimetype', 200) ?? '';
		if (/^application\/vnd\.oasis\.opendocument\.spreadsheet(-template)?\s*$/.test(type)) return 'ods';
		throw new RefusedExport('not_a_table', { found: 'OpenDocument' });
	}
	if (names.has('word/document.xml')) throw new RefusedExport('not_a_table', { found: 'DOCX' });
	if (names.has('ppt/presentation.xml')) throw new RefusedExport('not_a_table', { found: 'PPTX' });
	return 'archive';
}
