import { beforeAll, describe, expect, test } from 'vitest';
import { currentVersion, versionPath } from '#lib/server/data-folder.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { columnsCarried, optionalColumns } from '#queries/columns-carried.ts';
import { isMeasureKey } from '#queries/measures.ts';
import { qualityFound } from '#queries/quality-found.ts';
import { qualityOrders } from '#queries/quality-orders.ts';
import {
	checkKeys,
	checkKinds,
	checksCarried,
	checksOf,
	checksTouching,
	effectOn,
	measuresTouched,
	qualityCheck,
	type CheckKey
} from '#queries/quality/index.ts';
import { csv, runIn, warehouseBench } from '../support/warehouse.ts';
import { dataCut, nowhere, orders, scope } from './city.ts';

/** An order of which nothing is doubtful, with some of it replaced. */
const order = (number: string, change: Record<string, string> = {}) => ({
	...{
		工单编号: number,
		热线名称: '12345',
		受理渠道: '电话',
		诉求类型: '投诉',
		一级分类: '市容',
		承办单位: `${number}局`
	},
	...{
		来电号码: `139${number.charCodeAt(1)}${number.padStart(5, '0').slice(-5).replace(/\D/g, '7')}`,
		办理类型: '转办'
	},
	...{ 工单状态: '已办结', 受理时间: '2026-10-01 08:00:00', 派单时间: '2026-10-01 08:10:00' },
	...{ 签收时间: '2026-10-01 09:00:00', 首次联系时间: '2026-10-01 10:00:00', 办结时间: '2026-10-02 08:00:00' },
	...{ 办理截止时间: '2026-10-09 23:59:59', 回访时间: '2026-10-03 09:00:00', 是否回访: '是', 是否接通电话: '是' },
	...{ 是否有效回访: '是', 是否联系: '是', 是否解决: '是', 首次满意度: '满意', ...change }
});
/** Neither visited nor rated: an order that leaves the return visit out of it. */
const unvisited = Object.fromEntries(
	['回访时间', '是否回访', '是否接通电话', '是否有效回访', '是否联系', '是否解决', '首次满意度'].map((name) => [
		name,
		''
	])
);
const open = { 工单状态: '办理中', 办结时间: '', ...unvisited };

/** Each check's order, and beside it one that lies just on the good side. */
const planted = [
	order('G1'),
	order('U1', { 承办单位: '' }),
	order('C1', { 一级分类: '' }),
	order('P1', { 来电号码: '' }),
	order('L1', { 办理截止时间: '' }),
	order('N1', { 办结时间: '', ...unvisited }),
	order('W1', { 派单时间: '' }),
	order('S1', { 首次满意度: '' }),
	order('R1', { 是否解决: '' }),
	order('D1', { 办结时间: '2026-10-02' }),
	order('D2', { 办结时间: '2026-10-09', 回访时间: '2026-10-10 09:00:00' }),
	order('D3', { 受理时间: '2026-10-01', 派单时间: '2026-10-01 08:10:00' }),
	order('T1', { 办结时间: '2026-11-02 08:00:00', 回访时间: '', ...unvisited }),
	order('T2', { 办结时间: dataCut, ...unvisited }),
	order('K1', { 诉求类型: '杂七杂八' }),
	order('Y1'),
	order('B1', { 办结时间: '2026-09-30 08:00:00' }),
	order('B2', { 派单时间: '2026-10-01 07:59:59' }),
	order('B3', { 签收时间: '2026-10-01 08:09:59' }),
	order('B4', { 首次联系时间: '2026-10-01 08:09:59' }),
	order('B5', { 办理截止时间: '2026-09-30 23:59:59' }),
	order('V1', { 回访时间: '2026-10-02 07:59:59' }),
	order('V2', { 回访时间: '2026-10-02 08:00:00' }),
	order('V3', { 回访时间: '2026-10-01' }),
	order('V4', { 回访时间: '2026-10-02' }),
	order('V5', { ...open, 是否回访: '是' }),
	order('V6', { 是否接通电话: '否' }),
	order('I1', { 办结时间: '2026-10-01 08:01:00', 签收时间: '', 首次联系时间: '' }),
	order('I2', { 办结时间: '2026-10-01 08:11:00', 签收时间: '', 首次联系时间: '' }),
	order('I3', { 办结时间: '2026-10-01 08:11:01', 签收时间: '', 首次联系时间: '' }),
	order('M1', { 办结时间: '2026-10-03 00:00:00', 回访时间: '2026-10-04 09:00:00' }),
	...Array.from({ length: 10 }, (_, place) =>
		order(`A${place}`, { 承办单位: '批局', 办结时间: `2026-10-02 17:00:0${place}` })
	),
	...Array.from({ length: 9 }, (_, place) =>
		order(`E${place}`, { 承办单位: '近局', 办结时间: `2026-10-02 17:00:0${place}` })
	),
	order('O2', open)
];
const earlier = [order('O1', open), order('O2', open)];
/** Of an export that knows no deadline and judges by flags; a desk answer enters no unit's checks. */
const flagged: Record<string, string>[] = [
	{
		工单编号: 'F1',
		受理时间: '2026-10-01 08:00:00',
		承办单位: '标局',
		一级分类: '市容',
		按时办结: '是',
		办结时间: '2026-10-02 08:00:30'
	},
	{ 工单编号: 'F2', 受理时间: '2026-10-01 08:00:00', 办理类型: '直接解答', 办结时间: '2026-10-01 08:00:30' }
];

