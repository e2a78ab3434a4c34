import { describe, expect } from 'vitest';
import type { QuickBench } from '../quick-bench.ts';
import { asks, flagged, input, lines, orders, refusedFor } from './outcomes.ts';

const row = 'GD1001,2026-03-01 08:00:00,城管局,2026-03-02 08:00:00';

/** B37–B48: what the columns are called, and which rows are none. */
export function headers({ take, taken, asked, ask }: QuickBench): void {
	const nonData = async (text: string, counts: Record<string, number>) => {
		const result = await taken(take(text));
		const told = await ask(
			result,
			`select reason, count(*)::integer as n from rows where outcome = 'nonData' group by 1`
		);
		expect(Object.fromEntries(told.map(({ reason, n }) => [reason, n]))).toEqual(counts);
		return Object.entries(counts)
			.map(([reason, count]) => `${count} ${reason}`)
			.join(', ');
	};
	const head = '工单编号,登记时间,承办单位,办结时间';

	describe('rows that are no orders', () => {
		input('B37', 'a title and 导出人 above the header', 'N', () =>
			nonData(lines('诉求查询明细结果,,,', '导出人：张三,,,', head, row), { title: 2 })
		);
		input('B39', 'the header once more in the middle', 'N', () =>
			nonData(lines(head, row, head, row.replace('1001', '1002')), { repeated_header: 1 })
		);
		input('B40', '合计 and 小计', 'N', () => nonData(lines(head, row, '小计,1,,', '合计,1,,'), { total: 2 }));
		input('B41', 'notes at the bottom', 'N', () =>
			nonData(lines(head, row, '备注：本表由系统导出,,,', '数据来源：12345平台,,,'), { remark: 2 })
		);
	});

	describe('headers', () => {
		input('B38', 'a header of two lines', 'F', async () => {
			// Better than ?: group and name together are certain, and the mapping shows and keeps them.
			const result = await taken(
				take(
					lines(
						'工单编号,登记,,回访,,主办,协办',
						',时间,人员,时间,是否满意,单位,单位',
						'GD1001,2026-03-01 08:00,甲,2026-03-05 08:00,满意,城管局,民政局'
					),
					{ answers: { kind: 'orders' } }
				)
			);
			expect(Object.fromEntries(result.mapping.map(({ field, headers }) => [field, headers[0]]))).toEqual({
				...{ order_number: '工单编号', registered_at: '登记/时间', visited_at: '回访/时间' },
				...{ satisfaction: '回访/是否满意', unit: '主办/单位', co_units: '协办/单位' }
			});
			expect(await ask(result, 'select unit, received_at, visited_at from staged')).toEqual([
				{ unit: '城管局', received_at: '2026-03-01 08:00:00', visited_at: '2026-03-05 08:00:00' }
			]);
			return flagged(result, 'header_of_two_rows');
		});

		input('B42', 'no header', '?', async () => {
			const text = lines(row, row.replace('1001', '1002'));
			const question = await asked(take(text));
			expect(question).toMatchObject({
				name: 'header-row',
				choices: [{ value: 'none', samples: ['GD1001', '2026-03-01 08:00:00', '城管局', '2026-03-02 08:00:00'] }]
			});
			const none = { 'header-row': 'none' };
			const next = await asked(take(text, { answers: none }));
			expect(next).toMatchObject({
				name: 'column:order_number',
				choices: [{ value: '#1 (GD0000)', samples: ['GD1001', 'GD1002'] }, {}, {}, {}]
			});
			const said = {
				...{ ...none, 'column:order_number': '#1 (GD0000)', 'column:registered_at': '#2 (0000-00-00 00:00:00)' },
				...{ 'column:unit': '#3' }
			};
			const { signature, rows } = await taken(take(text, { answers: said }));
			expect(rows).toMatchObject({ read: 2, accepted: 2 });
			const later = text.replaceAll('GD1', 'GD2').replaceAll('2026-03', '2026-04');
			const remembered = await taken(take(later, { remembered: { [signature]: said } }));
			expect(await ask(remembered, 'select distinct unit from staged')).toEqual([{ unit: '城管局' }]);
			return asks(question);
		});

		input('B43', 'one name for two columns', '?', async () => {
			const twice = lines('工单编号,登记时间,承办单位,承办单位', 'GD1001,2026-03-01 08:00:00,城管局,城管局一中队');
			const question = await asked(take(twice));
			expect(question).toMatchObject({
				name: 'column:unit',
				choices: [
					{ value: '承办单位', samples: ['城管局'] },
					{ value: '承办单位#2', samples: ['城管局一中队'] }
				]
			});
			const unitOf = async (answer: string) =>
				(await ask(await taken(take(twice, { answers: { 'column:unit': answer } })), 'select unit from staged'))[0]!
					.unit;
			expect([await unitOf('承办单位'), await unitOf('承办单位#2')]).toEqual(['城管局', '城管局一中队']);
			// Two columns that say the same leave nothing open.
			expect((await taken(take(twice.replace('局一中队', '局')))).unmapped).toEqual(['承办单位#2']);
			return asks(question);
		});

		input('B44', 'a column without a name', '?', async () => {
			const text = lines('工单编号,,承办单位,工单状态', 'GD1001,2026-03-01 08:00:00,城管局,已办结');
			const question = await asked(take(text));
			expect(question).toMatchObject({
				name: 'column:registered_at',
				choices: [{ value: '#2', samples: ['2026-03-01 08:00:00'] }]
			});
			const result = await taken(take(text, { answers: { 'column:registered_at': '#2' } }));
			expect(await ask(result, 'select received_at from staged')).toEqual([{ received_at: '2026-03-01 08:00:00' }]);
			return asks(question);
		});

		input('B45', 'names that nobody knows', '?', async () => {
			const some = await asked(
				take(lines('单据甲,登记时间,承办单位,工单状态', 'GD1001,2026-03-01 08:00:00,城管局,已办结'))
			);
			expect(some).toMatchObject({ name: 'column:order_number', choices: [{ value: '单据甲', samples: ['GD1001'] }] });
			const all = await asked(take(lines('甲,乙,丙', 'GD1001,2026-03-01 08:00:00,城管局')));
			expect(all).toMatchObject({
				name: 'header-row',
				choices: [{ value: '1', samples: ['甲', '乙', '丙'] }, { value: 'none' }]
			});
			const answers = {
				'header-row': '1',
				'column:order_number': '甲',
				'column:registered_at': '乙',
				'column:unit': '丙'
			};
			const result = await taken(take(lines('甲,乙,丙', 'GD1001,2026-03-01 08:00:00,城管局'), { answers }));
			expect(await ask(result, 'select order_number, unit from staged')).toEqual([
				{ order_number: 'GD1001', unit: '城管局' }
			]);
			return asks(some);
		});

		input('B46', 'a column missing that orders need', 'X', async () => {
			const message = refusedFor(await take(lines('工单编号,承办单位', 'GD1001,城管局')), 'missing_columns');
			expect(message).toContain('time of registration');
			return message;
		});

		input('B47', 'columns in another order', 'A', async () => {
			const one = await taken(take(lines(head, row)));
			const other = await taken(
				take(lines('承办单位,办结时间,登记时间,工单编号', '城管局,2026-03-02 08:00:00,2026-03-01 08:00:00,GD1001'))
			);
			const hash = async (result: typeof one) => ask(result, 'select content_hash from staged');
			expect(await hash(other)).toEqual(await hash(one));
		});

		input('B48', 'the unit in the header', '?', async () => {
			const days = async (header: string, cell: string, answers = {}) =>
				(
					await ask(
						await taken(take(orders({ [header]: [cell] }, ['GD1001']), { answers })),
						'select suspended_days::integer as days from staged'
					)
				)[0]!.days;
			// What the header says is not asked for.
			expect(await days('挂起天数', '3')).toBe(3);
			expect(await days('挂起时长（小时）', '48')).toBe(2);
			expect(await days('挂起时长(分钟)', '2880')).toBe(2);
			expect(await days('挂起时长(工作日)', '2')).toBe(2);
			const question = await asked(take(orders({ 挂起时长: ['48'] })));
			expect(question).toMatchObject({
				name: 'unit:suspended_days',
				details: { header: '挂起时长', field: 'suspended_days' },
				choices: [{ value: 'days' }, { value: 'hours' }, { value: 'minutes' }, { value: 'working-days' }]
			});
			expect(await days('挂起时长', '48', { 'unit:suspended_days': 'hours' })).toBe(2);
			// A time limit in days is no deadline: the column is kept as it is, and no row is lost for it.
			const limited = await taken(take(orders({ '办结期限（工作日）': ['5', '15'] })));
			expect(limited).toMatchObject({ rows: { accepted: 2 }, unmapped: ['办结期限（工作日）'] });
			return asks(question);
		});
	});
}
