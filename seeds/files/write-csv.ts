import { open } from 'node:fs/promises';
import { writeDay, writeMoment } from '#seeds/orders/clock.ts';
import type { Row } from '#seeds/orders/known.ts';
import { csvRecord } from './csv.ts';
import { encodeGb18030 } from './gb18030.ts';
import { headersOf, textCells } from './layouts.ts';
import type { Plan } from './plan.ts';

/** Writes rows, handed over in batches, as one CSV export; gives how many. */
export async function writeCsv(path: string, plan: Plan, batches: Iterable<Row[]>): Promise<number> {
	const { form, layout } = plan;
	const encode = form === 'gb18030.csv' ? encodeGb18030 : (text: string) => new TextEncoder().encode(text);
	const lineEnd = form === 'utf8.csv' ? '\n' : '\r\n';
	const record = (cells: readonly string[]) => csvRecord(cells, lineEnd);
	const filled = (...cells: string[]) => record(headersOf(layout).map((_, place) => cells[place] ?? ''));
	const hasTitle = layout.madeUp === 'title';
	const file = await open(path, 'w');
	try {
		if (form === 'utf8-bom.csv') await file.write(new Uint8Array([0xef, 0xbb, 0xbf]));
		if (hasTitle) {
			const span = `受理时间 ${writeDay(plan.first)} 至 ${writeDay(plan.last)}`;
			await file.write(encode(filled('安澜市12345热线工单明细（虚构数据）')));
			await file.write(encode(filled(`导出时间：${writeMoment(plan.cut)}\u3000${span}`)));
		}
		await file.write(encode(record(headersOf(layout))));
		let rows = 0;
		for (const batch of batches) {
			await file.write(encode(batch.map((row) => record(textCells(layout, row))).join('')));
			rows += batch.length;
		}
		if (hasTitle) await file.write(encode(filled('合计', String(rows))));
		return rows;
	} finally {
		await file.close();
	}
}
