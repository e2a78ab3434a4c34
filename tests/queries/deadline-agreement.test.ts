import { expect, test } from 'vitest';
import { plainRules } from '#lib/domain/rules/rule-set.ts';
import { deadlineAgreement } from '#queries/deadline-agreement.ts';
import { underRules } from '#queries/where/under-rules.ts';
import { cityOfOrders, scope } from './city.ts';

const city = cityOfOrders();
const fiveDays = { ...plainRules, id: 'five', limits: [{ limit: { workingDays: 5 } }] };

/**
 * Due five working days after receipt (October's holidays last to the 7th, the 10th is worked):
 *   A01 17 Sep (export 15th) · A02 28 Sep (25th) · A03 13 Oct (3rd) · A04 4 Nov (5th)
 *   A05 13 Oct (20th) · A06 13 Oct (10th) · A08 13 Oct (14th) · A09, A10 13 Oct (9th) · A12 16 Oct (20th)
 *   A13 5 Nov (10th) · A14 19 Oct (19th, on time by both) · A15 13 Oct (7th) · A17 2 Nov (3rd); A11, A16 have no other.
 */
test('the deadlines of the exports against those of the rules, order by order', async () => {
	const under = underRules(city.db, [{ from: null, rules: fiveDays }]);
	const [all] = await deadlineAgreement(under, scope()).execute();
	const rows = await under
		.selectFrom('orders')
		.select(['order_number', 'due_at', 'original_due_at', 'rule_due_at', 'due_source', 'closed_at', 'is_closed'])
		.where('handling_mode', '=', 'dispatched')
		.execute();
	const both = rows.filter((row) => row.due_source === 'export' && row.rule_due_at !== null);
	const day = (at: string | null) => at!.slice(0, 10);
	const end = (row: (typeof both)[number]) => row.closed_at ?? '2026-10-31 12:00:00';
	expect(all).toEqual({
		both: both.length,
		sameDay: both.filter((row) => day(row.due_at) === day(row.rule_due_at)).length,
		earlier: both.filter((row) => day(row.due_at) < day(row.rule_due_at)).length,
		later: both.filter((row) => day(row.due_at) > day(row.rule_due_at)).length,
		judgedOtherwise: both.filter(
			(row) => !(row.is_closed && row.closed_at === null) && end(row) <= row.due_at! !== end(row) <= row.rule_due_at!
		).length,
		byRule: 2,
		exportOnly: 0,
		neither: 0
	});
	expect(all).toMatchObject({ both: 14, sameDay: 1 });
	expect(all!.sameDay + all!.earlier + all!.later).toBe(all!.both);
});

test('rules without limits give no deadline to compare', async () => {
	expect(await deadlineAgreement(city.db, scope()).execute()).toMatchObject([
		{ both: 0, byRule: 0, exportOnly: 14, neither: 2 }
	]);
});

test('grouped, the rows add up to the whole', async () => {
	const under = underRules(city.db, [{ from: null, rules: fiveDays }]);
	const [all] = await deadlineAgreement(under, scope()).execute();
	const rows = await deadlineAgreement(under, scope(), 'kind').execute();
	expect(rows.reduce((sum, row) => sum + row.judgedOtherwise, 0)).toBe(all!.judgedOtherwise);
	expect(rows.reduce((sum, row) => sum + row.both, 0)).toBe(all!.both);
});
