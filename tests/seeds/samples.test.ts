import { readdirSync, readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { samples } from '#seeds/samples.ts';
import { monthSample } from '#seeds/samples/month.ts';
import { quarterSample } from '#seeds/samples/quarter.ts';
import { visitsSample } from '#seeds/samples/visits.ts';

const folder = new URL('../../seeds/exports/', import.meta.url);
const committed = (fileName: string) => readFileSync(new URL(encodeURIComponent(fileName), folder));

test('the committed samples are made anew byte for byte', async () => {
	const made = await samples();
	expect(readdirSync(folder).sort()).toEqual(Object.keys(made).sort());
	for (const [fileName, bytes] of Object.entries(made)) expect(committed(fileName).equals(bytes), fileName).toBe(true);
});

test('the month brings a title, a note, a page break, a total and six slips', () => {
	const text = new TextDecoder('gb18030', { fatal: true }).decode(committed(monthSample));
	const lines = text.trimEnd().split('\r\n');
	const headers = lines.flatMap((line, place) => (line.startsWith('工单编号,') ? [place + 1] : []));
	expect(lines).toHaveLength(125);
	expect(lines[0]).toContain('虚构数据');
	expect(lines[1]).toContain('导出时间：2026-10-08 08:30:00');
	expect(headers).toEqual([3, 64]);
	expect(lines[124]).toMatch(/^合计,120,/);
	expect(lines[14]).toContain(',２０２６－０９－０３　');
	expect(lines[15]).toContain(',０,');
	expect(lines[16]).toContain(',  安澜市交通运输局 ,');
	expect(lines[33]).toMatch(/^-,/);
	expect(lines[47]).toContain(',𬇕湾镇,');
	expect(lines[81]).toContain(',2026-09-31 ');
});

test('the quarter is a workbook under merged cells, with real dates, text dates and a hidden sheet', async () => {
	const { sheets } = await readXlsx(committed(quarterSample));
	const [shown, hidden] = sheets;
	const [title, headings, header, ...orders] = shown!.rows;
	const received = header!.indexOf('登记时间');
	const closed = header!.indexOf('结案时间');
	const kinds = (column: number) => orders.map((row) => (row[column] instanceof Date ? 'date' : typeof row[column]));
	expect(title!.slice(0, 2)).toEqual(['安澜市诉求查询明细结果', '（虚构数据）']);
	expect(headings!.filter((cell) => cell !== null)).toEqual(['诉求信息', '办理过程', '回访情况']);
	expect(shown!.merges).toHaveLength(4);
	expect(orders).toHaveLength(80);
	expect(kinds(received).filter((kind) => kind === 'date')).toHaveLength(78);
	expect(orders[5]![received]).toMatch(/^2026\/07\/\d\d \d\d:\d\d:\d\d$/);
	expect(orders[20]![received]).toMatch(/^2026年\d月\d+日 \d\d:\d\d$/);
	expect(kinds(closed).filter((kind) => kind === 'number')).toHaveLength(1);
	expect(hidden).toMatchObject({ name: '参数', hidden: true });
});

test('the visits hold a line break in quotes, a date-only closing, one before receipt and one missing', () => {
	const text = new TextDecoder('utf-8', { fatal: true }).decode(committed(visitsSample));
	expect(text).toContain('"系统升级期间补录，\n原登记为""手工单"""');
	const lines = text.trimEnd().replace('，\n原', '，原').split('\n');
	const header = lines[0]!.split(',');
	const orders = lines
		.slice(1)
		.map((line) => Object.fromEntries(line.split(',').map((cell, place) => [header[place]!, cell])));
	expect(orders.every((order) => order['数据性质'] === '虚构数据')).toBe(true);
	expect(orders.filter((order) => /^\d{4}-\d\d-\d\d$/.test(order['办结时间']!))).toHaveLength(1);
	expect(orders.filter((order) => order['办结时间'] && order['办结时间'] < order['受理时间']!)).toHaveLength(1);
	expect(orders.filter((order) => order['工单状态'] === '已办结' && !order['办结时间'])).toHaveLength(1);
	expect(new Set(orders.map((order) => order['特殊群体']))).toEqual(
		new Set(['', '老年人', '农民工', '残疾人', '未成年人', '退役军人'])
	);
	expect(orders.some((order) => order['首次满意度'] === '拒访')).toBe(true);
	expect(orders.some((order) => order['首次满意度'] === '无法联系')).toBe(true);
});
