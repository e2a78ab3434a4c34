import { describe, expect, test } from 'vitest';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { count } from '#queries/count.ts';
import { gap } from '#queries/gap.ts';
import { handlers } from '#queries/handlers.ts';
import type { CountKey, RateKey } from '#queries/measures.ts';
import { quantity } from '#queries/quantity.ts';
import { quota } from '#queries/quota.ts';
import { rate } from '#queries/rate.ts';
import { ratio } from '#queries/ratio.ts';
import { supervisionTypes } from '#queries/supervision-types.ts';
import { csv } from '../support/warehouse.ts';
import { cityOfOrders, october, scope } from './city.ts';

/** A dispatched order of October; T is Saturday 2026-10-31 12:00:00. */
const order = (number: string, more: Record<string, string>) => ({
	工单编号: number,
	承办单位: '城管局',
	一级分类: '市容',
	诉求类型: '投诉',
	办理类型: '转办',
	受理时间: '2026-10-12 08:00:00',
	派单时间: '2026-10-12 08:30:00',
	...more
});
const city = (rows: Record<string, string>[]) => cityOfOrders(csv(rows));
const share = async (db: WarehouseDb, key: RateKey) => {
	const { numerator, denominator } = await rate(db, key, october).executeTakeFirstOrThrow();
	return `${numerator}/${denominator}`;
};
const orders = async (db: WarehouseDb, key: CountKey) =>
	(await count(db, key, october).executeTakeFirstOrThrow()).orders;

describe('dispatches of an order', () => {
	const closed = (number: string, approved: string, moved: string) =>
		order(number, {
			...{ 办结时间: '2026-10-14 08:00:00', 办理截止时间: '2026-10-19 23:59:59' },
			...{ 退单通过次数: approved, 重派次数: moved }
		});
	const given = city([
		closed('1', '0', '0'),
		// Sent three times, come back twice.
		closed('2', '2', '2'),
		// Came back and was sent to the same unit, which no count of re-dispatches tells: no dispatch is known to be right.
		closed('3', '1', '0'),
		// Came back more often than it is on record to have been sent.
		closed('4', '3', '0'),
		order('5', { 退单通过次数: '0', 重派次数: '' })
	]);

	test('are at least as many as the returns that were granted', async () => {
		expect(await ratio(given.db, 'dispatch-accuracy-each', october).execute()).toEqual([
			{ numerator: 2, denominator: 8, rate: 0.25, orders: 4, ordersWithSome: 2 }
		]);
		expect(await ratio(given.db, 'dispatch-accuracy-each', october, 'month').execute()).toMatchObject([
			{ name: '2026-10', numerator: 2, denominator: 8 }
		]);
		expect(await share(given.db, 'dispatch-accuracy')).toBe('1/4');
	});
});

