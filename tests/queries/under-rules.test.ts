import { beforeAll, describe, expect, test } from 'vitest';
import { plainRules, type RuleSet } from '#lib/domain/rules/rule-set.ts';
import { shippedRuleSet } from '#lib/domain/rules/shipped.ts';
import { everything } from '#lib/domain/scope.ts';
import { dateOf, dayNumber, deadlineAfterWorkingDays } from '#lib/domain/working-days.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { rate } from '#queries/rate.ts';
import { timeliness } from '#queries/timeliness.ts';
import { underRules } from '#queries/where/under-rules.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';
import { cityOfOrders, october } from './city.ts';

const { warehouseOf } = warehouseBench();
const rulesWith = (change: Partial<RuleSet>): RuleSet => ({ ...plainRules, id: 'ours', ...change });
const always = (rules: RuleSet) => [{ from: null, rules }];
const cut = { dataCut: '2026-10-31 12:00:00' };

/** What rules make of one order. */
async function judged(db: WarehouseDb, rules: RuleSet, columns: string[] = ['due_at', 'timeliness', 'due_source']) {
	const rows = await underRules(db, always(rules)).selectFrom('orders').selectAll().orderBy('order_number').execute();
	return rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column]));
}

describe('limits in working days', () => {
	// measures.md section 4: received, limit, deadline
	const vectors = [
		['2026-02-13', 5, '2026-02-27'],
		['2026-02-13', 1, '2026-02-14'],
		['2026-02-21', 5, '2026-02-28'],
		['2026-02-27', 1, '2026-02-28'],
		['2026-05-08', 1, '2026-05-09'],
		['2026-09-30', 5, '2026-10-13'],
		['2025-09-26', 5, '2025-10-10'],
		['2026-03-02', 15, '2026-03-23']
	] as const;
	let db: WarehouseDb;
	beforeAll(async () => {
		const rows = vectors.map(([day], place) => ({ 工单编号: String(place), 受理时间: `${day} 22:30:00` }));
		({ db } = await warehouseOf({ text: csv(rows), ...cut }));
	});

	test.each(vectors.map((vector, place) => [...vector, place] as const))(
		'received %s with %i working days: due at the end of %s',
		async (_received, workingDays, due, place) => {
			const found = await judged(db, rulesWith({ limits: [{ limit: { workingDays } }] }), ['due_at']);
			expect(found[place]).toEqual([`${due} 23:59:59`]);
		}
	);

	test('run out when the offices close, where the rules say so', async () => {
		const rules = rulesWith({ limits: [{ limit: { workingDays: 5 } }], officesClose: '17:30' });
		expect((await judged(db, rules, ['due_at']))[0]).toEqual(['2026-02-27 17:30:00']);
	});

	test('follow the days on which the city departs from the national calendar', async () => {
		const limits = [{ limit: { workingDays: 1 } }];
		expect((await judged(db, rulesWith({ limits, daysOff: ['2026-02-14'] }), ['due_at']))[0]).toEqual([
			'2026-02-24 23:59:59'
		]);
		expect((await judged(db, rulesWith({ limits, daysWorked: ['2026-02-22'] }), ['due_at']))[2]).toEqual([
			'2026-02-22 23:59:59'
		]);
	});

	test('equal the calendar of the domain for every day of two years', async () => {
		const days = Array.from({ length: 600 }, (_, place) => dateOf(dayNumber('2025-01-01') + place));
		const { db } = await warehouseOf({
			text: csv(days.map((day) => ({ 工单编号: day, 受理时间: `${day} 10:00:00` }))),
			...cut
		});
		const found = await judged(db, rulesWith({ limits: [{ limit: { workingDays: 7 } }] }), ['due_at']);
		expect(found.flat()).toEqual(days.map((day) => `${deadlineAfterWorkingDays(day, 7)} 23:59:59`));
	});

	test('are not guessed past the last year that is loaded', async () => {
		const { db } = await warehouseOf({
			text: csv([{ 工单编号: '1', 受理时间: '2026-12-30 10:00:00' }]),
			dataCut: '2027-01-31 12:00:00'
		});
		expect(await judged(db, rulesWith({ limits: [{ limit: { workingDays: 5 } }] }))).toEqual([[null, 'unknown', null]]);
	});
});

test('the first limit that fits an order holds: by urgency, kind and category', async () => {
	const order = (number: string, kind: string, urgency: string, category: string) => ({
		...{ 工单编号: number, 受理时间: '2026-03-02 10:00:00' },
		...{ 诉求类型: kind, 紧急程度: urgency, 一级分类: category, 办理类型: number === '5' ? '直接解答' : '转办' }
	});
	const { db } = await warehouseOf({
		text: csv([
			order('1', '投诉', '特急', '市容'),
			order('2', '咨询', '一般', '市容'),
			order('3', '投诉', '一般', '供水'),
			order('4', '投诉', '一般', '市容'),
			order('5', '投诉', '一般', '市容')
		]),
		...cut
	});
	const rules = rulesWith({
		limits: [
			{ urgencies: ['特急'], limit: { hours: 2 } },
			{ kinds: ['consult'], limit: { workingDays: 1 } },
			{ categories: ['供水'], limit: { hours: 24 } },
			{ limit: { workingDays: 10 } }
		]
	});
	expect(await judged(db, rules, ['due_at'])).toEqual([
		['2026-03-02 12:00:00'],
		['2026-03-03 23:59:59'],
		['2026-03-03 10:00:00'],
		['2026-03-16 23:59:59'],
		[null]
	]);
});

