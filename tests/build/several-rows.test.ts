import { expect, test } from 'vitest';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { importRows } from '#lib/server/internal/import-rows.ts';
import { formRows, rowOf } from '#lib/server/internal/order-forms.ts';
import { reading } from '#lib/server/internal/reader.ts';
import { standingExports } from '#lib/server/internal/standing-exports.ts';
import { csv, type TestExport, warehouseBench } from '../support/warehouse.ts';

const { newFolder, take, served } = warehouseBench();

const row = (number: string, unit: string, nature: string, round: string, closed: string, helpers = '') => ({
	...{ 工单编号: number, 受理时间: '2026-09-01 08:00:00', 办结时间: closed, 承办单位: unit },
	...{ 主办协办: nature, 办理轮次: round, 协办单位: helpers }
});
const exported = (day: string, ...rows: Record<string, string>[]): TestExport => ({
	dataCut: `2026-09-${day} 23:59:59`,
	text: csv(rows)
});

/** The row that holds of each order: as the lists of changes and conflicts tell it, and as the figures are made of it. */
async function bothWays(folder: DataFolder) {
	const rows = formRows(standingExports(folder, 'orders'));
	const told = await reading(folder, (reader) =>
		reader.rows(
			`select order_number as number, ${rowOf('max(stood)')} as row from (${rows}) group by order_number order by 1`
		)
	);
	return [told, await served(folder, 'select order_number as number, row_number as row from orders order by 1')];
}

test('主办 and 协办: the order is its main unit’s, once; the units that help stand beside it and supersede nothing', async () => {
	const folder = newFolder();
	const [first] = await take(folder, [
		exported(
			'10',
			row('GD1', '城管局', '主办', '', '2026-09-03 08:00:00'),
			row('GD1', '公安局', '协办', '', '2026-09-02 08:00:00'),
			row('GD1', '民政局', '协办', '', ''),
			row('GD2', '住建局', '', '', '', '水务局、城管局'),
			row('GD3', '公安局', '协办', '', '')
		)
	]);
	expect(first).toMatchObject({ outcome: 'taken', rows: { read: 5, accepted: 5, identical: 0, superseded: 0 } });
	expect(
		await served(folder, 'select order_number as number, unit, closed_at as closed from orders order by 1')
	).toEqual([
		{ number: 'GD1', unit: '城管局', closed: '2026-09-03 08:00:00' },
		{ number: 'GD2', unit: '住建局', closed: null },
		// Its main unit is in no export: it counts for the city and for no unit.
		{ number: 'GD3', unit: null, closed: null }
	]);
	expect(await served(folder, 'select order_number as number, unit from co_units order by 1, 2')).toEqual(
		[
			['GD1', '公安局'],
			['GD1', '民政局'],
			['GD2', '城管局'],
			['GD2', '水务局'],
			['GD3', '公安局']
		].map(([number, unit]) => ({ number, unit }))
	);
	expect(await importRows(folder, first!.result.sha256, ['superseded'])).toEqual([]);
	// A newer export of a unit that helps takes nothing from the main unit's row.
	await take(folder, [exported('20', row('GD1', '公安局', '协办', '', '2026-09-19 08:00:00'))]);
	expect(await served(folder, `select unit, closed_at as closed from orders where order_number = 'GD1'`)).toEqual([
		{ unit: '城管局', closed: '2026-09-03 08:00:00' }
	]);
	const [told, held] = await bothWays(folder);
	expect(told).toEqual(held);
	expect(told).toHaveLength(3);
});

test('B98 several rounds: the last one holds wherever it stands, says which it is, and how often the order was re-done', async () => {
	const folder = newFolder();
	const [imported] = await take(folder, [
		exported(
			'30',
			row('GD1', '城管局', '', '2', '2026-09-20 08:00:00'),
			row('GD1', '城管局', '', '3', ''),
			row('GD1', '城管局', '', '1', '2026-09-05 08:00:00')
		)
	]);
	expect(imported).toMatchObject({ outcome: 'taken', rows: { accepted: 3, superseded: 2 } });
	expect(
		await served(folder, 'select handling_round as round, rework_count as reworks, closed_at as closed from orders')
	).toEqual([{ round: 3, reworks: 2, closed: null }]);
	expect(await bothWays(folder)).toEqual([[{ number: 'GD1', row: 3 }], [{ number: 'GD1', row: 3 }]]);
});