describe('dispatching', () => {
	const closed = { 办结时间: '2026-10-14 08:00:00', 办理截止时间: '2026-10-19 23:59:59' };
	const counts = (returns: string, approved: string, moved: string) => ({
		退单次数: returns,
		退单通过次数: approved,
		重派次数: moved
	});
	const given = city([
		order('1', {
			...closed,
			...counts('0', '0', '0'),
			签收时间: '2026-10-12 10:30:00',
			首次联系时间: '2026-10-13 08:30:00'
		}),
		order('2', {
			...closed,
			...counts('2', '1', '1'),
			签收时间: '2026-10-12 10:30:01',
			首次联系时间: '2026-10-13 08:30:01'
		}),
		order('3', { ...closed, ...counts('1', '0', '0'), 签收时间: '2026-10-12 08:10:00' }),
		// Says nothing of returns: neither good nor bad.
		order('4', closed),
		// Open and within its deadline: not decided yet. Its limits have passed long ago.
		order('5', { ...counts('0', '0', '0'), 办理截止时间: '2026-11-19 23:59:59' }),
		// Dispatched an hour before T: signing and contact may still come.
		order('6', { 受理时间: '2026-10-31 11:00:00', 派单时间: '2026-10-31 11:00:00' }),
		order('7', { ...closed, 签收时间: '2026-10-12' }),
		order('8', { 办理类型: '直接办结', 承办单位: '', 派单时间: '', ...counts('0', '0', '0') })
	]);

	test('accuracy, returns asked for, approved and refused, re-dispatches', async () => {
		expect(await share(given.db, 'dispatch-accuracy')).toBe('2/3');
		// Orders 1 and 3 were sent once, order 2 twice: one of the four came back.
		expect(await ratio(given.db, 'dispatch-accuracy-each', october).execute()).toEqual([
			{ numerator: 3, denominator: 4, rate: 0.75, orders: 3, ordersWithSome: 3 }
		]);
		expect(await share(given.db, 'return-rate')).toBe('2/4');
		expect(await share(given.db, 'return-approved')).toBe('1/4');
		expect(await share(given.db, 'return-refused')).toBe('1/4');
		expect(await share(given.db, 'redispatch')).toBe('1/4');
	});

	test('signing on time to the second; signed before the dispatch is no success, a bare day is not judged', async () => {
		// 1 in time; 2 a second late; 3 before dispatch; 4 and 5 never; 6 may still sign; 7 has only a day.
		expect(await share(given.db, 'signed-on-time')).toBe('1/5');
	});

	test('first contact: none on record past the limit is a failure and counted beside', async () => {
		expect(await share(given.db, 'contacted-on-time')).toBe('1/6');
		expect(await orders(given.db, 'no-contact-recorded')).toBe(4);
	});

	const silent = city([order('1', closed)]);
	test('an export without such columns judges nobody', async () => {
		for (const key of ['signed-on-time', 'contacted-on-time', 'return-rate', 'dispatch-accuracy'] as const)
			expect(await share(silent.db, key), key).toBe('0/0');
		expect(await orders(silent.db, 'no-contact-recorded')).toBe(0);
	});
});

describe('deadlines', () => {
	const due = (at: string, more: Record<string, string> = {}) => ({ 办理截止时间: `${at} 23:59:59`, ...more });
	const given = city([
		order('1', due('2026-10-19', { 办结时间: '2026-10-19 08:00:00', 延期次数: '0', 挂起天数: '0' })),
		// Extended from Friday the 16th to Friday the 23rd, five working days; in time by the second, late by the first.
		order(
			'2',
			due('2026-10-16', { 延期后截止日期: '2026-10-23', 办结时间: '2026-10-22 08:00:00', 延期次数: '1', 挂起天数: '3' })
		),
		// Asked for an extension that was not granted: the deadline stands where it was.
		order(
			'3',
			due('2026-10-20', { 延期后截止日期: '2026-10-20', 办结时间: '2026-10-26 08:30:00', 延期次数: '1', 挂起天数: '' })
		),
		// Overdue since Monday the 26th: Tuesday to Friday are four working days, Saturday is none.
		order('4', due('2026-10-26', { 延期次数: '0', 挂起天数: '5' })),
		// Overdue since Thursday the 29th, one working day: red. Friday the 30th, none yet: red as well.
		order('5', due('2026-10-29')),
		order('6', due('2026-10-30')),
		order('7', due('2026-10-30', { 回复时间: '2026-10-30 10:00:00' })),
		// Due on Monday the 2nd of November, one working day: yellow; on the 3rd, two: not; replied to: not.
		order('8', due('2026-11-02')),
		order('9', due('2026-11-03')),
		order('10', due('2026-11-02', { 回复时间: '2026-10-30 10:00:00' }))
	]);

	test('the overdue rate is what the on-time rate leaves', async () => {
		expect(await share(given.db, 'on-time-due')).toBe('2/7');
		expect(await share(given.db, 'overdue')).toBe('5/7');
	});

	test('the overdue stock and its age in working days', async () => {
		expect(await orders(given.db, 'open-overdue')).toBe(4);
		expect(await quantity(given.db, 'overdue-age', october).execute()).toEqual([
			{ n: 4, median: 0.5, p90: expect.closeTo(3.1, 9), most: 4, total: 5, missing: 0 }
		]);
	});

	test('a granted extension moved the deadline; on time by the first deadline is another rate', async () => {
		expect(await share(given.db, 'extension')).toBe('1/4');
		expect(await share(given.db, 'on-time-original')).toBe('1/7');
		expect(await quantity(given.db, 'extension-days', october).execute()).toMatchObject([{ n: 1, median: 5 }]);
	});

	test('the first deadline decides in which period an order counts', async () => {
		const week = scope({ period: { from: '2026-10-12', to: '2026-10-18' } });
		expect(await rate(given.db, 'on-time-original', week).execute()).toMatchObject([{ numerator: 0, denominator: 1 }]);
		expect(await rate(given.db, 'on-time-due', week).execute()).toMatchObject([{ denominator: 0 }]);
	});

	test('suspended orders and their days; what is not said is not counted', async () => {
		expect(await share(given.db, 'suspension')).toBe('2/3');
		expect(await quantity(given.db, 'suspension-days', october).execute()).toMatchObject([
			{ n: 2, median: 4, total: 8 }
		]);
	});

	test('late orders took so many times their limit, the open ones up to T', async () => {
		const hours = (from: number, to: number) => to - from;
		// From the 12th 08:30: 3 closed on the 26th 08:30 against the 20th; 4 to 7 open at T, the 31st 12:00.
		const limit = (day: number) => hours(8.5, day * 24 + 24) - 12 * 24 - 1 / 3600;
		const multiples = [14 * 24, 19 * 24 + 3.5, 19 * 24 + 3.5, 19 * 24 + 3.5, 19 * 24 + 3.5].map(
			(taken, place) => taken / limit([20, 26, 29, 30, 30][place]!)
		);
		const median = multiples.toSorted((a, b) => a - b)[2]!;
		const [row] = await quantity(given.db, 'overtime-multiple', october).execute();
		expect(row).toMatchObject({ n: 5, missing: 0 });
		expect(row!.median).toBeCloseTo(median, 6);
	});

	test('yellow: one working day or less to go without a reply; red: the first working day past', async () => {
		expect(await orders(given.db, 'yellow-cards')).toBe(1);
		expect(await orders(given.db, 'red-cards')).toBe(2);
	});
});

