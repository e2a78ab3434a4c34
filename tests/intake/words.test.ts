import { describe, expect, test } from 'vitest';
import { intakeBench } from './intake-helpers.ts';

const { take, taken, ask } = intakeBench();

/** An export with these columns beside number and time; one row per list of cells. */
const exportOf = (headers: string[], ...rows: string[][]) =>
	[
		['工单编号', '登记时间', ...headers],
		...rows.map((cells, index) => [`GD${1001 + index}`, '2025-03-01 08:00:00', ...cells])
	]
		.map((cells) => cells.join(','))
		.join('\n') + '\n';

describe('words and their codes', () => {
	test('kinds and states keep their word and get a code where it is known', async () => {
		const result = await taken(
			take(
				exportOf(
					['诉求类型', '工单状态', '处理方式'],
					['咨询', '已办结', '直接解答'],
					['投诉举报', '办理中', '转办'],
					['揭发控告', 'Closed (Duplicate)', ''],
					['其他', '神秘状态', '转办'],
					['求决', '作废', '']
				)
			)
		);
		expect(
			await ask(result, 'select kind, kind_code, status, status_state, handling_mode from staged order by row_number')
		).toEqual([
			{ kind: '咨询', kind_code: 'consult', status: '已办结', status_state: 'closed', handling_mode: 'desk' },
			{
				...{ kind: '投诉举报', kind_code: 'complaint_or_report', status: '办理中' },
				...{ status_state: 'open', handling_mode: 'dispatched' }
			},
			{
				...{ kind: '揭发控告', kind_code: 'report', status: 'Closed (Duplicate)' },
				...{ status_state: 'closed', handling_mode: null }
			},
			{ kind: '其他', kind_code: null, status: '神秘状态', status_state: null, handling_mode: 'dispatched' },
			{ kind: '求决', kind_code: 'help', status: '作废', status_state: 'cancelled', handling_mode: null }
		]);
		expect(result.repairs).toEqual([]);
	});

	test('an answer we do not know is left out, and the row says so', async () => {
		const result = await taken(
			take(exportOf(['满意度', '是否解决', '退单次数'], ['五星', '未回访', '3次'], ['满意', '也许', 'x']))
		);
		expect(
			await ask(result, 'select satisfaction, visit_resolved, return_count::integer as returns, repairs from staged')
		).toEqual([
			{ satisfaction: null, visit_resolved: null, returns: 3, repairs: ['unknown_word'] },
			{ satisfaction: 'satisfied', visit_resolved: null, returns: null, repairs: ['unknown_word', 'unreadable_number'] }
		]);
		expect(await ask(result, 'select row_number::integer as row, header, value from rows order by 1, 2')).toEqual([
			{ row: 2, header: '满意度', value: '五星' },
			{ row: 3, header: '是否解决', value: '也许' },
			{ row: 3, header: '退单次数', value: 'x' }
		]);
	});

	test('a category path is split where the levels have no columns of their own', async () => {
		const result = await taken(take(exportOf(['问题分类'], ['城乡建设->市容->占道'], ['交通'])));
		expect(result.notes).toContain('category_path_split');
		expect(await ask(result, 'select category_1, category_2, category_3 from staged order by row_number')).toEqual([
			{ category_1: '城乡建设', category_2: '市容', category_3: '占道' },
			{ category_1: '交通', category_2: null, category_3: null }
		]);
	});

	test('an export that says it is made up is marked', async () => {
		expect((await taken(take(exportOf(['数据性质'], ['虚构数据'])))).isMadeUp).toBe(true);
		expect((await taken(take(`虚构数据，仅供演示\n${exportOf([], [])}`))).isMadeUp).toBe(true);
		expect((await taken(take(exportOf(['承办单位'], ['城管局'])))).isMadeUp).toBe(false);
	});
});

describe('flags of timeliness', () => {
	test('one flag of closed orders tells the other', async () => {
		const result = await taken(
			take(
				exportOf(
					['是否按时办结', '办结时间'],
					['是', '2025-03-02 08:00:00'],
					['否', '2025-03-09 08:00:00'],
					['否', ''],
					['', '2025-03-02 08:00:00']
				)
			)
		);
		expect(
			await ask(
				result,
				'select flag_closed_on_time as on_time, flag_closed_late as late from staged order by row_number'
			)
		).toEqual([
			{ on_time: true, late: false },
			{ on_time: false, late: true },
			{ on_time: false, late: null },
			{ on_time: null, late: null }
		]);
	});

	test('a dash in a flag column is the word for "not set", no repair', async () => {
		const result = await taken(take(exportOf(['INTIME_ARCHIVE_NUM'], ['1'], ['-'], [''])));
		expect(result.repairs).toEqual([]);
	});
});

describe('return visits', () => {
	const visits = async (headers: string[], ...rows: string[][]) => {
		// With so few columns it could as well be a list of return visits.
		const result = await taken(take(exportOf(headers, ...rows), { answers: { kind: 'orders' } }));
		return ask(
			result,
			`select visit_attempted as attempted, visit_reached as reached, visit_valid as valid, visit_resolved as resolved,
			satisfaction from staged order by row_number`
		);
	};
	const nothing = { attempted: null, reached: null, valid: null, resolved: null, satisfaction: null };

	test('an export without survey columns says nothing of visits', async () => {
		expect(await visits(['承办单位'], ['城管局'])).toEqual([nothing]);
	});

	test('an answer makes a visit valid; 未评价 does not; a row without any sign was not visited', async () => {
		expect(
			await visits(
				['是否解决', '满意度', '回访时间'],
				['是', '', ''],
				['', '基本满意', ''],
				['', '未评价', ''],
				['', '', '']
			).then((rows) => rows.map(({ attempted, valid }) => [attempted, valid]))
		).toEqual([
			[true, true],
			[true, true],
			[true, false],
			[false, null]
		]);
	});

	test('columns of attempt and validity are taken at their word', async () => {
		expect(
			await visits(
				['是否回访', '是否接通电话', '是否有效回访', '是否解决', '满意度'],
				['是', '是', '是', '部分解决', '非常满意'],
				['是', '否', '否', '', '无法联系'],
				['否', '', '', '', '']
			)
		).toEqual([
			{ attempted: true, reached: true, valid: true, resolved: 'partly', satisfaction: 'very_satisfied' },
			{ attempted: true, reached: false, valid: false, resolved: null, satisfaction: 'unrated' },
			{ attempted: false, reached: null, valid: null, resolved: null, satisfaction: null }
		]);
	});
});
