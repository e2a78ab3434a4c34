import { writeXlsx } from 'hucre/xlsx';
import { headersOf, queryPlatform, workbookCells } from '#seeds/files/layouts.ts';
import { dateTimeFormat } from '#seeds/files/write-xlsx.ts';
import { readMoment, writeMoment } from '#seeds/orders/clock.ts';
import { columnNames, columns } from '#seeds/orders/known.ts';
import { drawRows, findRow, placeOf } from './draw.ts';

export const quarterSample = '诉求查询明细结果_2026年第三季度.xlsx';

/** One quarter from another vendor's platform: a workbook under a merged title and a row of merged headings. */
export async function quarterBytes(): Promise<Uint8Array> {
	const cut = '2026-10-10 09:00:00';
	const rows = drawRows({ seed: 3, orders: 80, from: '2026-07-01', to: '2026-09-30', cut });
	const cells: (string | number | Date | null)[][] = rows.map(workbookCells);
	const received = placeOf('receivedAt');
	const at = (row: number) => rows[row]![received] as number;
	const [year, month, day] = writeMoment(at(20)).slice(0, 10).split('-').map(Number);
	cells[5]![received] = writeMoment(at(5)).replaceAll('-', '/');
	cells[20]![received] = `${year}年${month}月${day}日 ${writeMoment(at(20)).slice(11, 16)}`;
	const closedRow = findRow(rows, 30, (value) => value('closedAt') !== null);
	const closed = placeOf('closedAt');
	cells[closedRow]![closed] = serial(rows[closedRow]![closed] as number);

	const last = columnNames.length - 1;
	const headings = columnNames.map(
		(column) => ({ number: '诉求信息', receivedAt: '办理过程', visited: '回访情况' })[column as string] ?? null
	);
	const saved = new Date(readMoment(cut) * 1000);
	return writeXlsx({
		properties: { created: saved, modified: saved },
		sheets: [
			{
				name: '诉求查询明细结果',
				columns: columnNames.map((column) => (columns[column] === 'time' ? { numFmt: dateTimeFormat } : {})),
				// A number in a cell without a date format: the date is there, but nothing says so.
				cells: new Map([[`${3 + closedRow},${closed}`, { style: { numFmt: 'General' } }]]),
				rows: [['安澜市诉求查询明细结果', '（虚构数据）'], headings, headersOf(queryPlatform), ...cells],
				merges: [
					{ startRow: 0, startCol: 1, endRow: 0, endCol: last },
					{ startRow: 1, startCol: 0, endRow: 1, endCol: received - 1 },
					{ startRow: 1, startCol: received, endRow: 1, endCol: placeOf('visited') - 1 },
					{ startRow: 1, startCol: placeOf('visited'), endRow: 1, endCol: last }
				]
			},
			{
				name: '参数',
				hidden: true,
				rows: [
					['参数', '值'],
					['导出人', '系统'],
					['数据性质', '虚构数据']
				]
			}
		]
	});
}

/** The number by which a workbook knows a moment: days since 1899-12-30. */
function serial(at: number): number {
	return Math.round((at / 86_400 + 25_569) * 1e6) / 1e6;
}
