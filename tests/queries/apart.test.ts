import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dimension } from '#lib/domain/scope.ts';
import { currentVersion, versionPath } from '#lib/server/data-folder.ts';
import { answers } from '#lib/server/reports/answers.ts';
import { openWarehouse, type Warehouse, type WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { count } from '#queries/count.ts';
import { measures, type CountKey, type MeasureKey } from '#queries/measures.ts';
import { rate } from '#queries/rate.ts';
import { dimensionsOf } from '#queries/where/counted-by.ts';
import { howOften } from '../support/how-often.ts';
import { csv, runIn, warehouseBench } from '../support/warehouse.ts';
import { dataCut, orders, scope } from './city.ts';

const bench = warehouseBench();
const sample = readFileSync(resolve(import.meta.dirname, '../../seeds/exports/回访工单_2026年10月.csv'), 'utf8');

/** What everything that came in is counted by; of these desk answers are a part. */
const ofAllReceived: MeasureKey[] = ['received', 'desk-answers', 'on-the-spot', 'praise', 'minors'];
const keys = (Object.keys(measures) as MeasureKey[]).filter((key) => !ofAllReceived.includes(key));

/** Desk answers differ from the rest in all of these; the other dimensions are columns like them. */
const allWays: (Dimension | undefined)[] = [undefined, 'month', 'unit', 'category'];
const waysToCount = allWays.slice(0, howOften(allWays.length, 2));

const everyAnswer = async (db: WarehouseDb) =>
	Object.fromEntries(
		await Promise.all(
			waysToCount.flatMap((by) =>
				keys
					.filter((key) => by === undefined || dimensionsOf(measures[key]).includes(by))
					.map(async (key) => [`${key} by ${by ?? 'nothing'}`, await answers(db, key, scope(), by)] as const)
			)
		)
	);

describe('desk answers and dispatched orders', () => {
	/** Answered on the spot, with everything on them that a careless count would take for a unit's work. */
	const desk = Array.from({ length: 10_000 }, (_, place) => ({
		工单编号: `D${place}`,
		办理类型: place % 2 ? '直接解答' : '直接办结',
		工单状态: '已办结',
		受理时间: `2026-10-${String((place % 28) + 1).padStart(2, '0')} 08:00:00`,
		办结时间: `2026-10-${String((place % 28) + 1).padStart(2, '0')} 08:01:00`,
		办理截止时间: '2026-10-29 23:59:59',
		承办单位: place % 3 ? '城管局' : '',
		热线名称: '12345',
		诉求类型: '投诉',
		一级分类: '市容',
		所属区县: '东区',
		受理渠道: '电话',
		来电号码: `1380013${String(place % 40).padStart(4, '0')}`,
		是否回访: '是',
		是否有效回访: '是',
		是否联系: '是',
		是否解决: '是',
		部门认定解决: '是',
		首次满意度: '非常满意',
		最终满意度: '非常满意',
		退单次数: '1',
		退单通过次数: '1',
		重派次数: '1',
		重办次数: '1',
		催办次数: '1',
		延期次数: '1',
		挂起天数: '4',
		是否督办: '是',
		督办是否办结: '是',
		公证员编号: `N${place % 7}`,
		特殊群体: place % 2 ? '老年人' : '',
		签收时间: '2026-10-01 09:00:00',
		首次联系时间: '2026-10-01 09:00:00',
		派单时间: '2026-10-01 08:30:00'
	}));

	/** Dispatched, by callers who are among those of the desk as well. */
	const callers = csv(
		Array.from({ length: 60 }, (_, place) => ({
			工单编号: `R${place}`,
			办理类型: '转办',
			受理时间: `2026-10-${String((place % 20) + 3).padStart(2, '0')} 12:00:00`,
			办结时间: '2026-10-24 08:00:00',
			承办单位: '城管局',
			热线名称: '12345',
			诉求类型: '投诉',
			一级分类: '市容',
			所属区县: '东区',
			受理渠道: '电话',
			来电号码: `1380013${String(place % 50).padStart(4, '0')}`
		}))
	);

	test('ten thousand more desk answers move no measure of units, whole or by any dimension', async () => {
		const given = [orders, sample, callers].map((text) => ({ text, dataCut }));
		const without = await bench.warehouseOf(...given);
		const [repeats] = await rate(without.db, 'repeat', scope()).execute();
		expect(repeats!.numerator).toBeGreaterThanOrEqual(10);
		const withThem = await bench.warehouseOf(...given, { text: csv(desk), dataCut });
		expect(withThem.about.orders).toBe(without.about.orders + 10_000);
		const [before, after] = [await everyAnswer(without.db), await everyAnswer(withThem.db)];
		// The year of the notaries has no months.
		expect(Object.keys(before).length).toBe(keys.length * waysToCount.length - 1);
		for (const [asked, rows] of Object.entries(before)) expect(after[asked], asked).toEqual(rows);
	}, 60_000);
});

describe('fan-out', () => {
	let warehouse: Warehouse;
	const opened: Warehouse[] = [];
	beforeAll(async () => {
		const folder = bench.newFolder();
		// An order shown again, by another export and twice in one, is one order.
		await bench.take(folder, [
			{ text: orders, dataCut: '2026-10-30 12:00:00' },
			{ text: sample, dataCut },
			{ text: orders.trimEnd() + '\n' + orders.split('\n').slice(1).join('\n'), dataCut }
		]);
		warehouse = await bench.openCurrent(folder);
		const path = join(folder.root, 'joined.duckdb');
		copyFileSync(versionPath(folder, currentVersion(folder)!), path);
		// More places, calls and days beside the orders than one each.
		await runIn(path, [
			"insert into places select district, '2020-01-01', 1, 1, 1 from orders, range(3)",
			"insert into calls (line, medium, arrived_at) select line, 'phone', received_at from orders",
			'insert into call_days (day, line, incoming) select received_at::date, line, 1 from orders'
		]);
		opened.push(await openWarehouse(path));
	});
	afterAll(() => Promise.all(opened.map((one) => one.close())));

	test('orders shown several times, and tables beside them, change no count and no rate', async () => {
		const once = await bench.warehouseOf({ text: orders, dataCut }, { text: sample, dataCut });
		expect(warehouse.about.orders).toBe(once.about.orders);
		const expected = await everyAnswer(once.db);
		expect(await everyAnswer(warehouse.db)).toEqual(expected);
		expect(await everyAnswer(opened[0]!.db)).toEqual(expected);
	}, 60_000);

	test('by units and lines the orders of a count add up to the whole', async () => {
		for (const key of keys.filter((one) => measures[one].type === 'count') as CountKey[]) {
			const [{ orders: whole }] = (await count(warehouse.db, key, scope()).execute()) as [{ orders: number }];
			for (const by of waysToCount) {
				const rows = await count(warehouse.db, key, scope(), by).execute();
				expect(
					rows.reduce((sum, row) => sum + row.orders, 0),
					`${key} by ${by}`
				).toBe(whole);
			}
		}
	});
});