/** What each check finds, order by order. */
const expected: Record<CheckKey, string[]> = {
	'no-unit': ['U1'],
	'no-category': ['C1', 'F2'],
	'no-caller': ['F1', 'P1'],
	'no-deadline': ['L1'],
	'closed-without-time': ['N1'],
	'no-dispatch': ['F1', 'W1'],
	'visit-unrated': ['S1'],
	'visit-unresolved-unsaid': ['R1'],
	'timeliness-unknown': ['D2', 'L1', 'N1'],
	'judged-by-flag': ['F1'],
	'closing-day-alone': ['D1', 'D2'],
	'receipt-day-alone': ['D3'],
	'after-cut': ['T1'],
	'closed-after-cut': ['T1'],
	'kind-unknown': ['K1'],
	'year-not-loaded': ['Y1'],
	'closed-before-received': ['B1'],
	'dispatched-before-received': ['B2'],
	'signed-before-dispatched': ['B3'],
	'contacted-before-dispatched': ['B4'],
	'due-before-received': ['B5'],
	'visited-before-closed': ['V1', 'V3'],
	'visited-open': ['V5'],
	'valid-not-reached': ['V6'],
	'instant-closing': ['I1', 'I2'],
	'midnight-closing': ['M1'],
	'batch-closing': Array.from({ length: 10 }, (_, place) => `A${place}`),
	'open-not-seen': ['O1'],
	'state-not-seen': ['O1']
};

const bench = warehouseBench();
let db: WarehouseDb;
beforeAll(async () => {
	const folder = bench.newFolder();
	const taken = await bench.take(folder, [
		{ text: csv(earlier), dataCut: '2026-10-15 12:00:00', name: '十月上半.csv' },
		{ text: csv(planted), dataCut },
		{ text: csv(flagged), dataCut }
	]);
	expect(taken.map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'taken']);
	await runIn(versionPath(folder, currentVersion(folder)!), [
		`update assessed set handling_working_days = null where order_number = 'Y1'`
	]);
	({ db } = await bench.openCurrent(folder));
});

test.each(checkKeys)('%s finds its orders and no other, and counts them', async (key) => {
	const found = await qualityOrders(db, key, scope()).execute();
	expect(found.map(({ orderNumber }) => orderNumber).sort()).toEqual(expected[key]);
	const counted = await qualityFound(db, scope(), [key]).executeTakeFirstOrThrow();
	expect(counted[`found ${key}`]).toBe(expected[key].length);
	const of = await db
		.selectFrom('orders')
		.where(qualityCheck(key).of)
		.select((eb) => eb.fn.countAll<number>().as('orders'))
		.executeTakeFirstOrThrow();
	expect(counted[`of ${key}`]).toBe(of.orders);
	expect(of.orders).toBeGreaterThan(expected[key].length);
});

