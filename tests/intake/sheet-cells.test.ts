import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamXlsxRows, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { writeBigWorkbook } from '#seeds/big/big-workbook.ts';
import { RefusedExport } from '#lib/server/intake/refused-export.ts';
import { isDateFormat } from '#lib/server/intake/read/date-styles.ts';
import { noDates } from '#lib/server/intake/read/opened.ts';
import type { SourceRow } from '#lib/server/intake/read/records.ts';
import { cellText, openWorkbook, sheetRows } from '#lib/server/intake/read/workbook.ts';
import { XmlScanner } from '#lib/server/intake/read/xml-scanner.ts';
import { workbookOf } from './catalogue/sheet-parts.ts';
import { hasRealExports, realExport } from './intake-helpers.ts';
import { zip } from './zip-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'duban-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function written(bytes: Uint8Array): string {
	const path = join(folder, `${++files}.xlsx`);
	writeFileSync(path, bytes);
	return path;
}

/** All rows of a workbook's sheet as the intake reads them. */
async function read(path: string, sheet = '明细', dates = noDates()): Promise<SourceRow[]> {
	const rows: SourceRow[] = [];
	for await (const batch of sheetRows(openWorkbook(path), sheet, dates)) rows.push(...batch);
	return rows;
}

/** The same as another reader tells them: blank rows at the end left out, blank cells at the end of a row too. */
async function readElsewhere(path: string, sheet: string): Promise<SourceRow[]> {
	const rows: SourceRow[] = [];
	for await (const { index, values } of streamXlsxRows(readFileSync(path), { sheet }))
		rows.push({ number: index + 1, cells: values.map(cellText) });
	while (rows.at(-1)?.cells.every((cell) => cell === '')) rows.pop();
	return rows;
}

const withoutEnd = (rows: SourceRow[]) =>
	rows.map(({ number, cells }) => ({ number, cells: cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1) }));

const expectSame = async (path: string, sheet: string) =>
	expect(withoutEnd(await read(path, sheet))).toEqual(withoutEnd(await readElsewhere(path, sheet)));

describe('a sheet is read as another reader reads it', () => {
	const at = (text: string) => new Date(`${text}Z`);

	test('texts, numbers, dates, truth values and blanks', async () => {
		const rows: WriteSheet['rows'] = [
			['工单编号', '登记时间', '办结时间', '备注'],
			['GD 1 ', at('2026-01-02T03:04:05'), at('2026-02-28T00:00:00'), 'a < b & "c"\n第二行'],
			[20260001, at('1999-12-31T23:59:59.600'), null, true],
			[null, null, null, null],
			[-0.125, 12_345_678_901_234, '_x000D_', false],
			['🙂', '\u3000', '', null]
		];
		const path = written(await writeXlsx({ sheets: [{ name: '明细', rows }] }));
		await expectSame(path, '明细');
		expect((await read(path))[1]!.cells.slice(1, 3)).toEqual(['2026-01-02 03:04:05', '2026-02-28 00:00:00']);
	});

	test.for(['inline', 'shared'] as const)('thousands of rows with %s texts', async (texts) => {
		const path = join(folder, `${texts}.xlsx`);
		const plan = { rows: 2500, firstNumber: 1, firstDay: '2026-01-01', days: 20, seed: 7 };
		await writeBigWorkbook(path, plan, texts);
		await expectSame(path, '工单明细');
	});

	const real = ['e4.xlsx', 'e3.xlsx', 'full_dataset_sheet_1.xlsx', 'hot_table.xls', 'hot_detail.xls'];
	test.skipIf(!hasRealExports).for(real)('%s', async (file) => {
		const path = realExport(`hunan-messages/${file}`);
		for (const { name } of openWorkbook(path).sheets) await expectSame(path, name);
	});
});

