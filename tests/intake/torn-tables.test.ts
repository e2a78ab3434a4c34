import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { encodeGb18030 } from '#seeds/files/gb18030.ts';
import { lines } from './catalogue/outcomes.ts';
import { quickBench } from './quick-bench.ts';

/** What spoilt exports (tests/intake/defects) found: tables whose cells could be read as another column's, or another row's. */
const { take, taken, ask } = quickBench();

const head = '工单编号,登记时间,承办单位,行政区划,办结时间';
const row = (number: string, unit = '城管局', district = '东城') =>
	`${number},2026-03-01 08:00:00,${unit},${district},2026-03-02 08:00:00`;

async function read(...text: string[]) {
	const result = await taken(take(lines(...text)));
	const rows = await ask(result, 'select order_number as number, unit, district from staged order by row_number');
	return { rows: rows.map(({ number, unit, district }) => [number, unit, district]), reasons: result.reasons, result };
}

describe('separators', () => {
	test('one too many before a blank cell moves no value into another column', async () => {
		const open = 'GD1002,2026-03-01 08:00:00,,水务局,东城,';
		const { rows, reasons } = await read(head, row('GD1001'), open, row('GD1003'));
		expect(rows.map(([number]) => number)).toEqual(['GD1001', 'GD1003']);
		expect(reasons).toEqual([{ reason: 'cell_count', count: 1 }]);
	});

	test('one too few is not made up for by blank columns at the end', async () => {
		const table = [head, row('GD1001'), row('GD1002').replace(',东城', ' 东城'), row('GD1003')];
		const { rows, reasons } = await read(...table.map((line) => `${line},,`));
		expect(rows.map(([number]) => number)).toEqual(['GD1001', 'GD1003']);
		expect(reasons).toEqual([{ reason: 'cell_count', count: 1 }]);
	});

	test('blanks behind them are no part of a cell in quotes', async () => {
		const spaced = (text: string) => text.replaceAll(',', ', ');
		const { rows } = await read(spaced(head), spaced(row('GD1001', '"交通""出行"""')), spaced(row('GD1002')));
		expect(rows).toEqual([
			['GD1001', '交通"出行"', '东城'],
			['GD1002', '城管局', '东城']
		]);
	});

	test('a column that only its cells show is no reason to lose the rows of a sheet', async () => {
		const cells = (text: string) => text.split(',');
		const rows = [cells(head), [...cells(row('GD1001')), '12'], [...cells(row('GD1002')), '13']];
		const result = await taken(take(await writeXlsx({ sheets: [{ name: '明细', rows }] })));
		expect(result.rows).toMatchObject({ accepted: 2, setAside: 0 });
	});
});

