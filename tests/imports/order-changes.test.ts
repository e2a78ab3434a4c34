import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataFolder } from '#lib/server/data-folder.ts';
import type { Imported } from '#lib/server/imports/import-exports.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { conflicts, countConflicts } from '#lib/server/internal/conflicts.ts';
import { countImportRows, importRows, rowQuestions } from '#lib/server/internal/import-rows.ts';
import { fieldsChanged, orderChanges, ordersOfList, valuesChanged } from '#lib/server/internal/order-changes.ts';
import { exportsBefore, importBySeq } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { csv, type TestExport, warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
let folder: DataFolder;
let taken: Imported[];

type Said = [number: string, received: string, unit: string, closed?: string, channel?: string];
const rows = (...said: Said[]) =>
	csv(
		said.map(([number, received, unit, closed = '', channel = '电话']) => ({
			...{ 工单编号: number, 登记时间: received.length > 10 ? received : `${received} 08:00:00`, 承办单位: unit },
			...{ 办结时间: closed && `${closed} 08:00:00`, 受理渠道: channel, 工单状态: closed ? '已办结' : '办理中' }
		}))
	);
const exported = (name: string, day: string, text: string): TestExport => ({
	...{ name: `${name}.csv`, text, dataCut: `2026-${day} 23:59:59` }
});

const september = exported(
	'九月',
	'09-30',
	`${rows(
		['A1', '2026-09-01', '城管局'],
		['A2', '2026-09-02', '民政局', '2026-09-05'],
		['A3', '2026-09-03', '城管局'],
		['A4', '2026-09-04', '公安局', '2026-09-06'],
		['A5', '2026-09-30', '公安局'],
		// The same row again, and an order twice with other content.
		['A4', '2026-09-04', '公安局', '2026-09-06'],
		['A1', '2026-09-01', '民政局']
	)}A9,,城管局,,电话,办理中\n合计,,,,,\n`
);
/** A1 closed, A2 as it was, A3 not shown, A4 with another time of receipt; A5 lies outside its days. */
const october = exported(
	'十月',
	'10-31',
	rows(
		['A1', '2026-09-01', '民政局', '2026-10-02'],
		['A2', '2026-09-02', '民政局', '2026-09-05'],
		['A4', '2026-09-04 09:30:00', '公安局', '2026-09-06'],
		['A6', '2026-09-05', '城管局'],
		['A7', '2026-09-06', '城管局']
	)
);
/** Of the same cut, its hash the lower one: A6 otherwise. */
const again = exported('又十月', '10-31', rows(['A6', '2026-09-05', '民政局']));

beforeAll(async () => {
	folder = bench.newFolder();
	const directory = { name: '单位.csv', text: '单位名称,单位编码\n城管局,1\n民政局,2\n公安局,3\n城管局,1\n' };
	const corrected = { name: '单位更正.csv', text: '单位名称,单位编码\n城管局,9\n民政局,2\n公安局,3\n' };
	taken = await bench.take(folder, [october, september, again, directory, corrected]);
	await recordImports(folder, openLedger(folder), taken, 'test');
});
afterAll(() => closeLedger(folder));

const ownOf = async (seq: number) => {
	const { sha256, fileName, dataCut } = (await importBySeq(openLedger(folder), seq))!;
	return { sha256, fileName, kind: 'orders' as const, dataCut: dataCut! };
};
const all = async <Row>(batches: AsyncIterable<Row[]>): Promise<Row[]> => {
	const found: Row[] = [];
	for await (const batch of batches) found.push(...batch);
	return found;
};

describe('every number of an import opens its rows', () => {
	test('L2: as many rows are listed as were counted, each read row once', async () => {
		const ledger = openLedger(folder);
		for (const [place, one] of taken.entries()) {
			if (one.outcome !== 'taken') throw new Error(`${one.file} was not taken`);
			const asked = {
				sha256: one.result.sha256,
				earlier: await exportsBefore(ledger, (await importBySeq(ledger, place + 1))!)
			};
			const listed = Object.fromEntries(
				await Promise.all(
					rowQuestions.map(async (question) => {
						const found = await importRows(folder, asked, [question]);
						const distinct = new Set(found.map(({ row }) => row)).size;
						expect(await countImportRows(folder, asked, question)).toEqual({ rows: distinct, lines: found.length });
						return [question, distinct];
					})
				)
			);
			expect(listed, one.file).toEqual(one.rows);
			expect(listed.accepted + listed.setAside + listed.identical + listed.nonData).toBe(listed.read);
		}
	});

	test('all rows say what became of each, with all it says, a page at a time', async () => {
		const { sha256 } = taken[1]!.result;
		const earlier = [taken[0]!.result.sha256];
		const read = await importRows(folder, { sha256, earlier }, ['read']);
		expect(read.map(({ row, outcome, text }) => [row, outcome, text])).toEqual([
			[2, 'accepted', 'A1 | 2026-09-01 08:00:00 | 城管局 | 电话 | 办理中'],
			[3, 'identical', 'A2 | 2026-09-02 08:00:00 | 民政局 | 2026-09-05 08:00:00 | 电话 | 已办结'],
			[4, 'accepted', 'A3 | 2026-09-03 08:00:00 | 城管局 | 电话 | 办理中'],
			[5, 'accepted', 'A4 | 2026-09-04 08:00:00 | 公安局 | 2026-09-06 08:00:00 | 电话 | 已办结'],
			[6, 'accepted', 'A5 | 2026-09-30 08:00:00 | 公安局 | 电话 | 办理中'],
			[7, 'identical', 'A4 | 2026-09-04 08:00:00 | 公安局 | 2026-09-06 08:00:00 | 电话 | 已办结'],
			[8, 'accepted', 'A1 | 2026-09-01 08:00:00 | 民政局 | 电话 | 办理中'],
			[9, 'setAside', 'A9 | 城管局 | 电话 | 办理中'],
			[10, 'nonData', '合计']
		]);
		expect(read.map(({ standsInstead }) => standsInstead).filter(Boolean)).toEqual(['十月.csv 3', '九月.csv 5']);
		expect(await importRows(folder, { sha256, earlier }, ['read'], { limit: 3, offset: 4 })).toEqual(read.slice(4, 7));
	});
});

describe('a later export of the same orders', () => {
	test('shows new, changed and vanished ones, by data cut and not by the order of import', async () => {
		expect(await orderChanges(folder, await ownOf(1))).toEqual({
			...{ new: 1, changed: 3, unchanged: 1, confidential: { new: 0, changed: 0, vanished: 0, notLookedFor: 0 } },
			notShown: {
				...{ vanished: 1, notLookedFor: [], lookedFor: 5, shown: 4, exports: 2, notTold: null },
				...{ from: '2026-09-01', to: '2026-09-06' }
			}
		});
		expect(await orderChanges(folder, await ownOf(2))).toMatchObject({
			...{ new: 5, changed: 0, unchanged: 0 },
			notShown: { vanished: 0, notTold: 'no_earlier_export' }
		});
	});

	test('says each value that changed, before and after, and where the one before stands', async () => {
		const own = await ownOf(1);
		const changed = await all(valuesChanged(folder, own));
		expect(changed.map(({ orderNumber, field, before, after }) => [orderNumber, field, before, after])).toEqual([
			['A1', 'status', '办理中', '已办结'],
			['A1', 'closed_at', null, '2026-10-02 08:00:00'],
			['A4', 'received_at', '2026-09-04 08:00:00', '2026-09-04 09:30:00'],
			['A6', 'unit', '民政局', '城管局']
		]);
		// The last row of an export holds within it.
		expect(changed.map(({ row, source }) => [row, source])).toEqual([
			...[1, 2].map(() => [2, '九月.csv 8']),
			[4, '九月.csv 7'],
			[5, '又十月.csv 2']
		]);
		expect(await all(valuesChanged(folder, own, { limit: 2, offset: 1 }))).toEqual(changed.slice(2));
		expect(await fieldsChanged(folder, own)).toEqual(
			['closed_at', 'received_at', 'status', 'unit'].map((field) => ({ field, orders: 1 }))
		);
	});

	test('names the orders of each list', async () => {
		const own = await ownOf(1);
		const named = async (list: 'new' | 'vanished' | 'notLookedFor') =>
			(await all(ordersOfList(folder, own, list))).map(({ orderNumber, row, unit, lastShown }) => [
				...[orderNumber, row, unit, lastShown]
			]);
		expect(await named('new')).toEqual([['A7', 6, '城管局', null]]);
		expect(await named('vanished')).toEqual([['A3', null, '城管局', '九月.csv 4']]);
		expect(await named('notLookedFor')).toEqual([]);
	});
});

test('what an export is a selection of, or a part, is not held against it', async () => {
	const own = bench.newFolder();
	const days = ['01', '02', '03', '04', '05', '06'];
	const said = (day: string, place: number): Said => [`B${place}`, `2026-09-${day}`, place < 2 ? '甲局' : '乙局'];
	const closed = (row: Said): Said => [row[0], row[1], row[2], '2026-09-20'];
	const all = days.map(said);
	const whole = exported('全部', '09-30', rows(...all.slice(0, 3), ...all.slice(3).map(closed)));
	// B5 is missing of the closed ones, B2 of those of its unit.
	const onlyClosed = exported(
		'已办结',
		'10-01',
		rows(closed(all[0]!), ...all.slice(3, 5).map(closed), closed(said('06', 7)))
	);
	const onlyUnit = exported('乙局', '10-02', rows(...all.slice(3).map(closed), said('01', 8)));
	const onlyOpen = exported('在办', '10-03', rows(...all.slice(0, 2), said('06', 9)));
	const part = exported('两件', '10-04', rows(closed(said('01', 0)), all[5]!));
	const imported = await bench.take(own, [whole, onlyClosed, onlyUnit, onlyOpen, part]);
	const notShown = async (place: number) => {
		const { result } = imported[place]!;
		if (result.outcome !== 'taken') throw new Error('not taken');
		return (await orderChanges(own, result)).notShown;
	};
	// B1 and B2 were open when last shown.
	expect(await notShown(1)).toMatchObject({ vanished: 1, lookedFor: 4, notLookedFor: [{ why: 'state', orders: 2 }] });
	// B0 and B1 are of another unit; B2 and what only the closed ones show are looked for.
	expect(await notShown(2)).toMatchObject({ vanished: 2, notLookedFor: [{ why: 'unit', orders: 2 }] });
	// Of a list of open orders nothing vanishes: what left it may be closed.
	expect(await notShown(3)).toMatchObject({ vanished: 0, notTold: null });
	expect((await notShown(3)).notLookedFor.map(({ why }) => why)).toEqual(['state']);
	expect(await notShown(4)).toMatchObject({ vanished: 0, notTold: 'is_a_part', shown: 2 });
});

test('conflicts: within one file, between two of one cut, and where what never changes is contradicted', async () => {
	expect(await countConflicts(folder)).toEqual({ of: { one_export: 1, one_cut: 1, fixed_field: 1 }, confidential: 0 });
	const found = await all(conflicts(folder));
	expect(found).toMatchObject([
		{
			...{ orderNumber: 'A1', reason: 'one_export', counts: 'neither', heldIn: '十月.csv 2' },
			...{ newerIn: '九月.csv 8', olderIn: '九月.csv 2' },
			values: [{ field: 'unit', latter: '民政局', former: '城管局' }]
		},
		{
			...{ orderNumber: 'A4', reason: 'fixed_field', counts: 'newer', newerIn: '十月.csv 4', olderIn: '九月.csv 7' },
			values: [{ field: 'received_at', latter: '2026-09-04 09:30:00', former: '2026-09-04 08:00:00' }]
		},
		{ orderNumber: 'A6', reason: 'one_cut', counts: 'newer', values: [{ field: 'unit' }] }
	]);
	// Of one cut the higher hash holds, in these lists as in the figures.
	const [held] = await bench.served(folder, `select unit from orders where order_number = 'A6'`);
	expect(found[2]!.values[0]!.latter).toBe(held!.unit);
});

test('confidential orders count and are in no list', async () => {
	const own = bench.newFolder();
	const secret = (number: string, unit: string, word: string) => ({
		...{ 工单编号: number, 登记时间: '2026-09-01 08:00:00', 承办单位: unit, 是否保密: word }
	});
	const before = ['S1', 'S2', 'S3', 'S4'].map((number) => secret(number, '甲局', number === 'S4' ? '否' : '是'));
	const after = [
		secret('S1', '乙局', '是'),
		secret('S4', '乙局', '否'),
		secret('S5', '甲局', '是'),
		secret('S5', '乙局', '是')
	];
	const [, later] = await bench.take(own, [
		{ text: csv(before), dataCut: '2026-09-10 00:00:00' },
		{ text: csv(after), dataCut: '2026-09-20 00:00:00' }
	]);
	if (later!.outcome !== 'taken') throw new Error('not taken');
	const { result } = later!;
	expect(await orderChanges(own, result)).toMatchObject({
		...{ new: 1, changed: 2, notShown: { vanished: 2 } },
		confidential: { new: 1, changed: 1, vanished: 2, notLookedFor: 0 }
	});
	expect((await all(valuesChanged(own, result))).map(({ orderNumber }) => orderNumber)).toEqual(['S4']);
	for (const list of ['new', 'vanished'] as const) expect(await all(ordersOfList(own, result, list))).toEqual([]);
	expect(await countConflicts(own)).toEqual({ of: { one_export: 1, one_cut: 0, fixed_field: 0 }, confidential: 1 });
	expect(await all(conflicts(own))).toEqual([]);
});