describe('what no writer of ours would write', () => {
	test('prefixes, quotes of either kind, rows and cells without a reference, rich text, readings, CDATA, comments', async () => {
		const rows = `<x:row r='2'><x:c t="inlineStr"><x:is><x:r><x:t>一</x:t></x:r><x:r><x:t>二</x:t></x:r><x:rPh><x:t>yi</x:t></x:rPh></x:is></x:c>
			<x:c
				t='s' ><x:v>0</x:v></x:c><!-- <c> --><x:c t="str"><x:f>A1&gt;"</x:f><x:v><![CDATA[a<b]]></x:v></x:c></x:row>
			<row><c r="C3"><v>1e3</v></c><c r="A3" t="e"><v>#N/A</v></c></row><row r="7"/>`;
		const strings = '<si><r><t>共</t></r><r><t xml:space="preserve"> 享</t></r><rPh><t>gong</t></rPh></si>';
		expect(await read(written(workbookOf(rows, strings)))).toEqual([
			{ number: 2, cells: ['一二', '共 享', 'a<b'] },
			{ number: 3, cells: ['#N/A', '', '1000'] }
		]);
	});

	test('days counted from 1904, styles of dates, and the texts of a sheet that comes first in the archive', async () => {
		const cell = (style: number) => `<c s="${style}"><v>0.5</v></c><c s="${style}"><v>61.25</v></c>`;
		const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.0&quot;d&quot;"/></numFmts>
			<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
		const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
		const parts = (from1904: string) => ({
			'xl/styles.xml': styles,
			'xl/workbook.xml': `<workbook xmlns:r="${relations}"><workbookPr ${from1904}/><sheets><sheet name="明细" r:id="rId1"/></sheets></workbook>`,
			'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
		});
		const cells = async (from1904: string) =>
			(await read(written(workbookOf(`<row>${cell(0)}${cell(1)}${cell(2)}${cell(3)}</row>`, '', parts(from1904)))))[0]!
				.cells;
		expect(await cells('')).toEqual([
			...['0.5', '61.25', '12:00:00', '1900-03-01 06:00:00', '12:00:00', '1900-03-01 06:00:00', '0.5', '61.25']
		]);
		expect((await cells('date1904="1"')).slice(2, 4)).toEqual(['1904-01-01 12:00:00', '1904-03-02 06:00:00']);
	});

	test('formats that show a day or a time, and those that do not', () => {
		const dates = ['yyyy-mm-dd', 'h:mm AM/PM', '[h]:mm', 'mm:ss.0', '[$-804]d"日"', 'mmm', '[DBNum1]m"月"d"日"'];
		const others = ['General', '@', '0.00', '#,##0 "days"', '[Red]0', '0\\h', 'G/通用格式', '0.00E+00', '_-0'];
		expect(dates.filter(isDateFormat)).toEqual(dates);
		expect(others.filter(isDateFormat)).toEqual([]);
	});

	test('a piece may end anywhere', () => {
		const xml = `<a b="x>y" c='"'>一&amp;二<!-- > --><![CDATA[<]]><d/></a >`;
		const told = (pieces: string[]) => {
			const all: string[] = [];
			const scanner = new XmlScanner({
				open: (name, attributes) => all.push(`<${name}${attributes}`),
				text: (text) => all.push(text),
				close: (name) => all.push(`/${name}`)
			});
			for (const piece of pieces) scanner.push(piece);
			scanner.end();
			return all;
		};
		const whole = told([xml]);
		expect(whole).toEqual([`<a b="x>y" c='"'`, '一&二', '<', '<d', '/d', '/a']);
		for (let cut = 1; cut < xml.length; cut++) expect(told([xml.slice(0, cut), xml.slice(cut)])).toEqual(whole);
		expect(told([...xml])).toEqual(whole);
	});
});

describe('what is refused', () => {
	const reasonOf = async (bytes: Uint8Array) => {
		try {
			return await read(written(bytes));
		} catch (error) {
			return error instanceof RefusedExport ? error.refusal.reason : error;
		}
	};

	test('a column beyond the last, a text without end, another checksum, a part that breaks off', async () => {
		expect(await reasonOf(workbookOf('<row><c r="ZZZZZZ1"><v>1</v></c></row>'))).toBe('too_large');
		const long = 'x'.repeat(1_500_000);
		expect(await reasonOf(workbookOf(`<row><c t="str"><v>${long}</v></c></row>`))).toBe('too_large');
		expect(await reasonOf(workbookOf(`<row><c ${long}/></row>`))).toBe('too_large');
		expect(await reasonOf(workbookOf('<row><c', '', {}))).toBe('unreadable_workbook');
		const parts = [
			{ name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="明细" r:id="r1"/></sheets></workbook>' },
			{
				name: 'xl/_rels/workbook.xml.rels',
				content: '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>'
			},
			{ name: 'xl/s.xml', content: '<sheetData><row><c><v>1</v></c></row></sheetData>', crc: 1 }
		];
		expect(await reasonOf(zip(parts.map((part) => ({ ...part, content: Buffer.from(part.content) }))))).toBe(
			'unreadable_workbook'
		);
	});
});
