import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OrderField, orderFields } from '#lib/domain/export-fields.ts';
import { headerSynonyms } from '#lib/domain/header-synonyms.ts';
import { openLedger, closeLedger } from '#lib/server/ledger/open.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { blotted } from '#lib/server/intake/cells/blotted.ts';
import { phoneDigitsSql } from '#lib/domain/phone-digits.ts';
import { callerKeySql } from '#lib/server/intake/cells/caller-key.ts';
import { type Database, openDatabase } from '#lib/server/intake/check/database.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const { newFolder, take, served } = warehouseBench();

let database: Database;
beforeAll(async () => {
	database = await openDatabase(mkdtempSync(join(tmpdir(), 'duban-callers-')));
});
afterAll(() => database.close());

const asked = async (sql: string, values: string[]) =>
	(await database.rows(`select ${sql} as answer`, values))[0]!.answer;
const digitsOf = (cell: string) => asked(phoneDigitsSql('cast($1 as varchar)'), [cell]);
const keyOf = (cell: string, secret: string) =>
	asked(callerKeySql('cast($1 as varchar)', 'cast($2 as varchar)'), [cell, secret]);

describe('the digits of a number', () => {
	test.each([
		['13800138000', '13800138000'],
		['+86 138-0013-8000', '13800138000'],
		['0086138 0013 8000', '13800138000'],
		['013800138000', '13800138000'],
		['１３８００１３８０００', '13800138000'],
		['="13800138000"', '13800138000'],
		["'13800138000", '13800138000'],
		['13800138000.0', '13800138000'],
		['0571-87654321', '057187654321'],
		['(0571)87654321转12', '057187654321'],
		['13800138000、13900139000', '13800138000']
	])('%s', async (cell, digits) => {
		await expect(digitsOf(cell)).resolves.toBe(digits);
	});

	test.each([
		'138****8000',
		'138××××8000',
		'138xxxx8000',
		'',
		'-',
		'无',
		'12345',
		'wx_abc123',
		'00000000000',
		'1.38E+10'
	])('%s names nobody', async (cell) => {
		await expect(digitsOf(cell)).resolves.toBeNull();
	});
});

test('a key is the same for the same number and another with another secret, and holds no digits of it', async () => {
	const one = await keyOf('13800138000', 'a');
	expect(one).toMatch(/^[0-9a-f]{32}$/);
	await expect(keyOf('138 0013 8000', 'a')).resolves.toBe(one);
	await expect(keyOf('13800138001', 'a')).resolves.not.toBe(one);
	await expect(keyOf('13800138000', 'b')).resolves.not.toBe(one);
	await expect(keyOf('138****8000', 'a')).resolves.toBeNull();
});

test("in a cell that is shown every number like a person's is blotted out, and nothing else", () => {
	expect(blotted('13800138000')).toBe('***');
	expect(blotted('请回电 138 0013 8000 张')).toBe('请回电 *** 张');
	expect(blotted('0571-87654321')).toBe('***');
	expect(blotted('电话0571-87654321')).toBe('电话***');
	expect(blotted('身份证 11010519491231002X')).toBe('身份证 ***');
	for (const cell of ['2026-09-10 08:00:00', '城管局', '', '12', 'DH2025000000000']) expect(blotted(cell)).toBe(cell);
});

/** Digits that stand nowhere else, in the ways exports write them. */
const planted = ['13855512341', '13855512342', '057187655543', '13855512344'];
const order = (number: string, phone: string, received: string, more: Record<string, string> = {}) => ({
	工单编号: number,
	来电号码: phone,
	一级分类: '市容',
	承办单位: '城管局',
	受理时间: received,
	办结时间: '2026-09-12 08:00:00',
	...more
});

const filesOf = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)]
	);