test('asked all at once, an order that several checks find counts once in its kind and once in all', async () => {
	const row = await qualityFound(db, scope(), checkKeys).executeTakeFirstOrThrow();
	const numbers = (keys: readonly CheckKey[]) => new Set(keys.flatMap((key) => expected[key])).size;
	expect(row.orders).toBe(planted.length + 3);
	expect(row.any).toBe(numbers(checkKeys));
	for (const kind of checkKinds) expect(row[`kind ${kind}`], kind).toBe(numbers(checksOf(kind)));
	expect(row.lastSeenAt).toBe(dataCut);
});

test.each(['unit', 'month', 'channel', 'source'] as const)('by %s the rows add up to the whole', async (by) => {
	const whole = await qualityFound(db, scope(), checkKeys).executeTakeFirstOrThrow();
	const rows = await qualityFound(db, scope(), checkKeys, by).execute();
	for (const key of ['orders', 'any', ...checkKeys.map((one) => `found ${one}` as const)] as const)
		expect(
			rows.reduce((sum, row) => sum + row[key], 0),
			key
		).toBe(whole[key]);
});

test('what was last seen when is said of each row: the newest cut that shows one of its orders', async () => {
	const rows = await qualityFound(db, scope(), ['open-not-seen'], 'unit').execute();
	const seen = rows.filter(({ lastSeenAt }) => lastSeenAt !== dataCut);
	expect(seen).toMatchObject([
		{ name: 'O1局', orders: 1, lastSeenAt: '2026-10-15 12:00:00', 'found open-not-seen': 1 }
	]);
});

test('an empty scope finds nothing, in every column 0', async () => {
	const { lastSeenAt, ...counts } = await qualityFound(db, nowhere, checkKeys).executeTakeFirstOrThrow();
	expect(lastSeenAt).toBeNull();
	expect(new Set(Object.values(counts))).toEqual(new Set([0]));
});

describe('the definitions', () => {
	test.each(checkKeys)('%s names measures that exist, each once, and says what it does to them', (key) => {
		const { touches, needs } = qualityCheck(key);
		const named = touches.flatMap(({ measures }) => measures);
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter((measure) => !isMeasureKey(measure))).toEqual([]);
		expect(named).toHaveLength(measuresTouched(key).length);
		for (const measure of named) {
			expect(effectOn(key, measure)!.how.en).not.toBe('');
			expect(checksTouching(measure)).toContain(key);
		}
		for (const column of needs) expect(optionalColumns).toContain(column);
	});

	test('have an id each, and a name each in both languages', () => {
		const all = checkKeys.map(qualityCheck);
		for (const of of [all.map(({ id }) => id), all.map(({ name }) => name.en), all.map(({ name }) => name['zh-CN'])])
			expect(new Set(of).size).toBe(all.length);
	});
});

test('a check whose column no export fills is not made: what is nowhere is not found missing everywhere', async () => {
	const { db: bare } = await bench.warehouseOf({ text: csv([{ 工单编号: '1', 受理时间: '2026-10-01 08:00:00' }]) });
	const carried = await columnsCarried(bare).executeTakeFirstOrThrow();
	const made = checksCarried(carried);
	expect(made).not.toContain('no-unit');
	expect(made).toContain('after-cut');
	expect(checksCarried(await columnsCarried(db).executeTakeFirstOrThrow())).toEqual(checkKeys);
});

test('the orders of the small city have the doubts that its list tells of', async () => {
	const { db: city } = await bench.warehouseOf({ text: orders, dataCut });
	const found = async (key: CheckKey) =>
		(await qualityOrders(city, key, scope()).execute()).map(({ orderNumber }) => orderNumber).sort();
	expect(await found('closed-before-received')).toEqual(['A08']);
	expect(await found('timeliness-unknown')).toEqual(['A06', 'A10', 'A11', 'A16']);
	expect(await found('after-cut')).toEqual(['A13']);
	expect(await found('visited-open')).toEqual(['A13']);
	expect(await found('midnight-closing')).toEqual(['A03']);
});
