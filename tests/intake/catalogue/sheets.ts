import { workbookOf } from './sheet-parts.ts';
import { endsAtLimit } from '#lib/server/intake/stage-export.ts';
import { describe, expect } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import type { QuickBench } from '../quick-bench.ts';
import { counted, flagged, input, setAside } from './outcomes.ts';

/** B51–B55: what only a spreadsheet holds. */
export function sheets({ take, taken, ask }: QuickBench): void {
	const moment = (text: string) => new Date(`${text.replace(' ', 'T')}Z`);
	const head = ['工单编号', '登记时间', '承办单位'];

	describe('spreadsheets', () => {
		input('B50', 'merged cells in the table', 'N', async () => {
			const day = '2026-03-01 08:00:00';
			const rows = [
				['三月工单', null, null, null],
				['工单编号', '登记时间', '承办单位', '行政区划'],
				['GD1001', day, '城管局', '东城'],
				['GD1002', day, null, null],
				['GD1003', day, null, '西城'],
				['GD1004', day, null, null]
			];
			const down = (startCol: number, startRow: number, endRow: number) => ({
				startRow,
				endRow,
				startCol,
				endCol: startCol
			});
			const title = { startRow: 0, startCol: 0, endRow: 0, endCol: 3 };
			const merges = [title, down(2, 2, 4), down(3, 2, 3)];
			const result = await taken(take(await writeXlsx({ sheets: [{ name: '明细', rows, merges }] })));
			expect(await ask(result, 'select unit, district from staged order by row_number')).toEqual([
				{ unit: '城管局', district: '东城' },
				{ unit: '城管局', district: '东城' },
				{ unit: '城管局', district: '西城' },
				// Below what the sheet declares nothing is filled, blank as it is.
				{ unit: null, district: null }
			]);
			expect(
				await ask(
					result,
					`select row_number::integer as row, header, value from rows where outcome = 'repaired' order by all`
				)
			).toEqual([
				{ row: 4, header: '承办单位', value: '城管局' },
				{ row: 4, header: '行政区划', value: '东城' },
				{ row: 5, header: '承办单位', value: '城管局' }
			]);
			flagged(result, 'merged_cells_filled');
			return counted(result, 'merged_cell', 3);
		});

		input('B60', 'macros, links to other files and embedded objects', 'A', async () => {
			const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
			const linked = '<c t="str"><f>[1]别的表!A1</f><v>城管局</v></c>';
			const bytes = workbookOf(
				`<row>${head.map(text).join('')}</row><row>${text('GD1001')}${text('2026-03-01 08:00:00')}${linked}</row>`,
				'',
				{
					'xl/vbaProject.bin': 'Sub Auto_Open()',
					'xl/externalLinks/externalLink1.xml': '<externalLink/>',
					'xl/embeddings/oleObject1.bin': 'OLE'
				}
			);
			// Better than X: nothing but cells is ever opened, and a cell shows what it was last worked out to.
			const result = await taken(take(bytes, {}, '导出.xlsm'));
			expect(await ask(result, 'select unit from staged')).toEqual([{ unit: '城管局' }]);
			return 'the cells are read, nothing is run or followed';
		});

		input('B51', 'formulas without a value and errors', 'Q', async () => {
			const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
			const row = (number: string, unit: string) => `<row>${number}${text('2026-03-01 08:00:00')}${unit}</row>`;
			const bytes = workbookOf(
				`<row>${head.map(text).join('')}</row>` +
					row(text('GD1001'), '<c t="e"><v>#N/A</v></c>') +
					row(text('GD1002'), '<c><f>1+1</f></c>') +
					row('<c><f>A2</f></c>', text('城管局'))
			);
			const result = await taken(take(bytes));
			expect(await ask(result, 'select order_number, unit from staged order by row_number')).toEqual([
				{ order_number: 'GD1001', unit: null },
				{ order_number: 'GD1002', unit: null }
			]);
			return `${counted(result, 'spreadsheet_error', 1)} ${setAside(result, 'missing_order_number', 1)}`;
		});

		input('B52', 'dates and texts of dates in one column', 'A', async () => {
			const rows = [head, ['GD1001', moment('2026-03-01 08:00:00')], ['GD1002', '2026/3/1 8:00']];
			const result = await taken(take(await writeXlsx({ sheets: [{ name: '明细', rows }] })));
			expect(await ask(result, 'select distinct received_at from staged')).toEqual([
				{ received_at: '2026-03-01 08:00:00' }
			]);
		});

		input('B53', 'days counted from 1904', 'A', async () => {
			const rows = [head, ['GD1001', moment('2026-03-01 08:00:00'), '城管局']];
			const bytes = await writeXlsx({ sheets: [{ name: '明细', rows }], dateSystem: '1904' });
			const result = await taken(take(bytes));
			expect(await ask(result, 'select received_at from staged')).toEqual([{ received_at: '2026-03-01 08:00:00' }]);
		});

		input('B54', 'rich text, readings and inline strings', 'A', async () => {
			const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
			const rich = '<c t="inlineStr"><is><r><t>城</t></r><r><rPr><b/></rPr><t>管局</t></r></is></c>';
			const result = await taken(
				take(
					workbookOf(
						`<row>${head.map(text).join('')}</row><row>${text('GD1001')}${text('2026-03-01 08:00:00')}${rich}</row><row>${text('GD1002')}${text('2026-03-01 08:00:00')}<c t="s"><v>0</v></c></row>`,
						'<si><r><t>城</t></r><r><t>管局</t></r><rPh sb="0" eb="1"><t>chengguan</t></rPh></si>'
					)
				)
			);
			expect(await ask(result, 'select distinct unit from staged')).toEqual([{ unit: '城管局' }]);
		});

		input('B55', 'just as many rows as a sheet holds', 'F', async () => {
			// A million rows would take the time of all other inputs: the old limit goes the whole way, the new one is counted.
			const rows = (count: number) => Array.from({ length: count }, (_, n) => `${n + 1_000_000},2026-03-01\n`).join('');
			const table = (count: number) => taken(take(`工单编号,登记时间\n${rows(count)}`));
			const result = await table(65_535);
			expect(result.rows.accepted).toBe(65_535);
			expect((await table(65_534)).notes).not.toContain('probably_truncated');
			expect(endsAtLimit('xlsx', 1_048_575)).toBe(true);
			expect([endsAtLimit('xlsx', 1_048_574), endsAtLimit('xlsx', 65_535)]).toEqual([false, false]);
			return flagged(result, 'probably_truncated');
		});
	});
}
