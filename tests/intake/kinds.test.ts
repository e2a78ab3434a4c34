import { describe, expect, test } from 'vitest';
import { kindNames, type KindName } from '#lib/domain/kinds/kind.ts';
import { missingOf, otherKinds, recognise } from '#lib/domain/kinds/kinds.ts';
import { intakeBench } from './intake-helpers.ts';

const { take, taken, asked, ask } = intakeBench();

/** A header of each kind as systems write it, in both languages. */
const headers: [KindName, string][] = [
	['orders', '工单编号,受理时间,办结时间,承办单位,回访时间,是否联系,是否解决,是否满意'],
	['orders', 'order_number,created_at,closed_at,unit,status,satisfaction'],
	['visits', '工单编号,回访时间,是否接通电话,是否有效回访,是否联系,是否解决,是否满意'],
	['visits', '工单编号,承办单位,办结时间,回访日期,工作人员是否联系市民,问题是否解决,对办理结果是否满意'],
	['visits', 'order_number,visited_at,visit_contacted,visit_resolved,satisfaction'],
	['events', '工单编号,操作类型,操作时间,操作单位,操作人工号'],
	['events', 'order_number,event,event_at,unit'],
	['visit_totals', '月份,承办单位,办结量,回访量,有效回访量,联系数,解决数,满意数,基本满意数,不满意数'],
	['visit_totals', 'month,unit,closed,attempted,valid,resolved,satisfied'],
	['units', '单位名称,单位编码,单位类别,上级单位,启用日期,停用日期,更名为,简称'],
	['units', 'unit_name,unit_code,parent_unit,valid_from,valid_to,successor,aliases'],
	['categories', '一级分类,二级分类,三级分类'],
	['categories', 'category_1,category_2,category_3'],
	['calls', '话单编号,热线,呼入时间,排队时间,接通时间,挂机时间,满意度按键,是否质检'],
	['calls', 'call_id,line,arrived_at,wait_seconds,talk_seconds,answered'],
	['call_days', '日期,热线,来电量,转人工量,人工接通量,15秒接通量,自助服务量,放弃量'],
	['call_days', 'date,line,incoming,offered,answered,abandoned'],
	['places', '区县,统计日期,常住人口,座席数,话务员数'],
	['places', 'district,valid_from,residents,seats,staff'],
	['calendar', '日期,是否放假,节日名称'],
	['calendar', 'date,is_off,name'],
	['notices', '督办单号,工单编号,督办时间,督办类型,被督办单位,督办期限,督办办结时间'],
	['notices', 'notice_number,order_number,noticed_at,supervision_type,notice_unit']
];

describe('a header tells the kind of export', () => {
	test.each(headers)('%s: %s', (kind, header) => {
		expect(recognise(header.split(','))).toMatchObject({ kind, rivals: [] });
	});

	test('every kind is among them, and every field it needs has a header and a staged column', () => {
		expect(new Set(headers.map(([kind]) => kind))).toEqual(new Set(kindNames));
		for (const { name, headers: names, required, needed, key, reached, staged } of Object.values(otherKinds)) {
			const unnamed = [...required.flat(), ...needed.flat()].filter((field) => !names[field]?.length);
			const unstaged = [...key, ...reached, ...needed.flat()].filter((column) => !(column in staged));
			expect([name, unnamed, unstaged]).toEqual([name, [], []]);
		}
	});

	test('what two kinds fit as well is left open; a closing time makes it orders', () => {
		const visits = ['工单编号', '受理时间', '承办单位', '回访时间', '是否满意'];
		expect(recognise(visits).rivals.toSorted()).toEqual(['orders', 'visits']);
		expect(recognise([...visits, '办结时间'])).toMatchObject({ kind: 'orders', rivals: [] });
	});

	test('a header of nothing known is one of orders that lacks what orders need', () => {
		const read = recognise(['标题', '内容']);
		expect([read.kind, missingOf(read)]).toEqual(['orders', ['order_number', 'received_at']]);
	});
});

