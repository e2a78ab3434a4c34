import { describe, expect, test } from 'vitest';
import { intakeBench } from './intake-helpers.ts';
import { oldExcelFile, oleFile } from './old-excel-file.ts';

const { take, taken, refused, ask } = intakeBench();
const orders = (number: string) => [
	['工单编号', '登记时间'],
	[number, '2025-03-01 08:00:00']
];

describe('old Excel', () => {
	test('text, numbers, dates and blanks; rows are numbered as the sheet has them', async () => {
		const bytes = oldExcelFile([
			{
				name: '明细',
				rows: [
					['诉求查询明细结果'],
					['工单编号', '登记时间', '办理截止时间', '退单次数', '承办单位'],
					[20250001, new Date('2025-03-01T08:05:06Z'), new Date('2025-03-05T00:00:00Z'), 2, '城管局'],
					[],
					['0007', '2025/3/1 10:00', null, null, '𠮷祥街道']
				]
			}
		]);
		const result = await taken(take(bytes, {}, 'export.csv'));
		expect(result.format).toMatchObject({ container: 'xls', sheet: '明细' });
		expect(result.rows).toMatchObject({ read: 4, accepted: 2, nonData: 2 });
		expect(
			await ask(
				result,
				'select sheet, row_number, order_number, received_at, due_at, due_is_date, unit from staged order by row_number'
			)
		).toEqual([
			{
				...{ sheet: '明细', row_number: 3, order_number: '20250001', received_at: '2025-03-01 08:05:06' },
				...{ due_at: '2025-03-05 23:59:59', due_is_date: true, unit: '城管局' }
			},
			{
				...{ sheet: '明细', row_number: 5, order_number: '0007', received_at: '2025-03-01 10:00:00' },
				...{ due_at: null, due_is_date: null, unit: '𠮷祥街道' }
			}
		]);
	});

	test('hidden, very hidden and chart sheets are never chosen; other sheets of orders are named', async () => {
		const bytes = oldExcelFile([
			{ name: '旧', rows: orders('GD1'), state: 'hidden' },
			{ name: '更旧', rows: orders('GD2'), state: 'veryHidden' },
			{ name: '图', rows: orders('GD3'), isChart: true },
			{ name: '明细', rows: orders('GD4') },
			{ name: '续表', rows: orders('GD5') }
		]);
		const result = await taken(take(bytes));
		expect(result.notes).toContain('other_sheets_not_read');
		expect(await ask(result, 'select sheet, order_number from staged')).toEqual([
			{ sheet: '明细', order_number: 'GD4' }
		]);
		const hidden = oldExcelFile([
			{ name: '封面', rows: [['说明']] },
			{ name: '明细', rows: orders('GD1'), state: 'veryHidden' }
		]);
		expect((await refused(take(hidden))).reason).toBe('no_header_found');
	});

	test('a password, an older Excel, another document and damage are refused, each by its name', async () => {
		const sheets = [{ name: '明细', rows: orders('GD1') }];
		expect((await refused(take(oldExcelFile(sheets, { isEncrypted: true })))).reason).toBe('protected_workbook');
		expect((await refused(take(oleFile('EncryptedPackage', Buffer.alloc(10))))).reason).toBe('protected_workbook');
		expect((await refused(take(oldExcelFile(sheets, { version: 0x0500 })))).reason).toBe('old_excel');
		expect((await refused(take(oleFile('WordDocument', Buffer.alloc(10))))).reason).toBe('not_a_table');
		const good = oldExcelFile(sheets);
		expect((await refused(take(good.subarray(0, 700)))).reason).toBe('unreadable_workbook');
		// A table of sectors whose chain runs in a circle.
		const circle = Buffer.from(good);
		circle.writeUInt32LE(2, 512 + 5 * 4);
		expect((await refused(take(circle))).reason).toBe('unreadable_workbook');
	});
});
