import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { FigureTable } from '#lib/domain/table.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { definitionLines, filterTexts, measuresIn, tableFacts } from '#lib/view/table-about.ts';
import { tableWorkbook } from '#lib/view/table-workbook.ts';
import { cityOfOrders, october, scope } from '../queries/city.ts';

const city = cityOfOrders();

const named = (...names: string[]): FigureTable => ({
	id: 'timeliness',
	by: 'unit',
	columns: [
		{ key: 'name', kind: 'text' },
		{ key: 'n', kind: 'count' },
		{ key: 'rate', kind: 'rate' },
		{ key: 'medianSeconds', kind: 'seconds' }
	],
	rows: names.map((name) => ({ name, n: -5, rate: 0.8360020931449503, medianSeconds: 259_200.5 })),
	total: null
});
const opened = async (table: FigureTable, about = [{ term: '=期间', text: '＝2026' }]) =>
	readXlsx(await tableWorkbook(table, about), { readStyles: true });

describe('what a spreadsheet would run', () => {
	test.each([
		'=1+1',
		'+1',
		'-1',
		'@SUM(A1)',
		'＝1',
		'＋1',
		'－1',
		'＠x',
		'\t=1',
		'\r=1',
		' =1',
		'\u3000=1',
		`=HYPERLINK("http://x","y")`,
		`=cmd|' /C calc'!A0`
	])('%j is a text with an apostrophe, and no formula', async (name) => {
		const { sheets } = await opened(named(name));
		const [sheet] = sheets;
		const value = sheet!.rows[1]![0];
		expect(typeof value).toBe('string');
		expect(value).toMatch(/^'/);
		for (const { cells } of sheets) for (const cell of cells?.values() ?? []) expect(cell.formula).toBeUndefined();
	});

	test('a NUL is not written at all, and what stands behind it is harmless', async () => {
		const { sheets } = await opened(named('\0=1'));
		expect(sheets[0]!.rows[1]![0]).toBe(`'=1`);
	});

	test('the sheet that says what the file is holds as little of it', async () => {
		const { sheets } = await opened(named('城管局'));
		expect(sheets[1]!.rows).toEqual([[`'=期间`, `'＝2026`]]);
	});

	test('negative numbers stay numbers, names stay as they are', async () => {
		const { sheets } = await opened(named('城管局', 'a=b', '1-2'));
		expect(sheets[0]!.rows.slice(1)).toEqual(
			['城管局', 'a=b', '1-2'].map((name) => [name, -5, 0.8360020931449503, 259_200.5])
		);
	});
});

describe('a table as a workbook', () => {
	test('shows rates as per cent and says that durations are seconds', async () => {
		const { sheets } = await opened(named('城管局'));
		expect(sheets.map(({ name }) => name)).toEqual(['表', '说明']);
		expect(sheets[0]!.rows[0]!.at(-1)).toMatch(/（秒）$/);
		const formats = [0, 1, 2, 3].map((column) => sheets[0]!.cells?.get(`1,${column}`)?.style?.numFmt);
		expect(formats).toEqual(['@', '#,##0', '0.0%', '#,##0']);
	});

	test('of the pages holds every row and the total, and the definition of every measure in it', async () => {
		const table = await tables['on-time'](city.db, { scope: october, by: 'unit' });
		const facts = tableFacts(table, {
			periodName: '2026年10月',
			isIncomplete: true,
			dataCut: '2026-10-31 12:00:00',
			version: '0123456789abcdef',
			filters: filterTexts(scope({ unit: ['城管局', ''] })),
			rules: '默认规则（plain）',
			isMadeUp: true
		});
		const { sheets } = await opened(table, [...facts, ...definitionLines(table)]);
		expect(sheets[0]!.rows).toHaveLength(1 + table.rows.length + 1);
		const about = sheets[1]!.rows.map((row) => row.join(' '));
		for (const said of [
			'2026年10月',
			'2026-10-31 12:00:00',
			'0123456789abcdef',
			'承办单位：城管局',
			'期间未完',
			'虚构'
		])
			expect(
				about.some((line) => line.includes(said)),
				said
			).toBe(true);
		expect(measuresIn(table)).toEqual(['on-time-due', 'on-time-closed']);
		expect(about.filter((line) => /^T(9|10) /.test(line))).toHaveLength(2);
	});

	test('whose rows are measures defines each of them', async () => {
		const table = await tables.stages(city.db, { scope: scope(), by: 'unit' });
		expect(measuresIn(table)).toEqual(['dispatch-time', 'sign-time', 'first-contact-time', 'handling-time']);
	});
});