test('a state by our deadline is found as one by the export’s is', async () => {
	const order = (number: string, received: string, closed: string, status = '') => ({
		...{ 工单编号: number, 受理时间: received, 办结时间: closed, 工单状态: status }
	});
	const { db } = await warehouseOf({
		text: csv([
			order('1', '2026-10-12 10:00:00', '2026-10-13 23:59:59'),
			order('2', '2026-10-12 10:00:00', '2026-10-14 00:00:00'),
			order('3', '2026-10-12 10:00:00', ''),
			order('4', '2026-10-30 10:00:00', ''),
			order('5', '2026-10-12 10:00:00', '', '已办结')
		]),
		...cut
	});
	expect(await judged(db, rulesWith({ limits: [{ limit: { workingDays: 1 } }] }))).toEqual([
		['2026-10-13 23:59:59', 'closed_on_time', 'ours'],
		['2026-10-13 23:59:59', 'closed_late', 'ours'],
		['2026-10-13 23:59:59', 'open_overdue', 'ours'],
		['2026-11-02 23:59:59', 'open_within', 'ours'],
		['2026-10-13 23:59:59', 'unknown', 'ours']
	]);
});

describe('a city whose exports carry deadlines', () => {
	const city = cityOfOrders();
	const fiveDays = rulesWith({ limits: [{ limit: { workingDays: 5 } }] });

	test('keeps them: the export’s own deadline wins, and ours stands beside it', async () => {
		const under = underRules(city.db, always(fiveDays));
		const [own] = await timeliness(city.db, october).execute();
		const [ours] = await timeliness(under, october).execute();
		// A11 and A16 had no deadline: A11 is judged now, A16 (cancelled, no time) is still unknown.
		expect(ours).toMatchObject({ total: own!.total, closedOnTime: own!.closedOnTime + 1, unknown: own!.unknown - 1 });
		const a02 = await under.selectFrom('orders').selectAll().where('order_number', '=', 'A02').executeTakeFirst();
		expect(a02).toMatchObject({
			due_at: '2026-09-25 23:59:59',
			due_source: 'export',
			rule_due_at: '2026-09-28 23:59:59'
		});
	});

	test('plain rules ask the warehouse itself', () => {
		expect(underRules(city.db, always(plainRules))).toBe(city.db);
		expect(underRules(city.db, always(shippedRuleSet('district-10-50-40')!))).toBe(city.db);
	});

	test('rules that hold from a day on judge the orders received from that day on', async () => {
		const under = underRules(city.db, [
			{ from: null, rules: plainRules },
			{ from: '2026-10-13', rules: fiveDays }
		]);
		const rows = await under
			.selectFrom('orders')
			.select(['order_number', 'rule_due_at'])
			.where('order_number', 'in', ['A14', 'A16'])
			.orderBy('order_number')
			.execute();
		expect(rows).toEqual([
			{ order_number: 'A14', rule_due_at: null },
			{ order_number: 'A16', rule_due_at: '2026-10-20 23:59:59' }
		]);
	});

	test('return visits count by the receipt where the rules say so', async () => {
		const by = async (visitsCountBy: RuleSet['visitsCountBy']) =>
			(await rate(underRules(city.db, always(rulesWith({ visitsCountBy }))), 'resolved', october).execute())[0];
		// A15 was received in September and closed in October.
		expect((await by('closing'))!.denominator - (await by('receipt'))!.denominator).toBe(1);
	});

	test('limits for signing and contact are those of the rules', async () => {
		const rules = rulesWith({ signing: { workingDays: 1 }, firstContact: { hours: 48 } });
		const [a01] = await underRules(city.db, always(rules))
			.selectFrom('orders')
			.select(['sign_due_at', 'first_contact_due_at'])
			.where('order_number', '=', 'A01')
			.execute();
		expect(a01).toEqual({ sign_due_at: '2026-09-11 23:59:59', first_contact_due_at: '2026-09-12 08:10:00' });
	});
});

test('which exclusions leave the assessment is for the rules to say', async () => {
	const order = (number: string, state: string, reason: string) => ({
		...{ 工单编号: number, 受理时间: '2026-10-12 10:00:00', 不合理诉求状态: state, 剔除原因: reason }
	});
	const { db } = await warehouseOf({
		text: csv([order('1', '通过', '不可抗力'), order('2', '通过', '重复工单'), order('3', '查否', '不可抗力')]),
		...cut
	});
	const excluded = async (excludes: RuleSet['excludes']) =>
		(await judged(db, rulesWith({ excludes }), ['is_excluded'])).flat();
	expect(await excluded('granted')).toEqual([true, true, false]);
	expect(await excluded('none')).toEqual([false, false, false]);
	expect(await excluded(['duplicate'])).toEqual([false, true, false]);
	expect(await rate(underRules(db, always(rulesWith({ excludes: 'none' }))), 'closure', everything).execute()).toEqual([
		{ numerator: 0, denominator: 3, rate: 0 }
	]);
});
