import { describe, expect, test } from 'vitest';
import { shownCell, shownName, shownProblem } from '#lib/server/intake/cells/shown-cells.ts';

describe('a cell of data in a question', () => {
	test.each([
		...['2026-03-01 08:00:00', '2026/3/1', '2026年3月1日', '20260301080000', '45678.5', '08:00'],
		...['GD1001', '20260101000000000001', '12', '3.5', '85%', '3天', '12 小时'],
		...['城管局', '市场监督管理局', '城关街道', '城管局一中队', '满意', '已办结', '是', '']
	])('%s is shown', (cell) => expect(shownCell(` ${cell} `)).toBe(cell));

	test.each([
		['13855512341', '***'],
		['057187655543', '***'],
		['GD1001/13855512341', 'GD1001/***'],
		...['赵小满', '欧阳先生', '人民路12号', '幸福小区', '路灯坏了', 'John Smith', '找钱小雪谈', '1栋2单元'].map(
			(cell) => [cell, '…']
		),
		['x'.repeat(41), '…']
	])('%s is shown as %s', (cell, shown) => expect(shownCell(cell!)).toBe(shown));
});

describe('what may be the name of a column', () => {
	test.each([
		...[
			'甲',
			'单据号',
			'方式',
			'高度',
			'任务类型',
			'承办单位',
			'时间',
			'金额',
			'项目',
			'Created Date',
			'受理时间（必填）'
		]
	])('%s is shown', (cell) => expect(shownName(cell)).toBe(cell));

	test.each([
		['赵小满', '***'],
		['钱先生', '***'],
		['制表：赵女士', '制表：***'],
		['赵女士 钱先生', '*** ***'],
		['电话 13855512341', '电话 ***'],
		['市民来电说楼上漏水已经三个多月没有人来修', '…']
	])('%s is shown as %s', (cell, shown) => expect(shownName(cell)).toBe(shown));
});

test('what a program says of its failing quotes no cell', () => {
	expect(shownProblem(`Conversion Error: Could not convert string '赵小满' to INT32`)).toBe(
		'Conversion Error: Could not convert string … to INT32'
	);
	expect(shownProblem(`Unexpected token "赵", "[{赵小满`)).toBe('Unexpected token …, …');
	expect(shownProblem(`no such column "row_number" near 13855512341`)).toBe('no such column "row_number" near ***');
});
