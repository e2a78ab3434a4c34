import { describe, expect } from 'vitest';
import { noteSentence } from '#lib/messages/intake-sentences.ts';
import { csv, warehouseBench } from '../../support/warehouse.ts';
import { input } from './outcomes.ts';

/** B78, B79, B94 and B99: what several rows of one order, or several exports, come to. */
export function merging(): void {
	const { newFolder, take, served } = warehouseBench();
	const order = (number: string, closed: string, unit = '城管局') => ({
		...{ 工单编号: number, 登记时间: '2026-09-01 08:00:00', 办结时间: closed, 承办单位: unit }
	});
	const closings = 'select order_number, closed_at, unit from orders order by 1';

	describe('several rows of an order', () => {
		input('B78', 'the same row twice', 'N', async () => {
			const folder = newFolder();
			const twice = csv([order('GD1', '2026-09-02 08:00:00'), order('GD1', '2026-09-02 08:00:00')]);
			const [one] = await take(folder, [{ text: twice }]);
			expect(one).toMatchObject({ outcome: 'taken', rows: { read: 2, accepted: 1, identical: 1 } });
			expect(await served(folder, closings)).toHaveLength(1);
			return '1 identical';
		});

		input('B79', 'the same order with other contents', 'N', async () => {
			const folder = newFolder();
			const september = { text: csv([order('GD1', '')]), dataCut: '2026-09-10 00:00:00' };
			const october = { text: csv([order('GD1', '2026-09-20 08:00:00')]), dataCut: '2026-10-10 00:00:00' };
			await take(folder, [october]);
			const [older] = await take(folder, [september]);
			expect(older).toMatchObject({ rows: { accepted: 1, superseded: 1 } });
			expect(await served(folder, closings)).toMatchObject([{ order_number: 'GD1', closed_at: '2026-09-20 08:00:00' }]);
			return '1 superseded';
		});

		input('B98', 'several rounds and several units of one order', 'A', async () => {
			const folder = newFolder();
			const row = (unit: string, nature: string, round: string, closed: string) => ({
				...{ 工单编号: 'GD1', 登记时间: '2026-09-01 08:00:00', 承办单位: unit, 主办协办: nature },
				...{ 办理轮次: round, 办结时间: closed }
			});
			const rounds = csv([
				row('城管局', '主办', '第2轮', '2026-09-20 08:00:00'),
				row('城管局', '主办', '1', '2026-09-05 08:00:00'),
				row('民政局', '协办', '2', '2026-09-21 08:00:00')
			]);
			const [one] = await take(folder, [{ text: rounds }]);
			// Once for the city, by what its main unit's last round came to; the unit that helps stands beside it.
			expect(one).toMatchObject({ rows: { read: 3, accepted: 3, superseded: 1, setAside: 0 } });
			expect(await served(folder, closings)).toEqual([
				{ order_number: 'GD1', closed_at: '2026-09-20 08:00:00', unit: '城管局' }
			]);
			return '1 superseded: the last round of the main unit stands';
		});

		input('B94', 'a year whose holidays are not loaded', 'F', async () => {
			const folder = newFolder();
			const far = { ...order('GD1', '2003-09-03 08:00:00'), 登记时间: '2003-09-01 08:00:00' };
			await take(folder, [{ text: csv([far]) }]);
			const [row] = await served(
				folder,
				'select handling_working_days as working_days, is_year_not_loaded from orders'
			);
			expect(row).toEqual({ working_days: null, is_year_not_loaded: true });
			return 'working days are not known';
		});

		input('B99', 'exports that overlap, in either order', 'A', async () => {
			const first = {
				text: csv([order('GD1', '2026-09-02 08:00:00'), order('GD2', '')]),
				dataCut: '2026-09-10 00:00:00'
			};
			const second = {
				text: csv([order('GD2', '2026-09-12 08:00:00'), order('GD3', '')]),
				dataCut: '2026-09-20 00:00:00'
			};
			const tables = [];
			for (const exports of [
				[first, second],
				[second, first],
				[first, second, first]
			]) {
				const folder = newFolder();
				for (const one of exports) await take(folder, [one]);
				tables.push(await served(folder, closings));
			}
			expect(tables[0]).toHaveLength(3);
			expect(tables[1]).toEqual(tables[0]);
			expect(tables[2]).toEqual(tables[0]);
		});

		input('B100', 'rows outside the period that the title states', 'F', async () => {
			const folder = newFolder();
			const table = csv([order('GD1', ''), { ...order('GD2', ''), 登记时间: '2026-08-31 08:00:00' }]);
			const titled = (to: string) => `统计时间：2026-09-01 至 ${to},,,\n${table}`;
			const [one] = await take(folder, [{ text: titled('2026-09-30') }]);
			expect(one).toMatchObject({ outcome: 'taken', rows: { accepted: 2 } });
			expect(one!.outcome === 'taken' && one!.result.notes).toContain('outside_stated_period');
			return noteSentence('outside_stated_period', 'en');
		});
	});
}
