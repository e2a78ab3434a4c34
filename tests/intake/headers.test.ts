import { expect, test } from 'vitest';
import { matchHeaders } from '#lib/domain/header-matching.ts';

const fieldsOf = (...headers: string[]) =>
	Object.fromEntries([...matchHeaders(headers)].map(([field, place]) => [field, headers[place]]));

test('case, blanks, full width, stars, colons and units in brackets do not matter', () => {
	expect(fieldsOf(' *工单编号：', '登记时间（必填）', '退单次数(次)', 'Due  Date', 'ＳＲＳtatus')).toEqual({
		order_number: ' *工单编号：',
		registered_at: '登记时间（必填）',
		return_count: '退单次数(次)',
		due_at: 'Due  Date',
		status: 'ＳＲＳtatus'
	});
});

test('an exact name comes before one that only ends with it, and the more telling name before the other', () => {
	expect(fieldsOf('市级办结时间', '办结时间')).toEqual({ closed_at: '办结时间' });
	expect(fieldsOf('编号', '工单编号')).toEqual({ order_number: '工单编号' });
	expect(fieldsOf('市级办结时间')).toEqual({ closed_at: '市级办结时间' });
});

test('a longer synonym decides what a header ends with', () => {
	expect(fieldsOf('一级部门办结时间', '区级上级承办单位名称')).toEqual({
		replied_at: '一级部门办结时间',
		parent_unit: '区级上级承办单位名称'
	});
});

test.each([
	'是否按时办结时间',
	'预计办结时间',
	'计划办结时间',
	'退回承办单位',
	'协办承办单位',
	'申请延期办结时间',
	'承办单位联系电话',
	'接线员手机号码',
	'诉求内容',
	'工单标题',
	'Street Name',
	'ServiceDate',
	'StatusDate',
	'LastActivityDate'
])('%s is left alone', (header) => {
	expect(fieldsOf(header)).toEqual({});
});

test('a flag of timeliness is no time', () => {
	expect(fieldsOf('是否按时办结', '是否超期', '超期结办')).toEqual({
		flag_closed_on_time: '是否按时办结',
		flag_exceeded: '是否超期',
		flag_closed_late: '超期结办'
	});
});

test('levels of category shift where the top one is there', () => {
	expect(fieldsOf('EVENT_TYPE_NAME', 'MAIN_TYPE_NAME', 'SUB_TYPE_NAME')).toEqual({
		category_1: 'EVENT_TYPE_NAME',
		category_2: 'MAIN_TYPE_NAME',
		category_3: 'SUB_TYPE_NAME'
	});
	expect(fieldsOf('MAIN_TYPE_NAME', 'SUB_TYPE_NAME')).toEqual({
		category_1: 'MAIN_TYPE_NAME',
		category_2: 'SUB_TYPE_NAME'
	});
	expect(fieldsOf('subject', 'reason', 'type')).toEqual({
		category_1: 'subject',
		category_2: 'reason',
		category_3: 'type'
	});
	expect(fieldsOf('CATEGORY', 'TYPE', 'DETAIL')).toEqual({
		category_1: 'CATEGORY',
		category_2: 'TYPE',
		category_3: 'DETAIL'
	});
});

test('of two equal headers the first is read', () => {
	expect([...matchHeaders(['工单编号', '承办单位', '承办单位'])]).toEqual([
		['order_number', 0],
		['unit', 1]
	]);
});