describe('quotes', () => {
	test('apostrophes that wrap cells are quotes, one before a number or inside a word is none', async () => {
		const wrapped = await read(
			head,
			row('GD1001', '\'交通""出行""\''),
			row('GD1002', "'供水, 供电'"),
			row('GD1003', "it's")
		);
		expect(wrapped.rows.map(([, unit]) => unit)).toEqual(['交通"出行"', '供水, 供电', "it's"]);
		const before = await read(
			head,
			row('GD1001', '"交通""出行"""'),
			row("'GD1002", '"供水, 供电"'),
			row('GD1003'),
			'',
			''
		);
		expect(before.rows).toEqual([
			['GD1001', '交通"出行"', '东城'],
			['GD1002', '供水, 供电', '东城'],
			['GD1003', '城管局', '东城']
		]);
	});

	test('quotes that nobody doubled stay where they stand', async () => {
		const { rows } = await read(
			head,
			row('GD1001', '"10" 水管, 西段"'),
			row('GD1002', '"城管"局'),
			row('GD1003', '"" 局')
		);
		expect(rows.map(([, unit]) => unit)).toEqual(['10" 水管, 西段', '"城管"局', '"" 局']);
	});

	test('half a pair of quotes tears its row, and moves no value', async () => {
		const { rows, reasons } = await read(head, row('GD1001', '"微信"; "供水', '供电"'), row('GD1002'));
		expect(rows.map(([number]) => number)).toEqual(['GD1002']);
		expect(reasons).toEqual([{ reason: 'unclosed_quote', count: 1 }]);
	});

	test('a separator lost between two cells in quotes is not made up for inside a third', async () => {
		const torn = row('GD1001', '"微信";"供水, 供电"', '"说 ""不"", 两次"').replace(',城管局', '');
		const { rows } = await read(`${head},诉求内容`, torn, `${row('GD1002')},漏水`);
		expect(rows.map(([number]) => number)).toEqual(['GD1002']);
	});

	test('a separator of another dialect before a text in quotes moves no value, though the commas in it make up the number', async () => {
		const torn = `${row('GD1001')},3,"说 ""不"", 两次",0`.replace('3,"', '3;"');
		const whole = `${row('GD1002')},3,"说 ""不"", 两次",0`;
		const { rows, reasons } = await read(`${head},催办次数,诉求内容,督办次数`, torn, whole);
		expect(rows.map(([number]) => number)).toEqual(['GD1002']);
		expect(reasons).toEqual([{ reason: 'unclosed_quote', count: 1 }]);
	});

	test('a separator lost before a text in which quotes are doubled moves no value, though the comma in it makes up the number', async () => {
		const torn = `${row('GD1001')},否,"说 ""不"", 两次"`.replace('否,"', '否"');
		const { rows, reasons } = await read(`${head},是否督办,诉求内容`, torn, `${row('GD1002')},否,漏水`);
		expect(rows.map(([number]) => number)).toEqual(['GD1002']);
		expect(reasons).toEqual([{ reason: 'unclosed_quote', count: 1 }]);
	});

	test('text behind quotes tears its row also where the last columns, without a name, may be left out', async () => {
		const quoted = (text: string) => `${text.replace(/[^,]+/g, '"$&"')},""`;
		const torn = quoted(row('GD1001')).replace('"城管局",', '"城管局";').replace('"东城"', '""');
		const { rows, reasons } = await read(quoted(head), torn, quoted(row('GD1002')), quoted(row('GD1003')));
		expect(rows.map(([number]) => number)).toEqual(['GD1002', 'GD1003']);
		expect(reasons).toEqual([{ reason: 'unclosed_quote', count: 1 }]);
	});

	test('one cell between apostrophes is between quotes if quotes are doubled in it', async () => {
		const { rows } = await read(head, row('GD1001', `'=""教育局""'`), row('GD1002'));
		expect(rows.map(([, unit]) => unit)).toEqual(['教育局', '城管局']);
		const once = await read(head, row('GD1001', `'教育局'`), row('GD1002'));
		expect(once.rows.map(([, unit]) => unit)).toEqual([`'教育局'`, '城管局']);
	});

	test('a line of two million signs hides no way of quoting that stands behind it', async () => {
		const long = `${row('GD1001')},${'x'.repeat(2_000_000)}`;
		const { rows, reasons } = await read(head, long, row('GD1002', "'供水, 供电'"), row('GD1003', `'交通""出行""'`));
		expect(rows.map(([, unit]) => unit)).toEqual(['供水, 供电', '交通"出行"']);
		expect(reasons).toEqual([{ reason: 'row_too_long', count: 1 }]);
	});

	test('signs of inches in two cells are signs of inches', async () => {
		const { rows } = await read(`${head},诉求内容`, `${row('GD1001', '5" 管')},6" 管`);
		expect(rows.map(([, unit]) => unit)).toEqual(['5" 管']);
	});

	test('a text of several lines, one of which begins with a day and goes on with commas, is whole', async () => {
		const text = [
			'工单编号,登记时间,承办单位,诉求内容,办结时间',
			'GD1001,2025-03-01 08:00,城管局,"市长您好,\n2017年11月6日向规划局申请了信息公开, 2018年2月1日起诉,立案,裁定书说超过5年\n",',
			'GD1002,2025-03-01 09:00,城管局,漏水,'
		].join('\n');
		const { rows } = await taken(take(text));
		expect(rows).toEqual({ read: 2, accepted: 2, repaired: 0, setAside: 0, nonData: 0 });
	});

	test('a quote that closes rows further down swallows none of them', async () => {
		const wide = `${head},诉求内容`;
		const torn = `${row('GD1001')},"路灯不亮`;
		const { rows, reasons } = await read(
			wide,
			torn,
			`${row('GD1002')},漏水`,
			`${row('GD1003')},漏水"`,
			`${row('GD1004')},"两\n行"`
		);
		expect(rows.map(([number]) => number)).toEqual(['GD1002', 'GD1003', 'GD1004']);
		expect(reasons).toEqual([{ reason: 'unclosed_quote', count: 1 }]);
	});

	test('full-width commas and apostrophes go together', async () => {
		const text = lines(
			...[head, row('GD1001', "'供水，供电'"), row('GD1002')].map((line) => line.replaceAll(',', '，'))
		);
		const result = await taken(take(text, { answers: { separator: '，' } }));
		expect(await ask(result, 'select unit from staged order by row_number')).toEqual([
			{ unit: '供水，供电' },
			{ unit: '城管局' }
		]);
	});
});

