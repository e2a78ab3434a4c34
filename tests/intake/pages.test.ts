import { describe, expect, test } from 'vitest';
import { intakeBench } from './intake-helpers.ts';
import { htmlTables } from '#lib/server/intake/read/html-tables.ts';

const { take, taken, refused, ask } = intakeBench();
const cellsOf = (page: string, table = 0) => htmlTables(page).tables[table]!.rows.map(({ cells }) => cells);

describe('a web page named .xls', () => {
	const table = `<table border=1><tr><td colspan="3">诉求查询明细结果</td></tr>
		<tr><th>工单编号<th>登记时间<th>承办单位</tr>
		<tr><td>GD&#49;001</td><td>2025-03-01&nbsp;08:00:00</td><td>城管局&amp;住建局<script>alert("<td>")</script></td></tr>
		<tr><td>GD1002<td>2025-03-01 09:00:00<td>水务局</table>`;

	test('cells, entities, implied ends and scripts; rows lead back to the table of the page', async () => {
		const page = `<html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><style>td{}</style></head>
			<body><table><tr><td>导航</td></tr></table>${table}</body></html>`;
		const result = await taken(take(page, {}, 'export.xls'));
		expect(result.format).toMatchObject({ container: 'html', encoding: 'utf-8', sheet: 'table 2' });
		expect(result.rows).toMatchObject({ read: 3, accepted: 2, nonData: 1 });
		expect(await ask(result, 'select sheet, row_number, order_number, received_at, unit from staged')).toEqual([
			{
				...{ sheet: 'table 2', row_number: 3, order_number: 'GD1001', received_at: '2025-03-01 08:00:00' },
				unit: '城管局&住建局'
			},
			{
				...{ sheet: 'table 2', row_number: 4, order_number: 'GD1002', received_at: '2025-03-01 09:00:00' },
				unit: '水务局'
			}
		]);
	});

	test('what the page says of its encoding holds where its bytes agree', async () => {
		// 環保局 in Big5, whose bytes are good GB18030 as well.
		const page = (charset: string) =>
			Buffer.concat([
				Buffer.from(`<html><meta charset="${charset}"><table><tr><td>order_number</td><td>opened</td><td>`),
				Buffer.from('unit</td></tr><tr><td>GD1001</td><td>2025-03-01 08:00:00</td><td>'),
				Buffer.from('c0f4ab4fa7bd', 'hex'),
				Buffer.from('</td></tr></table>')
			]);
		const big5 = await taken(take(page('big5')));
		expect(big5.format.encoding).toBe('big5');
		expect(await ask(big5, 'select unit from staged')).toEqual([{ unit: '環保局' }]);
		expect((await taken(take(page('gb2312')))).format.encoding).toBe('gb18030');
		const lies = `<meta charset="gb2312"><table><tr><td>工单编号<td>登记时间<tr><td>GD1<td>2025-03-01 08:00</table>`;
		expect((await taken(take(lies))).format.encoding).toBe('utf-8');
	});

	test('a cell over several rows says the same in each, which is noted; one over several columns stands in the first', async () => {
		expect(
			cellsOf(
				'<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr><tr><td>戊</td></tr></table>'
			)
		).toEqual([['甲', '乙', ''], ['甲', '丙', '丁'], ['戊']]);
		const result = await taken(
			take(
				`<table><tr><td>承办单位<td>工单编号<td>登记时间<tr><td rowspan=2>城管局<td>GD1001<td>2025-03-01 08:00:00
				<tr><td>GD1002<td>2025-03-01 09:00:00</table>`
			)
		);
		expect(result.notes).toContain('merged_cells_filled');
		expect(await ask(result, 'select unit from staged')).toEqual([{ unit: '城管局' }, { unit: '城管局' }]);
	});

	test('a table within a cell is a table of its own and text of the cell', () => {
		const page = '<table><tr><td>外<table><tr><td>内</td></tr></table></td><td>旁</td></tr></table>';
		expect(cellsOf(page)).toEqual([['外内', '旁']]);
		expect(cellsOf(page, 1)).toEqual([['内']]);
	});

	test('a page without a table of orders is refused with its title; one that lacks a column says which', async () => {
		const login =
			'<!DOCTYPE html><html><title>用户登录</title><body><form><table><tr><td>用户名</td></tr></table></form>';
		expect(await refused(take(login, {}, 'export.xls'))).toEqual({
			reason: 'html_table',
			details: { title: '用户登录' }
		});
		expect((await refused(take('<html><body>会话已过期</body></html>'))).reason).toBe('html_table');
		const lacking = '<table><tr><td>工单编号<td>承办单位<tr><td>GD1<td>城管局</table>';
		expect(await refused(take(lacking))).toMatchObject({
			reason: 'missing_columns',
			details: { missing: ['received_at'] }
		});
	});

	test('spans without end, tables without end and tags that never close are no trouble', async () => {
		const wide = `<table><tr>${'<td colspan=1000>x'.repeat(40)}</table>`;
		expect((await refused(take(wide))).reason).toBe('too_large');
		expect((await refused(take('<table><tr><td>'.repeat(5000)))).reason).toBe('too_large');
		expect((await refused(take('<table><tr><td>x</td '.repeat(50_000)))).reason).toBe('html_table');
		expect(cellsOf(`<table><tr><td rowspan=65534>x</td></tr></table>`)).toEqual([['x']]);
	});

	test('a table that ends where an old sheet ends was probably cut there', async () => {
		const rows = (count: number) =>
			Array.from({ length: count }, (_, place) => `<tr><td>GD${place + 1000}<td>2025-03-01 08:00`).join('');
		const page = (count: number) => `<table><tr><td>工单编号<td>登记时间${rows(count)}</table>`;
		expect((await taken(take(page(65_535)))).notes).toContain('probably_truncated');
		expect((await taken(take(page(65_534)))).notes).not.toContain('probably_truncated');
	});
});
