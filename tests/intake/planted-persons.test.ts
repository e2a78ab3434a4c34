import { expect, test } from 'vitest';
import { type OrderField, orderFields } from '#lib/domain/export-fields.ts';
import { headerSynonyms } from '#lib/domain/header-synonyms.ts';
import { csv } from '../support/warehouse.ts';
import { expectNowhere, order, phones, plantedBench } from './planted.ts';

const { newFolder, takeOne, readOutside, served } = plantedBench();

test('no number stands in any file of the data folder but the archived export and the internal store, nor in what the import says', async () => {
	const folder = newFolder();
	const rows = csv([
		order('A1001', phones[0]!, '2026-09-01 08:00:00'),
		order('A1002', `+86 ${phones[1]}`, '2026-09-02 08:00:00'),
		order('A1003', '0571-87655543', '2026-09-03 08:00:00'),
		// Set aside: a time that is none, and a row with a cell too many.
		order('A1004', phones[3]!, 'soon')
	]);
	const text = `${rows}A1005,${phones[3]},市容,城管局,2026-09-05 08:00:00,,有人来电 ${phones[0]},多\n`;
	const forms = [...phones, '87655543', '0571-87655543', '+86 13855512342'];
	const imported = await takeOne(folder, text);
	const texts = await readOutside(folder);
	expectNowhere(forms, [...texts, ['what the import says', JSON.stringify(imported)]]);
	expect(Object.fromEntries(texts)['rows of orders']).toContain('A1003');
	expect(await served(folder, 'select count(distinct caller_key)::integer as n from orders')).toEqual([{ n: 3 }]);
});

test('numbers, plates, addresses of mail and names of persons planted in every column and in free text stand in the internal store and the original alone', async () => {
	const folder = newFolder();
	const numbers = ['13855512341', '138 5551 2342', '+86-13855512343', '0571-87655544', '11010519491231002X'];
	const person = '赵小满';
	const others = ['粤B·D12345', 'zhao.xm@example.com'];
	const cell = `甲${numbers.join('，')}；${numbers.join(' ')}乙${person}丙${others.join('，')}丁`;
	const names = Object.entries(orderFields)
		.filter(([field]) => field !== 'caller_name')
		.filter(([, kind]) => kind === 'name' || kind === 'word' || kind === 'flag');
	const columns = [
		...(['order_number', 'registered_at', 'closed_at', 'caller_phone', 'caller_name'] as const).map(
			(field) => headerSynonyms[field][0]!
		),
		...names.map(([field]) => headerSynonyms[field as OrderField][0]!),
		...['身份证号', '诉求地址', '诉求内容', '答复内容', '自造的一列']
	];
	const said = (number: string, time: string, handler = cell) =>
		Object.fromEntries(
			columns.map((column, place) => {
				const known = [number, time, '2026-09-12 08:00:00', numbers[0]!, person][place];
				return [column, known ?? (column === headerSynonyms.handler[0] ? handler : cell)];
			})
		);
	/** Third persons: callers of other rows, and in columns of units anybody; each alone in its cell. */
	const [third, addressed, stranger] = ['钱小雪', '欧阳先生', '周建军'];
	const ofUnits = ['unit', 'sub_unit', 'parent_unit', 'co_units'].map(
		(field) => headerSynonyms[field as OrderField][0]!
	);
	const planted = (row: Record<string, string>, value: string, among: string[]) => ({
		...row,
		...Object.fromEntries(among.map((column) => [column, value]))
	});
	const ofNames = names.filter(([, kind]) => kind === 'name').map(([field]) => headerSynonyms[field as OrderField][0]!);
	const named = (number: string) => ({
		...said(number, '2026-09-03 08:00:00', '13855512341'),
		...Object.fromEntries([...ofNames, '身份证号'].map((column) => [column, '']))
	});
	const rows = [
		said('A1001', '2026-09-01 08:00:00', '13855512341'),
		said('A1002', 'soon'),
		said('合计', ''),
		{ ...named('A1003'), [headerSynonyms.caller_name[0]!]: third },
		planted(named('A1004'), third, ofNames),
		planted(named('A1005'), addressed, ofNames),
		planted(named('A1006'), stranger, ofUnits)
	];
	const imported = await takeOne(folder, `${cell}\n${csv(rows)}`);
	expect(imported).toMatchObject({ outcome: 'taken', rows: { read: 8, accepted: 5, setAside: 1, nonData: 2 } });
	const forms = [
		'13855512341',
		'138 5551 2342',
		'13855512343',
		'87655544',
		'110105194912310',
		person,
		...others,
		third,
		addressed,
		stranger
	];
	const texts = await readOutside(folder);
	expectNowhere(forms, [...texts, ['what the import says', JSON.stringify(imported)]]);
	expect(Object.fromEntries(texts)['rows of orders']).toContain('甲***');
	const kept = JSON.stringify(await served(folder, `from read_parquet('${folder.internal}/*.cells.parquet')`));
	expect(forms.filter((form) => !kept.includes(form))).toEqual([]);
});
