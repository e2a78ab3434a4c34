import { csvRecord } from '#seeds/files/csv.ts';
import { headersOf, newSystem, textCells } from '#seeds/files/layouts.ts';
import { day, hour, writeMoment } from '#seeds/orders/clock.ts';
import type { Row } from '#seeds/orders/known.ts';
import { drawRows, findRow, placeOf } from './draw.ts';

export const visitsSample = '回访工单_2026年10月.csv';

/** Dispatched orders with their return visits, from the newer system, with the slips of people who type. */
export function visitsBytes(): Uint8Array {
	const span = { from: '2026-10-01', to: '2026-10-31', cut: '2026-10-31 23:59:59' };
	const rows = drawRows({ seed: 21, orders: 140, ...span }, (order) => order.life !== null);
	const [received, closed, group] = [placeOf('receivedAt'), placeOf('closedAt'), placeOf('group')];
	for (const [place, word] of ['老年人', '农民工', '残疾人', '未成年人', '退役军人'].entries())
		rows[4 + place * 9]![group] = word;

	const isClosed = (value: (column: 'closedAt' | 'visitedAt') => Row[number]) =>
		value('closedAt') !== null && value('visitedAt') !== null;
	const negative = findRow(rows, 10, isClosed);
	rows[negative]![closed] = (rows[negative]![received] as number) - day - 2 * hour;
	const unclosed = findRow(rows, negative + 1, isClosed);
	rows[unclosed]![closed] = null;
	const dateOnly = findRow(rows, unclosed + 1, isClosed);

	const cells = rows.map((row) => [...textCells(newSystem, row), '']);
	cells[dateOnly]![closed] = writeMoment(rows[dateOnly]![closed] as number).slice(0, 10);
	cells[7]![cells[7]!.length - 1] = '系统升级期间补录，\n原登记为"手工单"';
	cells[8]![cells[8]!.length - 1] = '与上一单同日补录,已核对';
	const records = [[...headersOf(newSystem), '备注'], ...cells];
	return new TextEncoder().encode(records.map((record) => csvRecord(record, '\n')).join(''));
}
