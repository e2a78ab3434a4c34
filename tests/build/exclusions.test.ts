import { expect, test } from 'vitest';
import { everything } from '#lib/domain/scope.ts';
import { rate } from '#queries/rate.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const { newFolder, take, served, warehouseOf } = warehouseBench();
const cut = { dataCut: '2026-10-31 12:00:00' };

/** Closed late or in time, by a deadline at noon of the day after receipt. */
const order = (number: string, closed: string, more: Record<string, string>) => ({
	工单编号: number,
	承办单位: '城管局',
	受理时间: '2026-10-12 08:00:00',
	办结时间: closed,
	截止时间: '2026-10-13 12:00:00',
	...more
});
const [inTime, late] = ['2026-10-13 11:00:00', '2026-10-13 13:00:00'];

test.each([
	['未申请', false],
	['申请中', false],
	['通过', true],
	['查否', false],
	['', null]
])('an exclusion that is %s leaves the assessment: %s', async (state, isExcluded) => {
	const folder = newFolder();
	await take(folder, [{ text: csv([order('1', late, { 不合理诉求状态: state })]), ...cut }]);
	expect(await served(folder, 'select is_excluded from orders')).toEqual([{ is_excluded: isExcluded }]);
});

test('an export that only says what is assessed says it with 是否纳入考核', async () => {
	const folder = newFolder();
	const rows = [order('1', late, { 是否纳入考核: '否' }), order('2', late, { 是否纳入考核: '是' })];
	await take(folder, [{ text: csv(rows), ...cut }]);
	expect(await served(folder, 'select is_excluded from orders order by order_number')).toEqual([
		{ is_excluded: true },
		{ is_excluded: false }
	]);
});

test('only a granted exclusion leaves a rate; a pending or refused one, and silence, stay in', async () => {
	const { db } = await warehouseOf({
		text: csv([
			order('1', inTime, { 不合理诉求状态: '未申请' }),
			order('2', late, { 不合理诉求状态: '通过', 剔除原因: '不可抗力' }),
			order('3', late, { 不合理诉求状态: '申请中' }),
			order('4', late, { 不合理诉求状态: '查否' }),
			order('5', inTime, {})
		]),
		...cut
	});
	expect(await rate(db, 'on-time-due', everything).execute()).toEqual([{ numerator: 2, denominator: 4, rate: 0.5 }]);
});

test('the state by the deadline before an extension stands beside the one by the deadline in force', async () => {
	const folder = newFolder();
	const extended = order('1', late, { 延期后截止时间: '2026-10-20 12:00:00' });
	await take(folder, [{ text: csv([extended, order('2', inTime, {})]), ...cut }]);
	expect(await served(folder, 'select timeliness, original_timeliness from orders order by order_number')).toEqual([
		{ timeliness: 'closed_on_time', original_timeliness: 'closed_late' },
		{ timeliness: 'closed_on_time', original_timeliness: 'closed_on_time' }
	]);
});
