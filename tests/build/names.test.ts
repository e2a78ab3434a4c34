import { describe, expect, test } from 'vitest';
import { nameSpans, type UnitEntry } from '#lib/domain/kinds/unit-names.ts';
import { currentManifest } from '#lib/server/build/manifest.ts';
import { tellNames } from '#lib/server/imports/tell-names.ts';
import { undoImport } from '#lib/server/imports/undo-import.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { csv, type TestExport, warehouseBench } from '../support/warehouse.ts';

const { newFolder, besideOf, take, served } = warehouseBench();
const shared = newFolder();

const order = (number: string, day: string, unit: string, category = '城市管理') => ({
	...{ 工单编号: number, 受理时间: `${day} 08:00:00`, 办结时间: `${day} 18:00:00` },
	...{ 承办单位: unit, 一级分类: category }
});
const orders: TestExport = {
	name: 'orders.csv',
	dataCut: '2026-09-30 23:59:59',
	text: csv([
		order('GD1', '2026-03-01', '工商局'),
		order('GD2', '2026-08-01', '工商局'),
		order('GD3', '2026-08-02', '市监局'),
		order('GD4', '2026-08-03', '市场监督管理局（本级）', '市场监管类'),
		order('GD5', '2026-08-04', '规划国土局'),
		order('GD6', '2026-03-04', '规划国土局')
	])
};
const unit = (name: string, more: Record<string, string> = {}) => ({
	...{ 单位名称: name, 单位编码: '', 单位类别: '', 启用日期: '', 停用日期: '', 更名为: '', 简称: '' },
	...more
});
const directory: TestExport = {
	name: 'units.csv',
	text: csv([
		unit('工商局', { 停用日期: '2026-06-30', 更名为: '市场监督管理局' }),
		unit('市场监督管理局', { 启用日期: '2026-07-01', 单位类别: '市直部门', 简称: '市监局' }),
		unit('规划国土局', { 停用日期: '2026-06-30', 更名为: '自然资源局' }),
		unit('规划国土局', { 停用日期: '2026-06-30', 更名为: '住建局' }),
		unit('自然资源局', { 启用日期: '2026-07-01', 简称: '国土' }),
		unit('住建局', { 启用日期: '2026-07-01', 简称: '国土' })
	])
};
const tree: TestExport = { name: 'tree.csv', text: '一级分类,二级分类\n城市管理,市容\n市场监管,质量\n' };

const unitsOf = (folder: typeof shared) =>
	served(folder, 'select order_number as number, unit, unit_written as written from orders order by 1').then((rows) =>
		rows.map(({ number, unit, written }) => [number, unit, written])
	);

