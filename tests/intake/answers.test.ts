import { describe, expect, test } from 'vitest';
import { intakeBench } from './intake-helpers.ts';

const { take, taken, refused, asked, ask } = intakeBench();

/** The number stands under a name that nobody knows. */
const renamed = [
	'单据甲,登记时间,承办单位,工单状态,办结时间',
	'GD1001,2026-03-01 08:00:00,城管局,已办结,2026-03-02 08:00:00',
	'GD1002,2026-03-03 08:00:00,民政局,办理中,',
	''
].join('\n');

describe('a column that nobody knows', () => {
	test('is asked for, with what it could be and samples of each', async () => {
		expect(await asked(take(renamed))).toEqual({
			name: 'column:order_number',
			details: { field: 'order_number' },
			choices: [{ value: '单据甲', samples: ['GD1001', 'GD1002'] }]
		});
	});

	test('is read once it was named, and the result says by what', async () => {
		const answers = { 'column:order_number': '单据甲' };
		const result = await taken(take(renamed, { answers }));
		expect(result.answers).toEqual(answers);
		expect(result.mapping).toContainEqual({ field: 'order_number', headers: ['单据甲'] });
		expect(await ask(result, 'select order_number from staged order by row_number')).toEqual([
			{ order_number: 'GD1001' },
			{ order_number: 'GD1002' }
		]);
	});

	test('is not asked for again of files with the same columns, whatever stands in them', async () => {
		const answers = { 'column:order_number': '单据甲' };
		const { signature } = await taken(take(renamed, { answers }));
		const next = renamed.replaceAll('GD1', 'GD2').replaceAll('2026-03', '2026-04');
		const result = await taken(take(next, { remembered: { [signature]: answers } }));
		expect(result.rows.accepted).toBe(2);
		expect(result.signature).toBe(signature);
		expect((await asked(take(next.replace('单据甲', '单据乙'), { remembered: { [signature]: answers } }))).name).toBe(
			'column:order_number'
		);
	});

	test('is refused where the table is not one of orders: nobody could choose', async () => {
		expect((await refused(take('标题,内容,登记时间,承办单位\n路灯,不亮,2026-03-01,城管局\n'))).reason).toBe(
			'missing_columns'
		);
	});
});

describe('what was said', () => {
	test('takes a column from the field it was matched with', async () => {
		const text = '工单编号,登记时间,办结时间,归档时间\nGD1001,2026-03-01 08:00,2026-03-02 08:00,2026-03-09 08:00\n';
		const closedAt = async (answers: Record<string, string>) =>
			(await ask(await taken(take(text, { answers })), 'select closed_at from staged'))[0]!.closed_at;
		expect(await closedAt({})).toBe('2026-03-02 08:00:00');
		expect(await closedAt({ 'column:closed_at': '归档时间' })).toBe('2026-03-09 08:00:00');
		expect(await closedAt({ 'column:closed_at': '' })).toBeNull();
	});

	test('of a column that is not there, or of no field of ours, changes nothing', async () => {
		const text = '工单编号,登记时间\nGD1001,2026-03-01 08:00:00\n';
		const result = await taken(
			take(text, { answers: { 'column:closed_at': '没有这列', 'column:nothing': '登记时间' } })
		);
		expect(result.mapping.map(({ field }) => field)).toEqual(['order_number', 'registered_at']);
	});

	test('otherwise than before is another reading of the same bytes', async () => {
		const text = '工单编号,登记时间\nGD1001,03/04/2026 08:00\n';
		const read = async (order: string) =>
			(await ask(await taken(take(text, { answers: { 'date-order': order } })), 'select received_at from staged'))[0];
		expect(await read('mdy')).toEqual({ received_at: '2026-03-04 08:00:00' });
		expect(await read('dmy')).toEqual({ received_at: '2026-04-03 08:00:00' });
		expect(await read('mdy')).toEqual({ received_at: '2026-03-04 08:00:00' });
	});
});
