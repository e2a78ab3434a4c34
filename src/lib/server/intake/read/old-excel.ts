import { limits } from '../limits.ts';
import type { AnswersFor } from '../map/signature.ts';
import { RefusedExport } from '../refused-export.ts';
import { type HeldTable, openHeld, tableHolder } from './held-tables.ts';
import { oleStreams } from './ole-container.ts';
import type { OpenExport } from './opened.ts';
import { wholeFile } from './whole-file.ts';
import type { Sheet } from './workbook.ts';

/** Records of a workbook's globals (MS-XLS 2.4). */
const record = { begin: 0x0809, end: 0x000a, sheet: 0x0085, encrypted: 0x002f } as const;
/** The version of Excel 97 to 2003; older ones write cells otherwise. */
const biff8 = 0x0600;

type OldSheet = Sheet & { isTable: boolean };

/** The sheets a workbook says it has, in order. The reader of cells tells nothing of hidden ones or of passwords. */
export function oldSheets(stream: Buffer): OldSheet[] {
	const sheets: OldSheet[] = [];
	for (let at = 0; at + 4 <= stream.length;) {
		const id = stream.readUInt16LE(at);
		const body = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2));
		if (at === 0 && (id !== record.begin || body.length < 2 || body.readUInt16LE(0) !== biff8)) {
			throw new RefusedExport('old_excel', { format: 'BIFF5' });
		}
		if (id === record.end) break;
		if (id === record.encrypted) throw new RefusedExport('protected_workbook');
		if (id === record.sheet && body.length >= 8) {
			const isWide = (body[7]! & 1) === 1;
			const name = body.subarray(8, 8 + body[6]! * (isWide ? 2 : 1)).toString(isWide ? 'utf16le' : 'latin1');
			// 1 hidden, 2 hidden so that only a macro shows it; 0 in the next byte is a sheet of cells, not of a chart.
			sheets.push({ name, isHidden: (body[4]! & 3) !== 0, isTable: body[5] === 0 });
		}
		at += 4 + body.length;
	}
	return sheets;
}

/** Old Excel (BIFF8): the first visible sheet with a header of orders. Refuses what is older, and what has a password. */
export async function openOldExcel(path: string, answersFor: AnswersFor): Promise<OpenExport> {
	const bytes = wholeFile(path);
	const container = oleStreams(bytes);
	if (container.names.includes('EncryptedPackage')) throw new RefusedExport('protected_workbook');
	const stream = container.stream('Workbook');
	if (!stream) {
		if (container.names.includes('Book')) throw new RefusedExport('old_excel', { format: 'BIFF5' });
		throw new RefusedExport('not_a_table', { found: 'OLE' });
	}
	const sheets = oldSheets(stream);
	const tables: HeldTable[] = [];
	// Only loaded for such a file: it is a large library, and most exports are none.
	const { readXls } = await import('hucre');
	const { sheets: read } = await readXls(bytes).catch((error: Error) => {
		throw new RefusedExport('unreadable_workbook', { problem: error.message.slice(0, 200) });
	});
	for (const [place, { name, isHidden, isTable }] of sheets.slice(0, limits.workbook.sheets).entries()) {
		if (isHidden || !isTable) continue;
		const holder = tableHolder(name);
		const rows = read[place]?.rows ?? [];
		for (let index = 0; index < rows.length; index++) holder.add(index + 1, rows[index] ?? []);
		tables.push(holder.table);
	}
	return openHeld(
		tables,
		{ container: 'xls', encoding: '', separator: '' },
		{ otherTables: 'other_sheets_not_read', answersFor }
	);
}