describe('outcome', () => {
	const visited = (more: Record<string, string>) => ({
		办结时间: '2026-10-14 08:00:00',
		是否回访: '是',
		是否有效回访: '是',
		...more
	});
	const given = city([
		order('1', visited({ 部门认定解决: '是', 是否解决: '是', 首次满意度: '满意', 最终满意度: '满意', 重办次数: '0' })),
		order(
			'2',
			visited({ 部门认定解决: '是', 是否解决: '否', 首次满意度: '不满意', 最终满意度: '满意', 重办次数: '1' })
		),
		order('3', visited({ 部门认定解决: '是', 是否解决: '是', 首次满意度: '满意', 重办次数: '1' })),
		order(
			'4',
			visited({ 部门认定解决: '部分解决', 是否解决: '是', 首次满意度: '基本满意', 最终满意度: '不满意', 重办次数: '3' })
		),
		order('5', { 办结时间: '2026-10-14 08:00:00', 部门认定解决: '是', 是否回访: '否', 重办次数: '0' }),
		order('6', { 回复时间: '2026-10-14 08:00:00', 重办次数: '0' }),
		order('7', { 重办次数: '0' })
	]);

	test('the unit says resolved of all it closed, the citizens of the valid visits; the gap holds both', async () => {
		expect(await share(given.db, 'unit-resolved')).toBe('4/5');
		expect(await share(given.db, 'resolved')).toBe('3/4');
		expect(await gap(given.db, 'resolution-gap', october).execute()).toEqual([
			{
				...{ oneNumerator: 4, oneDenominator: 5, oneValue: 0.8 },
				...{ otherNumerator: 3, otherDenominator: 4, otherValue: 0.75 },
				...{ gap: expect.closeTo(0.05, 9), standardisedGap: null, comparable: expect.any(Number) }
			}
		]);
	});

	test('satisfied in the end beside satisfied at first; without a second survey the first stands', async () => {
		expect(await share(given.db, 'satisfied')).toBe('2/4');
		expect(await share(given.db, 'satisfied-final')).toBe('3/4');
	});

	test('resolved after the first, second and later rounds add up to resolved', async () => {
		expect(await share(given.db, 'resolved-first-round')).toBe('1/4');
		expect(await share(given.db, 'resolved-second-round')).toBe('1/4');
		expect(await share(given.db, 'resolved-third-round')).toBe('1/4');
	});

	test('re-done: of what was replied to, open or closed', async () => {
		expect(await share(given.db, 'rework')).toBe('3/6');
	});
});

