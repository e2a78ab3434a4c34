import { writeFile } from 'node:fs/promises';
import { writeXlsx as workbook } from 'hucre/xlsx';
import { writeMoment } from '#seeds/orders/clock.ts';
import { columnNames, columns, type Row } from '#seeds/orders/known.ts';
import { headersOf, workbookCells } from './layouts.ts';
import type { Plan } from './plan.ts';

export const dateTimeFormat = 'yyyy-mm-dd hh:mm:ss';

/** Writes rows as a workbook of one sheet under a merged title, times as real dates; gives how many. */
export async function writeXlsx(path: string, plan: Plan, batches: Iterable<Row[]>): Promise<number> {
	const rows = [...batches].flat().map(workbookCells);
	const title = `安澜市诉求查询明细结果（虚构数据）\u3000导出时间：${writeMoment(plan.cut)}`;
	const bytes = await workbook({
		// A workbook records when it was saved: the export's own moment, so that the bytes do not depend on the clock.
		properties: { created: new Date(plan.cut * 1000), modified: new Date(plan.cut * 1000) },
		sheets: [
			{
				name: '诉求查询明细结果',
				columns: columnNames.map((column) => (columns[column] === 'time' ? { numFmt: dateTimeFormat } : {})),
				rows: [[title], headersOf(plan.layout), ...rows],
				merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: columnNames.length - 1 }]
			}
		]
	});
	await writeFile(path, bytes);
	return rows.length;
}