describe('tables', () => {
	test('rows below the header of another table wait until ours comes again', async () => {
		const swapped = '工单编号,办结时间,承办单位,行政区划,登记时间';
		const { rows, result } = await read(head, row('GD1001'), swapped, row('GD1002'), head, row('GD1003'));
		expect(rows.map(([number]) => number)).toEqual(['GD1001', 'GD1003']);
		expect(result.rows).toMatchObject({ read: 5, accepted: 2, setAside: 1, nonData: 2 });
		expect(await ask(result, `select reason from rows order by row_number`)).toEqual([
			{ reason: 'another_header' },
			{ reason: 'another_table' },
			{ reason: 'repeated_header' }
		]);
	});

	test('dates of two kinds stand in one column', async () => {
		const result = await taken(
			take(lines('工单编号,登记时间', 'GD1001,2026-03-01 08:00:00', 'GD1002,03/25/2026 08:00:00'))
		);
		expect(await ask(result, 'select received_at from staged order by row_number')).toEqual([
			{ received_at: '2026-03-01 08:00:00' },
			{ received_at: '2026-03-25 08:00:00' }
		]);
	});
});

test('a stray quote leaves quotes behind blanks what they are', async () => {
	const spaced = (line: string) => line.replaceAll(',', ', ');
	const rows = Array.from({ length: 40 }, (_, place) => spaced(row(`GD${1001 + place}`, '"城管""局"""')));
	const { rows: read1, reasons } = await read(spaced(head), ...rows, spaced(row('GD2000')).replace('东城', '"东城'));
	expect(read1).toHaveLength(40);
	expect(new Set(read1.map(([, unit]) => unit))).toEqual(new Set(['城管"局"']));
	expect(reasons.map(({ count }) => count)).toEqual([1]);
});

test('lines that end with CR may hold cells of several lines', async () => {
	const rows = [`${head},诉求内容`, `${row('GD1001')},"第一行\n第二行"`, `${row('GD1002')},漏水`, ''];
	const result = await taken(take(rows.join('\r')));
	expect(result.rows).toMatchObject({ read: 2, accepted: 2 });
});

test('a row of another encoding takes none with it where lines end with CR and cells break with LF', async () => {
	const text = (number: string, unit: string) => `${row(number, unit)},"第一行\n第二行"\r`;
	const bytes = Buffer.concat([
		Buffer.from(`${head},诉求内容\r${text('GD1001', '城市管理局')}${text('GD1002', '住房和城乡建设局')}`),
		encodeGb18030(text('GD1003', '市场监督管理局')),
		Buffer.from(text('GD1004', '教育局'))
	]);
	const result = await taken(take(bytes));
	expect(await ask(result, 'select order_number from staged order by 1')).toEqual(
		['GD1001', 'GD1002', 'GD1004'].map((order_number) => ({ order_number }))
	);
	expect(result.reasons).toEqual([{ reason: 'foreign_encoding', count: 1 }]);
});

test('a formula of text is one behind a blank too, and where a backslash stands before its quotes', async () => {
	const { rows, result } = await read(head, row(' ="GD1001" '), row('GD1002', '"=\\"城,管局\\""'));
	expect(rows.map(([number, unit]) => [number, unit])).toEqual([
		['GD1001', '城管局'],
		['GD1002', '城,管局']
	]);
	expect(result.repairs).toContainEqual({ rule: 'excel_text_formula', count: 2 });
});
