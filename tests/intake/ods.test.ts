import { writeOds } from 'hucre/ods';
import { expect, test } from 'vitest';
import { intakeBench } from './intake-helpers.ts';
import { zip } from './zip-file.ts';

const { take, taken, refused, ask } = intakeBench({ inChild: true });

/** An OpenDocument spreadsheet of this body, as an office program writes it. */
function ods(tables: string, styles = '', manifest = '', type = 'spreadsheet'): Buffer {
	const content = `<?xml version="1.0" encoding="UTF-8"?>
		<office:document-content><office:automatic-styles>${styles}</office:automatic-styles>
		<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
	return zip([
		{ name: 'mimetype', content: Buffer.from(`application/vnd.oasis.opendocument.${type}`), isStored: true },
		{ name: 'content.xml', content: Buffer.from(content) },
		{ name: 'META-INF/manifest.xml', content: Buffer.from(`<manifest:manifest>${manifest}</manifest:manifest>`) }
	]);
}
const text = (value: string) =>
	`<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const row = (...cells: string[]) => `<table:table-row>${cells.map(text).join('')}</table:table-row>`;
const header = row('工单编号', '登记时间');
const table = (name: string, rows: string, style = 'ta1') =>
	`<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`;

test('text, numbers and dates of a file that another program wrote', async () => {
	const bytes = await writeOds({
		sheets: [
			{
				name: '明细',
				rows: [
					['工单编号', '登记时间', '办理截止时间', '退单次数'],
					[20250001, new Date('2025-03-01T08:05:06Z'), new Date('2025-03-05T00:00:00Z'), 2],
					['0007', '2025-03-01 10:00:00', null, null]
				]
			}
		]
	});
	const result = await taken(take(bytes, {}, 'export.zip'));
	expect(result.format).toMatchObject({ container: 'ods', sheet: '明细' });
	expect(
		await ask(
			result,
			'select sheet, row_number, order_number, received_at, due_is_date from staged order by row_number'
		)
	).toEqual([
		{
			...{ sheet: '明细', row_number: 2, order_number: '20250001', received_at: '2025-03-01 08:05:06' },
			due_is_date: true
		},
		{
			...{ sheet: '明细', row_number: 3, order_number: '0007', received_at: '2025-03-01 10:00:00' },
			due_is_date: null
		}
	]);
});

test('blank rows keep the numbers of those below; hidden sheets are never chosen', async () => {
	const styles = `<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
		<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>`;
	const blank =
		'<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>';
	const far = blank.replace('"3"', '"1048000"');
	const visible = header + row('GD1', '2025-03-01 08:00:00') + blank + row('GD2', '2025-03-01 09:00:00') + far;
	const tables = table('旧', header + row('GD0', '2025-03-01 08:00:00'), 'ta2') + table('明细', visible);
	const result = await taken(take(ods(tables, styles)));
	expect(result.rows).toMatchObject({ read: 5, accepted: 2, nonData: 3 });
	expect(result.notes).not.toContain('other_sheets_not_read');
	expect(await ask(result, 'select sheet, row_number, order_number from staged order by row_number')).toEqual([
		{ sheet: '明细', row_number: 2, order_number: 'GD1' },
		{ sheet: '明细', row_number: 6, order_number: 'GD2' }
	]);
	const hidden = table('旧', header + row('GD0', '2025-03-01 08:00:00'), 'ta2') + table('封面', row('说明'));
	expect((await refused(take(ods(hidden, styles)))).reason).toBe('no_header_found');
});

test('a password, entities, a text document and a value repeated without end are refused', async () => {
	const tables = table('明细', header + row('GD1', '2025-03-01 08:00:00'));
	const key = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
	expect((await refused(take(ods(tables, '', key)))).reason).toBe('protected_workbook');
	expect((await refused(take(ods(`<!DOCTYPE a [<!ENTITY b "c">]>${tables}`)))).reason).toBe('unreadable_workbook');
	expect((await refused(take(ods(tables, '', '', 'text')))).reason).toBe('not_a_table');
	const endless = tables.replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16384"');
	expect((await refused(take(ods(endless)))).reason).toBe('too_large');
	const rows = `<table:table-row table:number-rows-repeated="1048576">${text('x').replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="2000"')}</table:table-row>`;
	expect((await refused(take(ods(table('明细', header + rows))))).reason).toMatch(/^(too_large|reader_stopped)$/);
}, 60_000);
