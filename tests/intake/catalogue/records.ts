import { describe, expect } from 'vitest';
import type { QuickBench } from '../quick-bench.ts';
import { asks, counted, input, lines, orders, refusedFor, setAside } from './outcomes.ts';

/** B20–B36: how text is cut into rows and cells. */
export function records({ take, taken, asked, ask }: QuickBench): void {
	const numbers = async (result: Awaited<ReturnType<typeof taken>>) =>
		(await ask(result, 'select order_number from staged order by row_number')).map((row) => row.order_number);

	describe('sizes', () => {
		input('B20', 'a cell of a million bytes', 'Q', async () => {
			const long = 'x'.repeat(1_000_000);
			const result = await taken(take(orders({ 承办单位: [long, 'y'.repeat(60_000), '城管局'] })));
			expect(await numbers(result)).toEqual(['GD1002', 'GD1003']);
			// Of a column that is not read nothing is taken over, however long it is.
			expect((await taken(take(orders({ 诉求内容: [long] })))).rows).toMatchObject({ accepted: 2, setAside: 0 });
			return setAside(result, 'cell_too_long', 1);
		});

		input('B21', 'a line of more than two million bytes', 'Q', async () => {
			const result = await taken(take(orders({ 诉求内容: ['x'.repeat(2_500_000), '路灯不亮'] })));
			expect(await numbers(result)).toEqual(['GD1002']);
			return setAside(result, 'row_too_long', 1);
		});

		input('B22', '2,000 columns', 'X', async () => {
			const wide = (count: number) =>
				orders(Object.fromEntries(Array.from({ length: count }, (_, n) => [`列${n}`, ['1']])));
			expect((await taken(take(wide(500)))).unmapped).toHaveLength(500);
			return refusedFor(await take(wide(1998)), 'too_large');
		});
	});

	describe('separators', () => {
		const table = (separator: string) =>
			lines(
				['工单编号', '登记时间', '承办单位'].join(separator),
				['GD1001', '2026-03-01 08:00:00', '城管局'].join(separator)
			);
		for (const [id, what, separator] of [
			['B23', 'semicolons', ';'],
			['B24', 'tabs', '\t'],
			['B25', 'vertical bars', '|']
		] as const) {
			input(id, what, 'A', async () => {
				const result = await taken(take(table(separator)));
				expect(await ask(result, 'select order_number, unit from staged')).toEqual([
					{ order_number: 'GD1001', unit: '城管局' }
				]);
				return `read by ${what}`;
			});
		}

		input('B26', 'full-width commas', '?', async () => {
			const question = await asked(take(table('，')));
			expect(question).toMatchObject({
				name: 'separator',
				choices: [{ value: '，', samples: ['工单编号', '登记时间', '承办单位'] }]
			});
			const result = await taken(take(table('，'), { answers: { separator: '，' } }));
			expect(await ask(result, 'select unit from staged')).toEqual([{ unit: '城管局' }]);
			return asks(question);
		});
	});

	describe('lines and quotes', () => {
		const rows = [
			'工单编号,登记时间,承办单位',
			'GD1001,2026-03-01 08:00:00,城管局',
			'GD1002,2026-03-01 08:00:00,民政局'
		];
		input('B27', 'CR alone', 'A', async () => {
			expect(await numbers(await taken(take(rows.join('\r') + '\r')))).toEqual(['GD1001', 'GD1002']);
		});
		input('B28', 'LF and CRLF mixed', 'A', async () => {
			const result = await taken(take(`${rows[0]}\r\n${rows[1]}\n${rows[2]}\r\n`));
			expect(await ask(result, 'select unit from staged order by 1')).toEqual([{ unit: '城管局' }, { unit: '民政局' }]);
		});
		input('B29', 'a line break inside quotes', 'A', async () => {
			const result = await taken(take(orders({ 诉求内容: ['第一行\n第二行', ''] })));
			expect(result.rows).toEqual({ read: 2, accepted: 2, repaired: 0, setAside: 0, nonData: 0 });
		});
		input('B30', 'a quote never closed', 'Q', async () => {
			const result = await taken(take(lines(rows[0]!, 'GD1000,2026-03-01 08:00:00,"城管局', rows[1]!, rows[2]!)));
			expect(await numbers(result)).toEqual(['GD1001', 'GD1002']);
			const [told] = await ask(result, 'select row_number::integer as row, value from rows');
			expect(told).toEqual({ row: 2, value: 'GD1000,2026-03-01 08:00:00,"城管局' });
			return setAside(result, 'unclosed_quote', 1);
		});
		input('B31', 'a stray quote', 'A', async () => {
			const result = await taken(take(lines(rows[0]!, 'GD1001,2026-03-01 08:00:00,城"管"局')));
			expect(await ask(result, 'select unit from staged')).toEqual([{ unit: '城"管"局' }]);
		});
		input('B32', 'quotes escaped by a backslash', 'N', async () => {
			const cell = '"城\\"管, 执法\\"局"';
			const result = await taken(take(lines(rows[0]!, `GD1001,2026-03-01 08:00:00,${cell}`, rows[2]!)));
			expect(await ask(result, 'select unit from staged order by row_number')).toEqual([
				{ unit: '城"管, 执法"局' },
				{ unit: '民政局' }
			]);
			return counted(result, 'backslash_quote', 1);
		});
		input('B33', 'more cells than the header', 'Q', async () => {
			const result = await taken(take(lines(...rows, 'GD1003,2026-03-01 08:00:00,城管局,执法队')));
			expect(await ask(result, 'select row_number::integer as row, value from rows')).toEqual([
				{ row: 4, value: 'GD1003 | 2026-03-01 08:00:00 | 城管局 | 执法队' }
			]);
			return setAside(result, 'cell_count', 1);
		});
		input('B34', 'fewer cells than the header', 'Q', async () =>
			setAside(await taken(take(lines(...rows, 'GD1003,2026-03-01 08:00:00'))), 'cell_count', 1)
		);
		input('B35', 'blank columns at the end', 'A', async () => {
			// Better than N: no value is changed, so there is nothing to count.
			const result = await taken(take(lines(...rows.map((row) => `${row},,,`))));
			expect(result.rows).toEqual({ read: 2, accepted: 2, repaired: 0, setAside: 0, nonData: 0 });
			expect(result.unmapped).toEqual([]);
		});
		input('B36', 'blank rows at the end', 'N', async () => {
			const result = await taken(take(lines(...rows, ',,', '', ' , , ')));
			expect(result.rows).toEqual({ read: 5, accepted: 2, repaired: 0, setAside: 0, nonData: 3 });
			expect(await ask(result, 'select distinct outcome, reason from rows')).toEqual([
				{ outcome: 'nonData', reason: 'blank' }
			]);
			return '3: counted as blank';
		});
	});
}
