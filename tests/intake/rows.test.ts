import { describe, expect, test } from 'vitest';
import { intakeBench } from './intake-helpers.ts';

const { take, taken, refused, ask } = intakeBench();

const lines = (...all: string[]) => all.join('\n') + '\n';
/** Bytes of GB18030 for the few texts these tests need: Node decodes GB18030 but does not encode it. */
function gb18030(text: string): Buffer {
	const decoder = new TextDecoder('gb18030');
	const table = new Map<string, number[]>();
	for (let high = 0x81; high <= 0xfe; high++) {
		for (let low = 0x40; low <= 0xfe; low++) {
			if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
		}
	}
	return Buffer.from([...text].flatMap((char) => (char.charCodeAt(0) < 128 ? [char.charCodeAt(0)] : table.get(char)!)));
}

describe('what is a row', () => {
	test('titles, repeated headers, totals, remarks and blank lines are no data, and the sum is right', async () => {
		const text = lines(
			'诉求查询明细结果,,,',
			'导出人：张三,,,',
			'工单编号,登记时间,承办单位,办结时间',
			'GD001001,2025-03-01 08:00:00,城管局,2025-03-02 09:00:00',
			'工单编号,登记时间,承办单位,办结时间',
			'GD001002,2025-03-01 09:00:00,城管局,',
			',,,',
			'合计,2,,',
			'制表人：张三'
		);
		const result = await taken(take(gb18030(text)));
		expect(result.format).toMatchObject({ encoding: 'gb18030', separator: ',' });
		expect(result.rows).toEqual({ read: 8, accepted: 2, repaired: 0, setAside: 0, nonData: 6 });
		expect(await ask(result, 'select row_number::integer as row, reason from rows order by 1')).toEqual([
			{ row: 1, reason: 'title' },
			{ row: 2, reason: 'title' },
			{ row: 5, reason: 'repeated_header' },
			{ row: 7, reason: 'blank' },
			{ row: 8, reason: 'total' },
			{ row: 9, reason: 'remark' }
		]);
	});

	test.each([
		['semicolons', ';'],
		['tabs', '\t'],
		['vertical bars', '|']
	])('%s part cells as commas do', async (_, separator) => {
		const row = (...cells: string[]) => cells.join(separator);
		const result = await taken(
			take(lines(row('工单编号', '登记时间', '承办单位'), row('GD1001', '2025-03-01 08:00', '城管局, 执法队')))
		);
		expect(result.format.separator).toBe(separator);
		expect(await ask(result, 'select order_number, unit from staged')).toEqual([
			{ order_number: 'GD1001', unit: '城管局, 执法队' }
		]);
	});

	test('UTF-8 with a mark, UTF-16 with a mark and plain UTF-8 say the same', async () => {
		const text = lines('工单编号,登记时间,承办单位', 'GD1001,2025-03-01 08:00:00,城管局');
		const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
		const hashes = [];
		for (const [content, encoding] of [
			[text, 'utf-8'],
			[`\ufeff${text}`, 'utf-8'],
			[wide, 'utf-16le'],
			[Buffer.from(wide).swap16(), 'utf-16be']
		] as const) {
			const result = await taken(take(content));
			expect(result.format.encoding).toBe(encoding);
			hashes.push((await ask(result, 'select content_hash from staged'))[0]!.content_hash);
		}
		expect(new Set(hashes).size).toBe(1);
	});

	test('a row with too few or too many cells is set aside with what it says; blank cells at its end are fine', async () => {
		const result = await taken(
			take(
				lines(
					'工单编号,登记时间,承办单位,',
					'GD1001,2025-03-01 08:00:00,城管局,,,',
					'GD1002,2025-03-01 08:00:00',
					'GD1003,2025-03-01 08:00:00,城管局,a,b',
					'GD1004,2025-03-01 08:00:00,城管局'
				)
			)
		);
		expect(result.rows).toMatchObject({ read: 4, accepted: 2, setAside: 2 });
		expect(await ask(result, 'select row_number::integer as row, outcome, reason, value from rows order by 1')).toEqual(
			[
				{ row: 3, outcome: 'setAside', reason: 'cell_count', value: 'GD1002 | 2025-03-01 08:00:00' },
				{ row: 4, outcome: 'setAside', reason: 'cell_count', value: 'GD1003 | 2025-03-01 08:00:00 | 城管局 | a | b' }
			]
		);
	});

	test.each([
		['LF', '\n'],
		['CRLF', '\r\n'],
		['CR', '\r']
	])('line breaks and quotes inside quotes belong to the cell, records end in %s', async (_, end) => {
		const text = [
			'工单编号,承办单位,登记时间',
			`GD1001,"城管局""东""${end}分局",2025-03-01 08:00:00`,
			'GD1002,a "b" c,2025-03-01 08:00:00'
		];
		const result = await taken(take(text.join(end)));
		expect(result.rows).toMatchObject({ read: 2, accepted: 2 });
		expect(await ask(result, 'select unit from staged order by row_number')).toEqual([
			{ unit: `城管局"东"${end}分局` },
			{ unit: 'a "b" c' }
		]);
	});

	test('a quote that is never closed costs its own row only', async () => {
		const result = await taken(
			take(
				lines(
					'工单编号,承办单位,登记时间',
					'GD1001,"城管局,2025-03-01 08:00:00',
					'GD1002,"水务局",2025-03-01 08:00:00',
					'GD1003,民政局,2025-03-01 08:00:00',
					'GD1004,"教育局,2025-03-01 08:00:00',
					'GD1005,民政局,2025-03-01 08:00:00'
				)
			)
		);
		expect(result.rows).toMatchObject({ read: 5, accepted: 3, setAside: 2 });
		expect(result.reasons).toEqual([{ reason: 'unclosed_quote', count: 2 }]);
		expect(await ask(result, 'select order_number from staged order by 1')).toEqual(
			['GD1002', 'GD1003', 'GD1005'].map((order_number) => ({ order_number }))
		);
	});

	test('long numbers and leading zeros stay as written; a rounded number is set aside', async () => {
		const result = await taken(
			take(
				lines(
					'工单编号,登记时间',
					'20260101000000000001,2026-01-01 08:00:00',
					'20260101000000000002,2026-01-01 08:00:00',
					'000123,2026-01-01 08:00:00',
					'2.02601E+19,2026-01-01 08:00:00',
					',2026-01-01 08:00:00',
					'="0042",2026-01-01 08:00:00'
				)
			)
		);
		expect(await ask(result, 'select order_number from staged order by row_number')).toEqual(
			['20260101000000000001', '20260101000000000002', '000123', '0042'].map((order_number) => ({ order_number }))
		);
		expect(result.reasons).toEqual([
			{ reason: 'missing_order_number', count: 1 },
			{ reason: 'order_number_rounded', count: 1 }
		]);
		expect(result.repairs).toEqual([{ rule: 'excel_text_formula', count: 1 }]);
	});

	test('words that say nothing become empty and are counted, cell by cell', async () => {
		const result = await taken(
			take(
				lines(
					'工单编号,登记时间,承办单位,办结时间,紧急程度',
					'GD1001,2025-03-01 08:00:00,-,NULL,一般',
					'GD1002,2025-03-01 08:00:00,城管局,0000-00-00 00:00:00,无',
					'GD1003,2025-03-01 08:00:00, 城管局 ,2025-03-02 08:00:00,紧急'
				)
			)
		);
		expect(result.repairs).toEqual([
			{ rule: 'null_word', count: 4 },
			{ rule: 'surrounding_blanks', count: 1 }
		]);
		expect(result.rows.repaired).toBe(3);
		expect(
			await ask(
				result,
				'select unit, closed_at, urgency, repairs from staged where row_number in (2, 4) order by row_number'
			)
		).toEqual([
			{ unit: null, closed_at: null, urgency: '一般', repairs: ['null_word'] },
			{ unit: '城管局', closed_at: '2025-03-02 08:00:00', urgency: '紧急', repairs: ['surrounding_blanks'] }
		]);
		expect(await ask(result, `select header, value from rows where row_number = 2 order by header`)).toEqual([
			{ header: '办结时间', value: 'NULL' },
			{ header: '承办单位', value: '-' }
		]);
	});
});

