import { csvRecord } from '#seeds/files/csv.ts';
import { encodeGb18030 } from '#seeds/files/gb18030.ts';
import { headersOf, oldSystem, textCells } from '#seeds/files/layouts.ts';
import type { Column } from '#seeds/orders/known.ts';
import { drawRows, placeOf } from './draw.ts';

export const monthSample = '工单明细_2026年9月.gb18030.csv';

const fullWidth = (text: string) =>
	text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');

/** One month of the older system, with what such files bring along. */
export function monthBytes(): Uint8Array {
	const cut = '2026-10-08 08:30:00';
	const rows = drawRows({ seed: 9, orders: 120, from: '2026-09-01', to: '2026-09-30', cut });
	const cells = rows.map((row) => textCells(oldSystem, row));
	const change = (row: number, column: Column, into: (text: string) => string) => {
		cells[row]![placeOf(column)] = into(cells[row]![placeOf(column)]!);
	};
	change(11, 'receivedAt', fullWidth);
	change(12, 'returns', fullWidth);
	change(13, 'unit', (name) => `  ${name} `);
	change(30, 'number', () => '-');
	change(44, 'street', () => '𬇕湾镇');
	change(77, 'receivedAt', (text) => text.replace(/^2026-09-\d\d/, '2026-09-31'));

	const header = headersOf(oldSystem);
	const filled = (...texts: string[]) => header.map((_, place) => texts[place] ?? '');
	const records = [
		filled('安澜市12345热线工单明细（虚构数据）'),
		filled(`导出时间：${cut}\u3000受理时间 2026-09-01 至 2026-09-30`),
		header,
		...cells.slice(0, 60),
		header,
		...cells.slice(60),
		filled('合计', String(cells.length))
	];
	return encodeGb18030(records.map((record) => csvRecord(record, '\r\n')).join(''));
}
