import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const phones = ['13855512341', '13855512342'];
const order = (number: string, phone: string, received: string, more: Record<string, string> = {}) => ({
	工单编号: number,
	来电号码: phone,
	一级分类: '市容',
	承办单位: '城管局',
	受理时间: received,
	办结时间: '2026-09-12 08:00:00',
	...more
});

test('the secret is made once, for the owner only; with another one the same bytes are staged again', async () => {
	const folder = newFolder();
	const text = csv([order('A1001', phones[0]!, '2026-09-01 08:00:00')]);
	const key = () => served(folder, 'select caller_key from orders').then(([row]) => row!.caller_key);
	await take(folder, [{ text }]);
	const secret = readFileSync(folder.callerSecret, 'utf8');
	expect(statSync(folder.callerSecret).mode & 0o777).toBe(0o600);
	const first = await key();
	await take(folder, [{ text: csv([order('A1002', phones[0]!, '2026-09-02 08:00:00')]) }]);
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
		order('1', phones[0]!, '2026-08-01 08:00:00', { 办结时间: '2026-08-03 08:00:00' }),
		order('2', phones[0]!, '2026-08-20 08:00:00', { 办结时间: '' }),
		order('3', phones[0]!, '2026-08-25 08:00:00'),
		order('4', phones[0]!, '2026-08-26 08:00:00', { 承办单位: '住建局' }),
		order('5', phones[0]!, '2026-08-27 08:00:00', { 一级分类: '' }),
		order('6', phones[1]!, '2026-08-28 08:00:00'),
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
