import { describe, expect } from 'vitest';
import { csvDocument } from '#lib/domain/csv.ts';
import type { QuickBench } from '../quick-bench.ts';
import { asks, counted, flagged, input, lines, orders, setAside } from './outcomes.ts';

/** B56, B80–B83 and B87–B97: what stands in a cell. */
export function values({ take, taken, asked, ask }: QuickBench): void {
	const column = async (name: string, text: string, options = {}) =>
		(await ask(await taken(take(text, options)), `select ${name} as value from staged order by row_number`)).map(
			(row) => row.value
		);
	const numbered = (...numbers: string[]) =>
		lines('工单编号,登记时间', ...numbers.map((number) => `${number},2026-03-01 08:00:00`));

	describe('order numbers', () => {
		input('B56', 'numbers that a spreadsheet rounded', 'Q', async () => {
			const exponents = await taken(take(numbered('2.02601E+19', 'GD1001')));
			expect(exponents.reasons).toEqual([{ reason: 'order_number_rounded', count: 1 }]);
			const zeros = ['20260101000012300000', '20260101000012400000', '20260101000012345678'];
			expect(await column('order_number', numbered(...zeros))).toEqual(['20260101000012345678']);
			// One in a hundred ends in two zeros by right.
			const hundred = Array.from({ length: 100 }, (_, n) => String(20260101000000100n + BigInt(n)));
			expect((await taken(take(numbered(...hundred)))).rows.accepted).toBe(100);
			return setAside(await taken(take(numbered(...zeros))), 'order_number_rounded', 2);
		});

		input('B80', 'numbers that differ only in writing', '?', async () => {
			const text = numbered('GD1001', 'gd1001', 'ＧＤ1002', "'GD1003");
			const question = await asked(take(text));
			expect(question).toMatchObject({
				name: 'order-number',
				details: { value: ['GD1001', 'gd1001'] },
				choices: [{ value: 'same' }, { value: 'different' }]
			});
			expect(await column('order_number', text, { answers: { 'order-number': 'same' } })).toEqual([
				'GD1001',
				'GD1001',
				'GD1002',
				'GD1003'
			]);
			expect(await column('order_number', text, { answers: { 'order-number': 'different' } })).toEqual([
				'GD1001',
				'gd1001',
				'ＧＤ1002',
				'GD1003'
			]);
			const same = await taken(take(text, { answers: { 'order-number': 'same' } }));
			counted(same, 'order_number_joined', 2);
			return asks(question);
		});

		input('B81', 'twenty digits', 'A', async () => {
			const digits = ['20260101000000000001', '20260101000000000002'];
			expect(await column('order_number', numbered(...digits))).toEqual(digits);
		});
		input('B82', 'leading zeros', 'A', async () => {
			expect(await column('order_number', numbered('000123'))).toEqual(['000123']);
		});
		input('B83', 'no number', 'Q', async () =>
			setAside(await taken(take(numbered('GD1001', ''))), 'missing_order_number', 1)
		);
	});

	describe('words and numbers', () => {
		input('B87', 'a state and a category nobody knows', 'F', async () => {
			const result = await taken(take(orders({ 工单状态: ['已办结', '量子态'], 一级分类: ['城市管理', '从未见过'] })));
			expect(await ask(result, 'select status, status_state, category_1 from staged order by row_number')).toEqual([
				{ status: '已办结', status_state: 'closed', category_1: '城市管理' },
				{ status: '量子态', status_state: null, category_1: '从未见过' }
			]);
			return flagged(result, 'unknown_status');
		});

		input('B88', '是, Y, 1, √ mixed', 'N', async () => {
			const result = await taken(take(orders({ 是否督办: ['是', 'Y', '1', '√', '否', 'n', '0', '×', '也许'] })));
			expect(await column('is_supervised', orders({ 是否督办: ['是', 'Y', '1', '√', '否', 'n', '0', '×'] }))).toEqual([
				...[true, true, true, true, false, false, false, false]
			]);
			return counted(result, 'unknown_word', 1);
		});

		input('B89', 'another scale of satisfaction', '?', async () => {
			const text = orders({ 满意度: ['5', '1', '未评价'] });
			const question = await asked(take(text));
			expect(question).toMatchObject({
				name: 'scale',
				choices: [{ value: '5-best-of-5' }, { value: '1-best-of-5' }, { value: 'none' }]
			});
			const read = (scale: string) => column('satisfaction', text, { answers: { scale } });
			expect(await read('5-best-of-5')).toEqual(['very_satisfied', 'very_dissatisfied', 'unrated']);
			expect(await read('1-best-of-5')).toEqual(['very_dissatisfied', 'very_satisfied', 'unrated']);
			expect(await read('none')).toEqual([null, null, 'unrated']);
			const threeLevels = orders({ 满意度: ['满意', '基本满意', '不满意'] });
			expect(await column('satisfaction', threeLevels)).toEqual(['satisfied', 'basically_satisfied', 'dissatisfied']);
			return asks(question);
		});

		input('B90', 'words for nothing', 'N', async () => {
			const result = await taken(take(orders({ 承办单位: ['NULL', '\\N', 'N/A', '-', '无', '——', '城管局'] })));
			expect(await ask(result, 'select count(unit)::integer as units from staged')).toEqual([{ units: 1 }]);
			return counted(result, 'null_word', 6);
		});

		input('B91', 'numbers written otherwise', 'N', async () => {
			const text = orders({ 催办次数: ['1,234', '1.5e3', '１２', '3', '1.5'] });
			expect(await column('urge_count::integer', text)).toEqual([1234, 1500, 12, 3, null]);
			const result = await taken(take(text));
			counted(result, 'full_width_characters', 1);
			counted(result, 'unreadable_number', 1);
			return counted(result, 'number_written_otherwise', 2);
		});

		input('B92', 'lengths of time in words', 'N', async () => {
			const text = orders({ 挂起天数: ['2天3小时', '36小时', '4'] });
			expect(await column('suspended_days::integer', text)).toEqual([2, 2, 4]);
			return counted(await taken(take(text)), 'unit_converted', 2);
		});
	});

	describe('lengths that the export states', () => {
		input('B93', 'another handling time than the times come to', 'F', async () => {
			const closed = { 办结时间: ['2026-03-02 08:00:00', '2026-03-03 08:00:00'] };
			const stated = (header: string, ...cells: string[]) => taken(take(orders({ ...closed, [header]: cells })));
			const note = 'stated_durations_differ';
			expect((await stated('办理时长（小时）', '24', '47.5')).notes).not.toContain(note);
			expect((await stated('办理时长（天）', '1', '2')).notes).not.toContain(note);
			// Nothing says what it counts, or nobody can count it without the office's hours: it is not held against ours.
			for (const header of ['办理时长', '办理时长（工作日）'])
				expect((await stated(header, '900', '900')).notes).not.toContain(note);
			const result = await stated('办理时长（小时）', '24', '12');
			expect(await ask(result, 'select count(closed_at)::integer as closed from staged')).toEqual([{ closed: 2 }]);
			return flagged(result, note);
		});
	});

	describe('text', () => {
		input('B95', 'text that a spreadsheet would run', 'A', async () => {
			const units = ['=HYPERLINK("http://x")', '@SUM(A1)', '＝1+1', '+1'];
			expect(await column('unit', orders({ 承办单位: units }))).toEqual(units);
			const written = csvDocument(
				['unit'],
				units.map((unit) => [unit])
			);
			for (const unit of units) expect(written).toContain(`'${unit.replaceAll('"', '""')}`);
		});

		input('B96', 'markup, SQL, signs of patterns, 100,000 characters', 'A', async () => {
			const units = ['<script>alert(1)</script>', `'; DROP TABLE orders; --`, '100%_局'];
			expect(await column('unit', orders({ 承办单位: units, 诉求内容: ['<b>'.repeat(33_334)] }))).toEqual(units);
		});

		input('B97', 'phones, identity numbers and names in text', 'F', async () => {
			const result = await taken(
				take(
					orders({
						承办单位: ['城管局13812345678', '民政局(11010519491231002X)', '水务局'],
						诉求内容: ['我叫王小明，电话13987654321'],
						来电人: ['王小明']
					})
				)
			);
			const kept = JSON.stringify([await ask(result, 'from staged'), result]);
			for (const secret of ['13812345678', '11010519491231002X', '13987654321', '王小明'])
				expect(kept).not.toContain(secret);
			return counted(result, 'personal_number', 2);
		});
	});
}
