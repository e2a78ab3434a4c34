import { describe, expect, test } from 'vitest';
import { bytesOutside, expectNowhere, plantedBench } from './planted.ts';

const { newFolder, takeOne } = plantedBench();

describe('questions and refusals, which the ledger keeps,', () => {
	const row = (number: string, day: string) =>
		`${number},2026-09-${day} 08:00:00,城管局,赵小满,13855512341,人民路12号,找钱小雪,057187655543`;
	const rows = [row('A1', '01'), row('A2', '02'), row('A3', '03')];
	const people = ['赵小满', '钱小雪', '13855512341', '人民路', '57187655543'];

	test.each([
		['a file without a header', rows, 'header-row'],
		['one under unknown names', ['甲,乙,丙,丁,戊,己,庚,辛', ...rows], 'header-row'],
		[
			'one whose number stands in an unknown column',
			['甲,登记时间,承办单位,丁,戊,己,诉求内容,来电号码', ...rows],
			'column:order_number'
		],
		[
			'one in which two columns have a name',
			['工单编号,登记时间,承办单位,市民姓名,来电号码,己,诉求内容,来电号码', ...rows],
			'column:caller_phone'
		]
	])('of %s', async (_, text, asked) => {
		const folder = newFolder();
		const imported = await takeOne(folder, text.join('\n'));
		expect(imported).toMatchObject({ outcome: 'asked', result: { question: { name: asked } } });
		expectNowhere(people, [['what is asked', JSON.stringify(imported)], ...bytesOutside(folder)]);
	});

	test.each([
		['no_header_found', '赵小满,13855512341\n钱小雪,057187655543\n'],
		['json_without_orders', JSON.stringify([{ 赵小满: 1, '13855512341': '人民路' }])]
	])('of what is no export: %s', async (reason, text) => {
		const folder = newFolder();
		const imported = await takeOne(folder, text);
		expect(imported).toMatchObject({ outcome: 'refused', result: { refusal: { reason } } });
		expectNowhere(people, [['what is said', JSON.stringify(imported)], ...bytesOutside(folder)]);
	});
});