describe('quality', () => {
	const caller = (phone: string, at: string, more: Record<string, string> = {}) => ({
		来电号码: phone,
		受理时间: at,
		派单时间: '',
		...more
	});
	const given = city([
		order('0', caller('13800138000', '2026-09-10 08:00:00', { 办结时间: '2026-09-12 08:00:00' })),
		order('1', caller('13800138000', '2026-10-09 08:00:00')), // 29 days after 0, which was closed: came again
		order(
			'2',
			caller('13800138000', '2026-10-20 08:00:00', {
				催办次数: '2',
				是否督办: '是',
				督办类型: '专项督办',
				督办是否办结: '是'
			})
		), // 11 days after 1, still open
		order(
			'3',
			caller('13800138001', '2026-10-20 08:00:00', {
				催办次数: '0',
				是否督办: '是',
				督办类型: '专项督办',
				督办是否办结: '否'
			})
		),
		order('4', caller('13800138002', '2026-10-01 08:00:00', { 是否督办: '否', 不合理诉求状态: '未申请' })),
		order('5', caller('13800138002', '2026-10-31 09:00:00', { 不合理诉求状态: '查否' })), // 30 days and an hour: not
		order('6', caller('138****8000', '2026-10-21 08:00:00', { 不合理诉求状态: '申请中' })),
		order('7', caller('13800138000', '2026-10-22 08:00:00', { 不合理诉求状态: '通过' })), // excluded
		order('8', { 诉求类型: '表扬', 办理类型: '直接办结' }),
		order('9', { 诉求类型: '无效', 办理类型: '直接办结' })
	]);

	test('repeats within thirty days, and those whose order before was closed', async () => {
		expect(await share(given.db, 'repeat')).toBe('2/5');
		expect(await share(given.db, 'reopened')).toBe('1/5');
	});

	test('urged, supervised and by type, exclusions asked for and granted', async () => {
		expect(await share(given.db, 'urged')).toBe('1/2');
		expect(await share(given.db, 'supervised')).toBe('2/3');
		expect(await share(given.db, 'supervision-closed')).toBe('1/2');
		expect(await supervisionTypes(given.db, october).execute()).toEqual([
			{ name: '专项督办', supervised: 2, numerator: 1, denominator: 2, rate: 0.5 }
		]);
		expect(await share(given.db, 'exclusion-requested')).toBe('3/4');
		expect(await share(given.db, 'exclusion-approved')).toBe('1/3');
	});

	test('on the spot and praise are shares of what came in, without invalid calls', async () => {
		expect(await share(given.db, 'on-the-spot')).toBe('1/8');
		expect(await share(given.db, 'praise')).toBe('1/8');
	});
});

