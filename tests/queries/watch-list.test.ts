import { expect, test } from 'vitest';
import { watchListCounts } from '#queries/watch-list-counts.ts';
import { watchList } from '#queries/watch-list.ts';
import { reasons, type Reason } from '#queries/where/reasons.ts';
import { csv } from '../support/warehouse.ts';
import { cityOfOrders, dataCut, nowhere, scope } from './city.ts';

/** T is 2026-10-31 12:00:00. */
const order = (工单编号: string, more: Record<string, string> = {}) => ({
	工单编号,
	承办单位: '城管局',
	办理类型: '转办',
	受理时间: '2026-10-01 08:00:00',
	办结时间: '',
	办理截止时间: '2026-11-30 12:00:00',
	...more
});
const closed = (办结时间: string, more = {}) => ({ 办结时间, 是否有效回访: '是', ...more });
const orders = [
	order('calm'),
	order('soon', { 办理截止时间: '2026-11-02 12:00:00' }),
	order('not-so-soon', { 办理截止时间: '2026-11-02 12:00:01' }),
	order('late-2', { 办理截止时间: '2026-10-31 11:59:59' }),
	order('late-1', { 办理截止时间: '2026-10-05 12:00:00', 退单次数: '3' }),
	order('returned-once', { 退单次数: '1' }),
	order('returned', { 退单次数: '2' }),
	order('redone', { 重办次数: '1' }),
	order('unhappy', closed('2026-10-03 08:00:00', { 首次满意度: '不满意', 是否解决: '是' })),
	order('unsolved', closed('2026-10-04 08:00:00', { 首次满意度: '满意', 是否解决: '否', 重办次数: '2' })),
	order('happy', closed('2026-10-04 09:00:00', { 首次满意度: '满意', 是否解决: '是' })),
	order('desk', closed('2026-10-01 08:05:00', { 办理类型: '直接解答', 首次满意度: '不满意' }))
];
const city = cityOfOrders(csv(orders), dataCut);

const listed = async (reason: Reason | null = null) =>
	(await watchList(city.db, scope(), reason).execute()).map((row) => ({
		order: row.orderNumber,
		why: reasons.filter((one) => row[one]).join(' ')
	}));

test('one row per order with all its reasons, what needs a question first on top', async () => {
	expect(await listed()).toEqual([
		{ order: 'late-1', why: 'overdue returned' },
		{ order: 'late-2', why: 'overdue' },
		{ order: 'unsolved', why: 'notResolved redone' },
		{ order: 'unhappy', why: 'dissatisfied' },
		{ order: 'returned', why: 'returned' },
		{ order: 'redone', why: 'redone' },
		{ order: 'soon', why: 'dueSoon' }
	]);
});

test('by one reason', async () => {
	expect(await listed('redone')).toEqual([
		{ order: 'unsolved', why: 'notResolved redone' },
		{ order: 'redone', why: 'redone' }
	]);
});

test('how far past the deadline, and how far before it', async () => {
	const rows = await watchList(city.db, scope()).execute();
	expect(rows.map(({ overdueSeconds }) => overdueSeconds)).toEqual([
		26 * 86_400,
		1,
		null,
		null,
		-30 * 86_400,
		-30 * 86_400,
		-2 * 86_400
	]);
});

test('counts per reason, each order once in the whole', async () => {
	expect(await watchListCounts(city.db, scope()).execute()).toEqual([
		{
			looked: 12,
			orders: 7,
			overdue: 2,
			dissatisfied: 1,
			notResolved: 1,
			returned: 2,
			redone: 2,
			dueSoon: 1,
			afterClosing: 2,
			repeated: 0,
			overdueCarried: 12,
			dueSoonCarried: 12,
			dissatisfiedCarried: 4,
			notResolvedCarried: 3,
			repeatedCarried: 0,
			returnedCarried: 3,
			redoneCarried: 2,
			ordersConfidential: 0,
			...Object.fromEntries(reasons.map((reason) => [`${reason}Confidential`, 0]))
		}
	]);
	for (const reason of reasons) {
		const [counts] = await watchListCounts(city.db, scope()).execute();
		expect((await listed(reason)).length).toBe(counts![reason]);
	}
});

test('nothing in scope is an empty list and zeros', async () => {
	expect(await watchList(city.db, nowhere).execute()).toEqual([]);
	expect(await watchListCounts(city.db, nowhere).execute()).toMatchObject([{ orders: 0, overdue: 0 }]);
});