test('no number stands in any file of the data folder but the archived export and the internal store, nor in what the import says', async () => {
	const folder = newFolder();
	const rows = csv([
		order('A1001', planted[0]!, '2026-09-01 08:00:00'),
		order('A1002', `+86 ${planted[1]}`, '2026-09-02 08:00:00'),
		order('A1003', '0571-87655543', '2026-09-03 08:00:00'),
		// Set aside: a time that is none, and a row with a cell too many.
		order('A1004', planted[3]!, 'soon')
	]);
	const text = `${rows}A1005,${planted[3]},市容,城管局,2026-09-05 08:00:00,,有人来电 ${planted[0]},多\n`;
	const imported = await take(folder, [{ text, dataCut: '2026-10-31 12:00:00' }]);
	const ledger = openLedger(folder);
	await recordImports(folder, ledger, imported, 'tester');
	await closeLedger(folder);
	const files = filesOf(folder.root).filter(
		(path) => !path.startsWith(folder.exports) && !path.startsWith(folder.internal)
	);
	expect(files.length).toBeGreaterThan(6);
	const forms = [...planted, '87655543', '0571-87655543', '+86 13855512342'];
	for (const path of files) {
		const bytes = readFileSync(path).toString('latin1');
		expect(
			forms.filter((number) => bytes.includes(number)),
			path
		).toEqual([]);
	}
	expect(forms.filter((number) => JSON.stringify(imported).includes(number))).toEqual([]);
	// Parquet and the warehouse are compressed: their text is read as well.
	const told = JSON.stringify([
		await served(folder, 'select * from orders'),
		...(await Promise.all(
			filesOf(folder.staged)
				.filter((path) => path.endsWith('.parquet'))
				.map((path) => served(folder, `select * exclude (content_hash) from read_parquet('${path}')`))
		))
	]);
	expect(told).toContain('A1003');
	expect(forms.filter((number) => told.includes(number))).toEqual([]);
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
	const [imported] = await take(folder, [{ text: `${cell}\n${csv(rows)}`, dataCut: '2026-10-31 12:00:00' }]);
	expect(imported).toMatchObject({ outcome: 'taken', rows: { read: 8, accepted: 5, setAside: 1, nonData: 2 } });
	const ledger = openLedger(folder);
	await recordImports(folder, ledger, [imported!], 'tester');
	await closeLedger(folder);
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
	const files = filesOf(folder.root).filter(
		(path) => !path.startsWith(folder.exports) && !path.startsWith(folder.internal)
	);
	const texts = await Promise.all(
		files.map(async (path) =>
			path.endsWith('.parquet')
				? JSON.stringify(await served(folder, `select * exclude (content_hash) from read_parquet('${path}')`))
				: readFileSync(path).toString('latin1')
		)
	);
	const told = [...texts, JSON.stringify(await served(folder, 'select * from orders')), JSON.stringify(imported)];
	expect(told.at(-2)).toContain('甲***');
	for (const [place, text] of told.entries())
		expect(
			forms.filter((form) => text.includes(form)),
			files[place] ?? 'what the import says'
		).toEqual([]);
	const kept = JSON.stringify(await served(folder, `from read_parquet('${folder.internal}/*.cells.parquet')`));
	expect(forms.filter((form) => !kept.includes(form))).toEqual([]);
});

test('the secret is made once, for the owner only; with another one the same bytes are staged again', async () => {
	const folder = newFolder();
	const text = csv([order('A1001', planted[0]!, '2026-09-01 08:00:00')]);
	const key = () => served(folder, 'select caller_key from orders').then(([row]) => row!.caller_key);
	await take(folder, [{ text }]);
	const secret = readFileSync(folder.callerSecret, 'utf8');
	expect(statSync(folder.callerSecret).mode & 0o777).toBe(0o600);
	const first = await key();
	await take(folder, [{ text: csv([order('A1002', planted[0]!, '2026-09-02 08:00:00')]) }]);
	expect(readFileSync(folder.callerSecret, 'utf8')).toBe(secret);
	expect(await served(folder, 'select distinct caller_key from orders')).toEqual([{ caller_key: first }]);
	writeFileSync(folder.callerSecret, `${'ab'.repeat(32)}\n`);
	await take(folder, [{ text }]);
	const keys = await served(folder, 'select distinct caller_key from orders');
	expect(keys).toHaveLength(1);
	expect(keys[0]!.caller_key).not.toBe(first);
});

test('the order before it: the same caller, category and unit, by receipt, whatever the period', async () => {
	const folder = newFolder();
	const rows = [
		order('1', planted[0]!, '2026-08-01 08:00:00', { 办结时间: '2026-08-03 08:00:00' }),
		order('2', planted[0]!, '2026-08-20 08:00:00', { 办结时间: '' }),
		order('3', planted[0]!, '2026-08-25 08:00:00'),
		order('4', planted[0]!, '2026-08-26 08:00:00', { 承办单位: '住建局' }),
		order('5', planted[0]!, '2026-08-27 08:00:00', { 一级分类: '' }),
		order('6', planted[1]!, '2026-08-28 08:00:00'),
		order('7', '138****2341', '2026-08-29 08:00:00'),
		order('8', '138****2341', '2026-08-30 08:00:00')
	];
	await take(folder, [{ text: csv(rows), dataCut: '2026-10-31 12:00:00' }]);
	expect(
		await served(
			folder,
			'select order_number as n, previous_received_at as at, previous_closed_at as closed from orders order by n'
		)
	).toEqual([
		{ n: '1', at: null, closed: null },
		{ n: '2', at: '2026-08-01 08:00:00', closed: '2026-08-03 08:00:00' },
		{ n: '3', at: '2026-08-20 08:00:00', closed: null },
		...['4', '5', '6', '7', '8'].map((n) => ({ n, at: null, closed: null }))
	]);
});
