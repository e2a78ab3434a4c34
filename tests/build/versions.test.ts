import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sweepVersions } from '#lib/server/build/swap.ts';
import { currentVersion, type DataFolder, versionPath } from '#lib/server/data-folder.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const { newFolder, take, served, standing } = warehouseBench();

const oneOrder = (number: string) => csv([{ 工单编号: number, 受理时间: '2026-09-01 08:00:00' }]);
const databases = (folder: DataFolder) => readdirSync(folder.warehouse).filter((name) => name.endsWith('.duckdb'));

describe('old versions', () => {
	test('the served one and the two before it are kept, each with its manifest', async () => {
		const folder = newFolder();
		const versions: string[] = [];
		for (const number of ['1', '2', '3', '4']) {
			await take(folder, [{ text: oneOrder(number), dataCut: '2026-09-30 00:00:00' }]);
			versions.push(currentVersion(folder)!);
		}
		const kept = versions.slice(-3).flatMap((version) => [`${version}.duckdb`, `${version}.json`]);
		expect(readdirSync(folder.warehouse).sort()).toEqual([...kept, 'current'].sort());
		expect(await served(folder, 'select orders from about')).toEqual([{ orders: 4 }]);
	});

	test('the served one is kept even where it is the oldest', () => {
		const folder = newFolder();
		for (const [place, name] of ['a', 'b', 'c', 'd'].entries()) {
			const path = join(folder.warehouse, `${name}.duckdb`);
			writeFileSync(path, '');
			utimesSync(path, place, place);
		}
		sweepVersions(folder, 'a');
		expect(databases(folder).sort()).toEqual(['a.duckdb', 'c.duckdb', 'd.duckdb']);
	});
});

describe('a file that is refused', () => {
	const folder = newFolder();
	beforeAll(() => take(folder, [{ text: oneOrder('1'), dataCut: '2026-09-30 00:00:00' }]));

	test.each([
		['empty', ''],
		['a header alone', '工单编号,受理时间\n'],
		['no list of orders', '甲,乙\n1,2\n'],
		['not one row that can be taken', '工单编号,受理时间\n1,昨天\n']
	])('%s: leaves pointer and version untouched', async (_, text) => {
		const before = { ...standing(folder), files: readdirSync(folder.warehouse) };
		const [refused] = await take(folder, [{ text }]);
		expect(refused).toMatchObject({ outcome: 'refused', version: before.version });
		expect({ ...standing(folder), files: readdirSync(folder.warehouse) }).toEqual(before);
	});

	test('first of all: there is no version, and none is made', async () => {
		const folder = newFolder();
		expect(await take(folder, [{ text: '' }])).toMatchObject([{ outcome: 'refused', version: null }]);
		expect(readdirSync(folder.warehouse)).toEqual([]);
	});

	test('does not keep the other files of the same command out', async () => {
		const folder = newFolder();
		const imported = await take(folder, [{ text: oneOrder('1') }, { text: '' }, { text: oneOrder('2') }]);
		expect(imported.map(({ outcome }) => outcome)).toEqual(['taken', 'refused', 'taken']);
		expect(await served(folder, 'select orders from about')).toEqual([{ orders: 2 }]);
	});
});

test('a version whose file was lost is built again from what was kept', async () => {
	const folder = newFolder();
	const text = oneOrder('1');
	await take(folder, [{ text }]);
	const version = currentVersion(folder)!;
	const before = await served(folder, 'select bit_xor(hash(orders))::varchar as orders from orders');
	rmSync(versionPath(folder, version));
	await take(folder, [{ text }]);
	expect(currentVersion(folder)).toBe(version);
	expect(await served(folder, 'select bit_xor(hash(orders))::varchar as orders from orders')).toEqual(before);
});
