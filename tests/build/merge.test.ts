import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { currentVersion, type DataFolder, versionPath } from '#lib/server/data-folder.ts';
import type { Imported, ImportedRows } from '#lib/server/imports/import-exports.ts';
import { encodeGb18030 } from '#seeds/files/gb18030.ts';
import { csv, type TestExport, warehouseBench } from '../support/warehouse.ts';

const { newFolder, besideOf, take, served } = warehouseBench();

type Closing = [number: string, closed: string, unit?: string];

/** An export of orders, all received and due on the same days. */
const exported = (dataCut: string, ...orders: Closing[]): TestExport => ({
	dataCut: `${dataCut} 23:59:59`,
	name: `至${dataCut}.csv`,
	text: csv(
		orders.map(([number, closed, unit = '城管局']) => ({
			工单编号: number,
			受理时间: '2026-09-01 08:00:00',
			办结时间: closed,
			办理截止时间: '2026-09-20 23:59:59',
			承办单位: unit
		}))
	)
});

const timeOf = (path: string) => [path, statSync(path, { bigint: true }).mtimeNs, statSync(path).ino];
const rowsOf = (imported: Imported[]) => imported.map((one) => (one.outcome === 'taken' ? one.rows : one.result));
const closings = (folder: DataFolder) => served(folder, 'select order_number, closed_at, unit from orders order by 1');

/** A hash of every table; what says where a row came from by file, and the version's name, may differ. */
async function contents(folder: DataFolder) {
	const tables = ['orders', 'exports', 'months', 'dimension_values', 'calendar', 'about'];
	const hashes = tables.map((table) => `(select bit_xor(hash(${table}))::varchar from ${table}) as ${table}`);
	return served(folder, `select ${hashes.join(', ')}`);
}

describe('one order in several exports', () => {
	const september = exported('2026-09-10', ['1', '2026-09-05 08:00:00'], ['2', ''], ['3', '']);
	const october = exported('2026-10-10', ['2', '2026-09-25 08:00:00'], ['3', ''], ['4', '']);
	const shared = newFolder();

	test('the newest export wins, and what it no longer shows stays', async () => {
		const folder = besideOf(shared);
		await take(folder, [september]);
		const [second] = await take(folder, [october]);
		expect(rowsOf([second!])).toEqual([
			{ read: 3, accepted: 2, repaired: 0, setAside: 0, identical: 1, superseded: 0, nonData: 0 }
		]);
		expect(await closings(folder)).toEqual([
			{ order_number: '1', closed_at: '2026-09-05 08:00:00', unit: '城管局' },
			{ order_number: '2', closed_at: '2026-09-25 08:00:00', unit: '城管局' },
			{ order_number: '3', closed_at: null, unit: '城管局' },
			{ order_number: '4', closed_at: null, unit: '城管局' }
		]);
	});

	test('an older export that comes later changes nothing of what is newer, and says how many rows are superseded', async () => {
		const folder = besideOf(shared);
		await take(folder, [october]);
		expect(rowsOf(await take(folder, [september]))).toEqual([
			{ read: 3, accepted: 2, repaired: 0, setAside: 0, identical: 1, superseded: 1, nonData: 0 }
		]);
		expect(await served(folder, `select closed_at from orders where order_number = '2'`)).toEqual([
			{ closed_at: '2026-09-25 08:00:00' }
		]);
	});

	test('an order seen again unchanged keeps its first source and its newest sight', async () => {
		const folder = besideOf(shared);
		await take(folder, [september, october]);
		expect(
			await served(
				folder,
				`select file_name, seen_at from orders join exports on sha256 = file_sha256 where order_number = '3'`
			)
		).toEqual([{ file_name: '至2026-09-10.csv', seen_at: '2026-10-10 23:59:59' }]);
	});

	test('an order that went back to an earlier form is in that form', async () => {
		const folder = newFolder();
		await take(folder, [
			exported('2026-09-10', ['1', '', '甲局']),
			exported('2026-09-11', ['1', '', '乙局'], ['2', '']),
			exported('2026-09-12', ['1', '', '甲局'], ['3', ''])
		]);
		expect(await served(folder, `select unit, seen_at from orders where order_number = '1'`)).toEqual([
			{ unit: '甲局', seen_at: '2026-09-12 23:59:59' }
		]);
	});

	test('within one export the last of several rows wins; the very same row twice is identical', async () => {
		const folder = newFolder();
		const doubled = exported(
			'2026-09-10',
			['1', '', '甲局'],
			['1', '', '乙局'],
			['1', '', '甲局'],
			['2', ''],
			['2', '']
		);
		expect(rowsOf(await take(folder, [doubled]))).toEqual([
			{ read: 5, accepted: 3, repaired: 0, setAside: 0, identical: 2, superseded: 1, nonData: 0 }
		]);
		expect(await served(folder, 'select order_number, unit from orders order by 1')).toEqual([
			{ order_number: '1', unit: '甲局' },
			{ order_number: '2', unit: '城管局' }
		]);
	});
});