describe('a file that is no export', () => {
	const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(500)]);
	test.each<[string, string | Uint8Array, string, string]>([
		['empty', '', 'export.csv', 'empty_file'],
		['only blanks', ' \n\n \n', 'export.csv', 'empty_file'],
		['a picture', jpeg, 'export.csv', 'not_a_table'],
		['a web page', '<html><body><table><tr><td>工单编号</td></tr></table></body></html>', 'export.xls', 'html_table'],
		['a header and no rows', '工单编号,登记时间\n', 'export.csv', 'header_only'],
		['no header', 'a,b\n1,2\n', 'export.csv', 'no_header_found'],
		['no time of receipt', '工单编号,承办单位\nGD1001,城管局\n', 'export.csv', 'missing_columns'],
		['bytes of no encoding', Buffer.from([0xe5, 0xb7, 0xa5, 0xff, 0xff, 0x0a, 0x31]), 'export.csv', 'unknown_encoding'],
		['no row that can be taken', '工单编号,登记时间\nGD1001,soon\n', 'export.csv', 'no_rows_accepted'],
		['a ZIP archive without a directory', Buffer.from('504b030400000000', 'hex'), 'export.xlsx', 'unreadable_workbook']
	])('%s', async (_, content, name, reason) => {
		expect((await refused(take(content, {}, name))).reason).toBe(reason);
	});

	test('the refusal names what is missing, what was seen, and the first bad byte', async () => {
		expect(await refused(take('工单编号,承办单位\nGD1001,城管局\n'))).toEqual({
			reason: 'missing_columns',
			details: { missing: ['received_at'], headers: ['工单编号', '承办单位'] }
		});
		const whole = Buffer.from('工单编号,登记时间,承办单位');
		const cut = Buffer.concat([whole.subarray(0, whole.length - 1), Buffer.from('\nGD1001,2025-03-01\n')]);
		expect((await refused(take(cut))).details).toEqual({ byte: whole.length - 1, encoding: 'utf-8' });
	});
});