describe('units by a dated directory', () => {
	test('without one every name is taken as it is written', async () => {
		const folder = besideOf(shared);
		await take(folder, [orders]);
		expect((await unitsOf(folder)).map(([, unit, written]) => unit === written)).toEqual(Array(6).fill(true));
		expect(await served(folder, 'from waiting_names')).toEqual([]);
	});

	test('B85 renamed and split: by the day of receipt; which part of a split unit is meant nobody guesses', async () => {
		const folder = besideOf(shared);
		await take(folder, [orders, directory]);
		expect(await unitsOf(folder)).toEqual([
			['GD1', '工商局', '工商局'],
			['GD2', '市场监督管理局', '工商局'],
			['GD3', '市场监督管理局', '市监局'],
			['GD4', null, '市场监督管理局（本级）'],
			['GD5', null, '规划国土局'],
			['GD6', '规划国土局', '规划国土局']
		]);
		expect(await served(folder, `select unit_kind from orders where order_number = 'GD3'`)).toEqual([
			{ unit_kind: '市直部门' }
		]);
	});

	test('B84 unknown units wait in a list with their orders, and B86 one with brackets is the unit only once somebody says so', async () => {
		const folder = besideOf(shared);
		await take(folder, [orders, directory]);
		expect(await served(folder, 'select name, orders, first_day, last_day from waiting_names order by 1')).toEqual([
			{ name: '市场监督管理局（本级）', orders: 1, first_day: '2026-08-03', last_day: '2026-08-03' },
			{ name: '规划国土局', orders: 1, first_day: '2026-08-04', last_day: '2026-08-04' }
		]);
		const ledger = openLedger(folder);
		const { version } = currentManifest(folder)!;
		const told = [{ written: '市场监督管理局（本级）', name: '市场监督管理局' }];
		const number = await tellNames(folder, ledger, { of: 'unit', told, by: '李', at: '2026-10-01T00:00:00.000Z' });
		expect((await unitsOf(folder))[3]).toEqual(['GD4', '市场监督管理局', '市场监督管理局（本级）']);
		// The directory’s own entry is not replaced by what was said.
		expect((await unitsOf(folder))[2]).toEqual(['GD3', '市场监督管理局', '市监局']);
		const later = [{ written: '市场监督管理局（本级）', name: '工商局' }];
		await tellNames(folder, ledger, { of: 'unit', told: later, by: '李', at: '2026-10-02T00:00:00.000Z' });
		await undoImport(folder, ledger, number, '李');
		// Meant as the unit that was renamed: by the day, the new one.
		expect((await unitsOf(folder))[3]![1]).toBe('市场监督管理局');
		await undoImport(folder, ledger, number + 1, '李');
		expect(currentManifest(folder)!.version).toBe(version);
		await closeLedger(folder);
	});

	test('a short name that two units claim stands for neither; a circle of successors ends', () => {
		const entry = (name: string, more: Partial<UnitEntry> = {}): UnitEntry => ({
			...{ name, validFrom: null, validTo: null, successor: null, aliases: null, written: null, place: 1 },
			...more
		});
		const spans = nameSpans([
			entry('甲', { aliases: '一；二' }),
			entry('乙', { aliases: '二' }),
			entry('丙', { successor: '丁' }),
			entry('丁', { successor: '丙' })
		]);
		expect(spans.map(({ written, unit }) => `${written}=${unit}`)).toEqual([
			'甲=甲',
			'乙=乙',
			'丙=丙',
			'丁=丁',
			'一=甲'
		]);
	});

	test('merged units: both names lead to the one, from the day on', () => {
		const entry = (name: string, more: Partial<UnitEntry> = {}): UnitEntry => ({
			...{ name, validFrom: null, validTo: null, successor: null, aliases: null, written: null, place: 1 },
			...more
		});
		const ended = { validTo: '2026-06-30', successor: '丙' };
		expect(nameSpans([entry('甲', ended), entry('乙', ended), entry('丙', { validFrom: '2026-07-01' })])).toEqual([
			{ written: '甲', unit: '甲', from: null, to: '2026-06-30' },
			{ written: '甲', unit: '丙', from: '2026-07-01', to: null },
			{ written: '乙', unit: '乙', from: null, to: '2026-06-30' },
			{ written: '乙', unit: '丙', from: '2026-07-01', to: null },
			{ written: '丙', unit: '丙', from: null, to: null }
		]);
	});
});

test('categories that a tree does not know wait as well', async () => {
	const folder = besideOf(shared);
	await take(folder, [orders, tree]);
	expect(await served(folder, 'select dimension, name, orders from waiting_names')).toEqual([
		{ dimension: 'category', name: '市场监管类', orders: 1 }
	]);
	expect(
		await served(folder, `select category_1 as is, category_written as was from orders where order_number = 'GD4'`)
	).toEqual([{ is: null, was: '市场监管类' }]);
	const ledger = openLedger(folder);
	const told = [{ written: '市场监管类', name: '市场监管' }];
	await tellNames(folder, ledger, { of: 'category', told, by: '李', at: '2026-10-01T00:00:00.000Z' });
	await closeLedger(folder);
	expect(await served(folder, `select category_1 as is from orders where order_number = 'GD4'`)).toEqual([
		{ is: '市场监管' }
	]);
});
