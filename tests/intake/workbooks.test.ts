import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { intakeBench } from './intake-helpers.ts';
import { zip } from './zip-file.ts';

const { take, taken, refused, ask } = intakeBench();

type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];
const workbook = async (...sheets: Sheets) => writeXlsx({ sheets });
const moment = (text: string) => new Date(`${text.replace(' ', 'T')}Z`);

describe('sheets', () => {
	const orders = (number: string) => [
		['工单编号', '登记时间'],
		[number, '2025-03-01 08:00:00']
	];

	test('the first visible sheet with a header of orders is read, and others are named', async () => {
		const bytes = await workbook(
			{ name: '封面', rows: [['2025年第一季度']] },
			{ name: '旧数据', hidden: true, rows: orders('GD1000') },
			{ name: '明细', rows: orders('GD1001') },
			{ name: '续表', rows: orders('GD1002') }
		);
		const result = await taken(take(bytes, {}, 'export.xls'));
		expect(result.format).toMatchObject({ container: 'xlsx', sheet: '明细' });
		expect(result.notes).toContain('other_sheets_not_read');
		expect(await ask(result, 'select sheet, order_number from staged')).toEqual([
			{ sheet: '明细', order_number: 'GD1001' }
		]);
	});

	test('a hidden sheet is not read, even where it is the only one with orders', async () => {
		const bytes = await workbook(
			{ name: '封面', rows: [['说明']] },
			{ name: '明细', hidden: true, rows: orders('GD1') }
		);
		expect((await refused(take(bytes))).reason).toBe('no_header_found');
	});

	test('a header of two rows, groups above names, is read as one', async () => {
		const bytes = await workbook({
			name: '明细',
			rows: [
				['工单编号', '办理', null, '承办单位'],
				[null, '登记时间', '办结时间', null],
				['GD1001', '2025-03-01 08:00:00', '2025-03-02 08:00:00', '城管局']
			]
		});
		const result = await taken(take(bytes));
		expect(result.rows).toMatchObject({ read: 1, accepted: 1 });
		expect(await ask(result, 'select order_number, closed_at, unit from staged')).toEqual([
			{ order_number: 'GD1001', closed_at: '2025-03-02 08:00:00', unit: '城管局' }
		]);
	});
});

describe('cells', () => {
	test('dates, numbers, text dates and blanks; cells missing at the end of a row are blank', async () => {
		const bytes = await workbook({
			name: '明细',
			rows: [
				['工单编号', '登记时间', '办结时间', '退单次数', '承办单位'],
				[20250001, moment('2025-03-01 08:05:06'), '2025/3/2 9:00', 2, '城管局'],
				['0007', '2025-03-01 10:00:00', moment('2025-03-02 00:00:00')]
			]
		});
		const result = await taken(take(bytes));
		expect(
			await ask(
				result,
				'select order_number, received_at, closed_at, return_count::integer as returns, unit from staged order by row_number'
			)
		).toEqual([
			{
				...{ order_number: '20250001', received_at: '2025-03-01 08:05:06', closed_at: '2025-03-02 09:00:00' },
				...{ returns: 2, unit: '城管局' }
			},
			{
				...{ order_number: '0007', received_at: '2025-03-01 10:00:00', closed_at: '2025-03-02 00:00:00' },
				...{ returns: null, unit: null }
			}
		]);
	});

	test('a column of date cells without a time of day is one of days', async () => {
		const bytes = await workbook({
			name: '明细',
			rows: [
				['工单编号', '登记时间', '办理截止时间'],
				['GD1001', moment('2025-03-01 08:00:00'), moment('2025-03-05 00:00:00')]
			]
		});
		const result = await taken(take(bytes));
		expect(await ask(result, 'select received_is_date, due_at, due_is_date from staged')).toEqual([
			{ received_is_date: false, due_at: '2025-03-05 23:59:59', due_is_date: true }
		]);
	});

	test('bare serial numbers in a time column are converted and counted; one that is too high spoils them all', async () => {
		const rows = (serial: number) => [
			['工单编号', '登记时间', '办结时间'],
			['GD1001', '2026-01-04 08:00:00', 46027.33681],
			['GD1002', '2026-01-04 08:00:00', serial]
		];
		const good = await taken(take(await workbook({ name: '明细', rows: rows(46028) })));
		expect(good.repairs).toEqual([{ rule: 'excel_serial_date', count: 2 }]);
		expect(await ask(good, 'select closed_at from staged order by row_number')).toEqual([
			{ closed_at: '2026-01-05 08:05:00' },
			{ closed_at: '2026-01-06 00:00:00' }
		]);
		const bad = await refused(take(await workbook({ name: '明细', rows: rows(99999) })));
		expect(bad).toMatchObject({ reason: 'no_rows_accepted', details: { reason: 'bad_time' } });
	});

	test('an order number that the spreadsheet has rounded is set aside', async () => {
		const bytes = await workbook({
			name: '明细',
			rows: [
				['工单编号', '登记时间'],
				[Number('20260101000000000001'), '2026-01-01 08:00:00'],
				['20260101000000000001', '2026-01-01 08:00:00']
			]
		});
		const result = await taken(take(bytes));
		expect(result.reasons).toEqual([{ reason: 'order_number_rounded', count: 1 }]);
		expect(await ask(result, 'select order_number from staged')).toEqual([{ order_number: '20260101000000000001' }]);
	});
});

describe('hostile workbooks', () => {
	const book = { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') };

	test('a bomb is refused from its directory', async () => {
		const bomb = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(8 * 1024 * 1024) };
		expect((await refused(take(zip([book, bomb])))).reason).toBe('too_large');
		const liar = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(10), claimed: 3 * 1024 ** 3 };
		expect((await refused(take(zip([book, liar])))).reason).toBe('too_large');
	});

	test('too many parts, entities and other documents are refused', async () => {
		const many = Array.from({ length: 201 }, (_, part) => ({ name: `part${part}`, content: Buffer.from('x') }));
		expect((await refused(take(zip(many)))).reason).toBe('too_large');
		const entities = { name: 'xl/workbook.xml', content: Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>') };
		expect((await refused(take(zip([entities])))).reason).toBe('unreadable_workbook');
		const text = { name: 'word/document.xml', content: Buffer.from('<document/>') };
		expect((await refused(take(zip([text])))).reason).toBe('not_a_table');
	});
});