describe('the order of import', () => {
	const exports = [
		exported('2026-09-10', ['1', '2026-09-05 08:00:00'], ['2', ''], ['3', '', '甲局']),
		exported('2026-09-20', ['2', '2026-09-15 08:00:00'], ['3', '', '乙局'], ['4', '']),
		exported('2026-09-20', ['2', '2026-09-16 08:00:00'], ['3', '', '丙局'], ['5', ''])
	];
	const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]; // prettier-ignore

	test('does not change the version’s name or contents, whether in one command or in three; rows add up', async () => {
		const first = newFolder();
		const found = new Set<string>();
		for (const [place, order] of orders.entries()) {
			const folder = place === 0 ? first : besideOf(first);
			const inOrder = order.map((one) => exports[one]!);
			const commands = place % 2 === 0 ? [inOrder] : inOrder.map((one) => [one]);
			for (const command of commands) {
				for (const rows of rowsOf(await take(folder, command))) {
					const { read, accepted, setAside, identical, nonData } = rows as ImportedRows;
					expect(accepted + setAside + identical + nonData).toBe(read);
				}
			}
			found.add(JSON.stringify([currentVersion(folder), await contents(folder)]));
		}
		expect([...found]).toHaveLength(1);
	});
});

describe('the same export again', () => {
	const one = exported('2026-09-10', ['1', '2026-09-05 08:00:00'], ['2', '']);
	const shared = newFolder();

	test('is the same version, and nothing is written', async () => {
		const folder = besideOf(shared);
		await take(folder, [one]);
		const written = () => [versionPath(folder, currentVersion(folder)!), folder.currentPointer].map(timeOf);
		const before = written();
		expect(rowsOf(await take(folder, [one]))).toEqual([
			{ read: 2, accepted: 0, repaired: 0, setAside: 0, identical: 2, superseded: 0, nonData: 0 }
		]);
		expect(written()).toEqual(before);
	});

	test('twice in one command counts once', async () => {
		const folder = besideOf(shared);
		expect(rowsOf(await take(folder, [one, one]))).toMatchObject([
			{ read: 2, accepted: 2, identical: 0 },
			{ read: 2, accepted: 0, identical: 2 }
		]);
		expect(await served(folder, 'select orders from about')).toEqual([{ orders: 2 }]);
	});

	test('in another encoding: every row of it is identical', async () => {
		const folder = besideOf(shared);
		const text = encodeGb18030(one.text as string);
		expect(rowsOf(await take(folder, [one, { ...one, text }]))).toMatchObject([
			{ accepted: 2, identical: 0, superseded: 0 },
			{ read: 2, accepted: 0, identical: 2, superseded: 0 }
		]);
		expect(await served(folder, 'select orders from about')).toEqual([{ orders: 2 }]);
	});

	test('keeps the cut it was given, until another is given', async () => {
		const folder = besideOf(shared);
		const cut = () => served(folder, 'select data_cut from about');
		await take(folder, [one]);
		await take(folder, [{ ...one, dataCut: undefined }]);
		expect(await cut()).toEqual([{ data_cut: '2026-09-10 23:59:59' }]);
		await take(folder, [{ ...one, dataCut: '2026-09-30 23:59:59' }]);
		expect(await cut()).toEqual([{ data_cut: '2026-09-30 23:59:59' }]);
	});

	test('read otherwise is another version: the dates of the file mean other days', async () => {
		const folder = newFolder();
		const text = csv([{ 工单编号: '1', 受理时间: '03/04/2026 08:00:00', 办结时间: '05/06/2026 08:00:00' }]);
		const received = () => served(folder, 'select received_at from orders');
		await take(folder, [{ text }], { answers: { 'date-order': 'mdy' } });
		expect(await received()).toEqual([{ received_at: '2026-03-04 08:00:00' }]);
		const first = currentVersion(folder);
		await take(folder, [{ text }], { answers: { 'date-order': 'dmy' } });
		expect(await received()).toEqual([{ received_at: '2026-04-03 08:00:00' }]);
		expect(currentVersion(folder)).not.toBe(first);
	});
});

test('the notes of every row’s source lead back to the file', async () => {
	const folder = newFolder();
	await take(folder, [exported('2026-09-10', ['1', ''], ['2', ''])]);
	const [row] = await served(folder, `select file_sha256, row_number from orders where order_number = '2'`);
	const original = readFileSync(`${folder.exports}/${row!.file_sha256}`, 'utf8');
	expect(original.split('\n')[Number(row!.row_number) - 1]).toMatch(/^2,/);
});
