import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type OrderField, orderFields } from '#lib/domain/export-fields.ts';
import { headerSynonyms } from '#lib/domain/header-synonyms.ts';
import type { DataFolder } from '#lib/server/data-folder.ts';
import type { Imported } from '#lib/server/imports/import-exports.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const { newFolder, take, served } = warehouseBench();

/** One export, taken in and told to the ledger. */
async function takeOne(folder: DataFolder, text: string): Promise<Imported> {
	const imported = await take(folder, [{ text, dataCut: '2026-10-31 12:00:00' }]);
	const ledger = openLedger(folder);
	await recordImports(folder, ledger, imported, 'tester');
	await closeLedger(folder);
	return imported[0]!;
}

const filesOf = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

const filesOutside = (folder: DataFolder) =>
	filesOf(folder.root).filter((path) => !path.startsWith(folder.exports) && !path.startsWith(folder.internal));

/** Bytes as text: of UTF-8, which all that we write is, but for what is compressed. */
const bytesOutside = (folder: DataFolder) =>
	filesOutside(folder).map((path): [place: string, text: string] => [path, readFileSync(path, 'utf8')]);

/**
 * What can be read outside the originals and the internal store, by where it stands: the bytes of every file, and the rows of
 * Parquet and of every table of the warehouse, which are compressed.
 */
async function readOutside(folder: DataFolder): Promise<[place: string, text: string][]> {
	const files = filesOutside(folder);
	expect(files.length).toBeGreaterThan(6);
	const tables = await served(
		folder,
		"select table_name as name from information_schema.tables where table_schema = 'main'"
	);
	expect(tables.length).toBeGreaterThan(10);
	const rowsOf = async (from: string, columns = '*') =>
		JSON.stringify(await served(folder, `select ${columns} from ${from}`));
	const rows = await Promise.all([
		...files
			.filter((path) => path.endsWith('.parquet'))
			.map(async (path): Promise<[string, string]> => [
				`rows of ${path}`,
				await rowsOf(`read_parquet('${path}')`, '* exclude (content_hash)')
			]),
		...tables.map(async ({ name }): Promise<[string, string]> => [
			`rows of ${String(name)}`,
			await rowsOf(`"${String(name)}"`)
		])
	]);
	return [...bytesOutside(folder), ...rows];
}

/** Fails with the places where one of these stands. */
function expectNowhere(forms: string[], texts: [place: string, text: string][]): void {
	const found = texts.map(([place, text]) => [place, forms.filter((form) => text.includes(form))] as const);
	expect(found.filter(([, forms]) => forms.length > 0)).toEqual([]);
}

/** Digits that stand nowhere else, in the ways exports write them. */
const phones = ['13855512341', '13855512342', '057187655543', '13855512344'];
const order = (number: string, phone: string, received: string) => ({
	工单编号: number,
	来电号码: phone,
	一级分类: '市容',
	承办单位: '城管局',
	受理时间: received,
	办结时间: '2026-09-12 08:00:00'
});

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

describe('where the number of an order belongs', () => {
	const others = Array.from({ length: 9 }, (_, place) => order(`A200${place}`, phones[1]!, '2026-09-02 08:00:00'));
	const persons = [
		'13855512341',
		'+86 138-5551-2341',
		'11010519491231002X',
		'粤B·D12345',
		'zhao.xm@example.com',
		'赵小满'
	];

	test.each([...persons, '赵小满 13855512341'])('%s is somebody: the row is set aside', async (person) => {
		const folder = newFolder();
		const imported = await takeOne(folder, csv([...others, order(person, phones[0]!, '2026-09-01 08:00:00')]));
		expect(imported).toMatchObject({
			...{ outcome: 'taken', rows: { read: 10, accepted: 9, setAside: 1 } },
			result: { reasons: [{ reason: 'order_number_of_person', count: 1 }] }
		});
		expectNowhere([person], [...(await readOutside(folder)), ['what the import says', JSON.stringify(imported)]]);
	});

	test.each(persons)('%s beside it is left out', async (person) => {
		const folder = newFolder();
		const pointing = { ...order('A1001', phones[0]!, '2026-09-01 08:00:00'), 父工单编号: person };
		const imported = await takeOne(folder, csv([...others.map((row) => ({ ...row, 父工单编号: '' })), pointing]));
		expect(imported).toMatchObject({ rows: { accepted: 10 }, result: { repairs: [{ count: 1 }] } });
		expectNowhere([person], [...(await readOutside(folder)), ['what the import says', JSON.stringify(imported)]]);
	});

	test('many of them are set aside as well; what goes on from a day was a way of numbering orders', async () => {
		const numbers = Array.from({ length: 8 }, (_, place) => [`1385551234${place}`, `1506010000${place}`]);
		for (const [place, accepted] of [
			[0, 9],
			[1, 17]
		] as const) {
			const rows = numbers.map((pair) => order(pair[place]!, phones[0]!, '2026-09-01 08:00:00'));
			const imported = await takeOne(newFolder(), csv([...others, ...rows]));
			expect(imported).toMatchObject({ rows: { read: 17, accepted, setAside: 17 - accepted } });
		}
	});

	test('numbers of all orders may look like those of telephones, or of cards with the day of receipt', async () => {
		for (const numbers of [
			['15060100001', '15060100002', '20010100003'],
			['440310202509010011', '440310199001011234', 'A1']
		]) {
			const folder = newFolder();
			const rows = numbers.map((number) => order(number, phones[0]!, '2026-09-01 08:00:00'));
			expect(await takeOne(folder, csv(rows))).toMatchObject({ rows: { accepted: 3, setAside: 0 } });
		}
	});
});

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