describe('rows of every kind are accounted for', () => {
	test('return visits: repaired, set aside and no data are counted, each row listed', async () => {
		const result = await taken(
			take(
				'工单编号,回访时间,是否联系,是否解决,是否满意\n' +
					'GD1,2026-09-04 10:00:00,是,部分解决,满意\n' +
					'GD2,2026-02-30 10:00:00,是,是,满意\n' +
					',2026-09-04 10:00:00,是,是,满意\n' +
					'GD3,2026-09-05 24:00:00,否,否,不知道\n' +
					'合计,4,,,\n'
			)
		);
		expect(result).toMatchObject({
			kind: 'visits',
			rows: { read: 5, accepted: 2, repaired: 1, setAside: 2, nonData: 1 },
			dataCut: '2026-09-06 00:00:00',
			notes: ['rows_of_visits']
		});
		expect(result.reasons).toEqual([
			{ reason: 'bad_time', count: 1 },
			{ reason: 'missing_order_number', count: 1 }
		]);
		expect(await ask(result, 'select order_number, visit_resolved, satisfaction from staged order by 1')).toEqual([
			{ order_number: 'GD1', visit_resolved: 'partly', satisfaction: 'satisfied' },
			{ order_number: 'GD3', visit_resolved: 'no', satisfaction: null }
		]);
		expect(await ask(result, `select row_number, reason from rows where outcome = 'setAside' order by 1`)).toEqual([
			{ row_number: 3, reason: 'bad_time' },
			{ row_number: 4, reason: 'missing_order_number' }
		]);
	});

	test('events: a word in no list is kept as written, and said', async () => {
		const result = await taken(
			take(
				'工单编号,操作类型,操作时间,单位\nGD1,派单,2026-09-01,城管局\nGD1,现场踏勘,2026-09-02 09:00:00,\nGD1,,2026-09-02,\n'
			)
		);
		expect(result).toMatchObject({ kind: 'events', notes: ['rows_of_events', 'unknown_event'] });
		expect(result.reasons).toEqual([{ reason: 'missing_value', count: 1 }]);
		expect(
			await ask(result, 'select event, event_code, event_at_is_date as day from staged order by row_number')
		).toEqual([
			{ event: '派单', event_code: 'dispatch', day: true },
			{ event: '现场踏勘', event_code: null, day: false }
		]);
	});

	test('totals by unit and month: months and numbers in any writing', async () => {
		const result = await taken(
			take(
				'月份,单位,回访量,有效回访量,满意数\n2026年9月,城管局,"1,200",1000件,九百\n202610,城管局,10,8,7\n9月,民政局,1,1,1\n合计,,1,1,1\n'
			)
		);
		expect(result).toMatchObject({ kind: 'visit_totals', rows: { read: 4, accepted: 2, setAside: 1, nonData: 1 } });
		expect(result.reasons).toEqual([{ reason: 'unreadable_value', count: 1 }]);
		expect(
			await ask(
				result,
				'select totals_month as month, total_attempted as attempted, total_satisfied as satisfied from staged order by 1'
			)
		).toEqual([
			{ month: '2026-09', attempted: 1200, satisfied: null },
			{ month: '2026-10', attempted: 10, satisfied: 7 }
		]);
	});

	test('a directory of units: 统计局 is a unit, 备注： is a remark', async () => {
		const result = await taken(
			take('单位名称,单位编码,上级单位,启用日期\n统计局,01,市政府,2020-01-01\n审计局,02,市政府,\n备注：截至九月,,,\n')
		);
		expect(result).toMatchObject({ kind: 'units', rows: { read: 3, accepted: 2, nonData: 1 } });
	});

	test('calls: lengths in any writing; other numbers than the line stay unread', async () => {
		const result = await taken(
			take(
				'呼入时间,主叫号码,等待时长,通话时长,是否接通\n' +
					'2026-09-01 08:00:00,13800000001,00:01:05,3分20秒,接通\n' +
					'2026-09-01 08:01:00,13800000002,12秒,,放弃\n' +
					'2026-09-01 08:02:00,13800000003,7,1:00:01,接通\n'
			)
		);
		expect([result.kind, result.unmapped]).toEqual(['calls', ['主叫号码']]);
		expect(
			await ask(
				result,
				'select wait_seconds as wait, talk_seconds as talk, is_answered as answered from staged order by row_number'
			)
		).toEqual([
			{ wait: 65, talk: 200, answered: true },
			{ wait: 12, talk: null, answered: false },
			{ wait: 7, talk: 3601, answered: true }
		]);
	});
});

describe('the kind is a question like others', () => {
	const ambiguous =
		'工单编号,受理时间,承办单位,回访时间,是否满意\nGD1,2026-09-01 08:00:00,城管局,2026-09-04 08:00:00,满意\n';

	test('it is asked with the columns that each would read', async () => {
		expect(await asked(take(ambiguous))).toMatchObject({
			name: 'kind',
			choices: [
				{ value: 'visits', samples: ['工单编号', '回访时间', '是否满意'] },
				{ value: 'orders', samples: ['工单编号', '承办单位', '受理时间', '回访时间', '是否满意'] }
			]
		});
	});

	test('what was said holds for the next file with such a header', async () => {
		const said = await taken(take(ambiguous, { answers: { kind: 'visits' } }));
		expect(said.kind).toBe('visits');
		const next = take(ambiguous.replace('GD1', 'GD2'), { remembered: { [said.signature]: said.answers } });
		expect((await taken(next)).kind).toBe('visits');
	});

	test('a file can be read as another kind than it looks like, and then asks for what it lacks', async () => {
		const orders = '工单编号,受理时间,办结时间,是否满意,是否回访\nGD1,2026-09-01,2026-09-02,满意,是\n';
		expect((await taken(take(orders))).kind).toBe('orders');
		expect((await taken(take(orders, { answers: { kind: 'visits' } }))).kind).toBe('visits');
		expect(await asked(take('工单编号,登记时间\nGD1,2026-09-01\n', { answers: { kind: 'visits' } }))).toMatchObject({
			name: 'column:visited_at',
			choices: [{ value: '登记时间' }]
		});
	});
});