describe('special groups', () => {
	/** n orders of a group and kind, of which `good` were closed in time, each after so many hours. */
	const some = (group: string, kind: string, n: number, good: number, hours: number) =>
		Array.from({ length: n }, (_, place) =>
			order(`${group}${kind}${place}${n}`, {
				特殊群体: group,
				诉求类型: kind,
				办结时间:
					place < good
						? `2026-10-${12 + Math.floor((8 + hours) / 24)} ${String((8 + hours) % 24).padStart(2, '0')}:00:00`
						: '2026-10-23 08:00:00',
				办理截止时间: '2026-10-20 23:59:59'
			})
		);
	// Within each kind the elderly fare as others do; they only ask for the slow kind more often.
	const given = city([
		...some('老年人', '咨询', 10, 9, 10),
		...some('老年人', '投诉', 30, 18, 50),
		...some('', '咨询', 60, 54, 10),
		...some('个人', '投诉', 20, 12, 50)
	]);

	test('the crude gap is the mix of kinds, the gap within kinds is nought', async () => {
		const [row] = await gap(given.db, 'group-on-time', october).execute();
		expect(row).toMatchObject({ oneNumerator: 27, oneDenominator: 40, otherNumerator: 66, otherDenominator: 80 });
		expect(row!.gap).toBeCloseTo(27 / 40 - 66 / 80, 9);
		expect(row!.standardisedGap).toBeCloseTo(0, 9);
		expect(row!.comparable).toBe(40);
	});

	test('median times as well', async () => {
		const [row] = await gap(given.db, 'group-handling', october).execute();
		expect(row).toMatchObject({ oneNumerator: null, oneDenominator: 40, oneValue: 50 * 3600, otherValue: 10 * 3600 });
		expect(row!.gap).toBe(40 * 3600);
		expect(row!.standardisedGap).toBe(0);
	});

	const few = city([...some('老年人', '咨询', 29, 20, 10), ...some('', '咨询', 60, 54, 10)]);
	test('fewer than thirty on a side are not compared', async () => {
		expect(await gap(few.db, 'group-on-time', october).execute()).toMatchObject([
			{ oneDenominator: 29, gap: null, standardisedGap: null }
		]);
	});

	const without = city([order('1', { 办结时间: '2026-10-14 08:00:00', 办理截止时间: '2026-10-20 23:59:59' })]);
	test('an export without the column has no others either', async () => {
		expect(await gap(without.db, 'group-on-time', october).execute()).toMatchObject([{ otherDenominator: 0 }]);
	});
});

describe('lines', () => {
	const visit = (handler: string, day: string, more: Record<string, string> = {}) => ({
		热线名称: '12348公共法律服务热线',
		公证员编号: handler,
		受理时间: `${day} 07:00:00`,
		办结时间: `${day} 09:00:00`,
		是否回访: '是',
		是否有效回访: '是',
		首次满意度: '满意',
		...more
	});
	const days = Array.from({ length: 10 }, (_, place) => `2026-0${Math.min(9, place + 1)}-1${place % 9}`);
	const given = city([
		...days.map((day, place) => order(`a${place}`, visit('N001', day))),
		...days.slice(1).map((day, place) => order(`b${place}`, visit('N002', day))),
		// The tenth of N003 was not valid, the tenth of N004 lies thirteen months back.
		...days.slice(1).map((day, place) => order(`c${place}`, visit('N003', day))),
		order('c9', visit('N003', '2026-10-01', { 是否有效回访: '否', 首次满意度: '' })),
		...days.slice(1).map((day, place) => order(`d${place}`, visit('N004', day))),
		order('d9', visit('N004', '2025-10-01')),
		order('e', visit('', '2026-10-01', { 首次满意度: '不满意', 是否回访: '否', 是否有效回访: '' })),
		order('f', visit('', '2026-10-02', { 首次满意度: '不满意' })),
		order('g', visit('', '2026-10-02', { 热线名称: '12345' }))
	]);

	test('a quota of ten valid visits a year: who meets it, and never who did more', async () => {
		expect(await quota(given.db, 'notary-visits', october).execute()).toEqual([
			{ numerator: 1, denominator: 4, rate: 0.25, withinReach: 2, counted: 37, asked: 38 }
		]);
		const rows = await handlers(given.db, 'notary-visits', october).execute();
		expect(rows.map(({ handler, asked, counted, isMet }) => [handler, asked, counted, isMet])).toEqual([
			['N001', 10, 10, true],
			['N002', 9, 9, false],
			['N003', 10, 9, false],
			['N004', 9, 9, false]
		]);
		expect(await quota(given.db, 'notary-visits', october, 'unit').execute()).toMatchObject([
			{ name: '城管局', numerator: 1, denominator: 4 }
		]);
		const earlier = scope({ period: { from: '2025-10-01', to: '2025-10-31' } });
		expect(await quota(given.db, 'notary-visits', earlier).execute()).toMatchObject([{ numerator: 0, denominator: 1 }]);
		// Without an end the year is the one before T.
		expect(await quota(given.db, 'notary-visits', scope()).execute()).toMatchObject([{ numerator: 1, denominator: 4 }]);
	});

	test('legal aid by its own line: satisfied, and the dissatisfied called back', async () => {
		expect(await share(given.db, 'legal-aid-satisfied')).toBe('0/1');
		expect(await share(given.db, 'legal-aid-called-back')).toBe('1/2');
	});
});
