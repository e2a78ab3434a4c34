import type { ExportKind } from './kind.ts';

/** Lists that orders are read by: units, categories, places and the working calendar. */

const validFrom = [
	'生效日期',
	'启用日期',
	'启用时间',
	'生效时间',
	'成立日期',
	'开始日期',
	'valid_from',
	'effective_from'
];
const validTo = ['失效日期', '停用日期', '停用时间', '失效时间', '撤销日期', '撤并日期', '结束日期', 'valid_to'];

export const units: ExportKind = {
	name: 'units',
	headers: {
		unit_name: [
			'单位名称',
			'单位全称',
			'机构名称',
			'部门名称',
			'承办单位名称',
			'单位',
			'unit_name',
			'unit',
			'agency_name'
		],
		unit_code: ['单位编码', '单位代码', '机构编码', '机构代码', '部门编码', '统一社会信用代码', 'unit_code'],
		unit_kind: ['单位类别', '单位类型', '机构类型', '机构类别', '部门类别', '单位性质', 'unit_kind'],
		parent_unit: ['上级单位', '上级单位名称', '上级机构', '主管部门', '主管单位', '所属单位', 'parent_unit', 'parent'],
		valid_from: validFrom,
		valid_to: validTo,
		unit_successor: [
			...['更名为', '变更为', '承接单位', '并入单位', '继任单位', '现单位名称', '新单位名称', '职能承接单位'],
			...['successor', 'renamed_to', 'merged_into']
		],
		unit_aliases: ['别名', '简称', '单位简称', '曾用名', '其他名称', '单位别名', 'aliases', 'alias', 'short_name'],
		unit_written: ['导出中的写法', '原单位名称', 'unit_written']
	},
	required: [
		['unit_name'],
		[
			...(['unit_code', 'unit_kind', 'parent_unit', 'valid_from', 'valid_to', 'unit_successor'] as const),
			...(['unit_aliases', 'unit_written'] as const)
		]
	],
	needed: [['unit_name']],
	staged: {
		unit_name: 'VARCHAR',
		unit_code: 'VARCHAR',
		unit_kind: 'VARCHAR',
		parent_unit: 'VARCHAR',
		valid_from: 'DATE',
		valid_to: 'DATE',
		unit_successor: 'VARCHAR',
		unit_aliases: 'VARCHAR',
		unit_written: 'VARCHAR'
	},
	key: ['unit_name', 'valid_from', 'unit_successor', 'unit_aliases', 'unit_written'],
	reached: ['valid_from']
};

export const categories: ExportKind = {
	name: 'categories',
	headers: {
		category_1: ['一级分类', '一级分类名称', '一级类别', '一级目录', '一级标签', '大类', '一级', 'category_1'],
		category_2: ['二级分类', '二级分类名称', '二级类别', '二级目录', '二级标签', '小类', '二级', 'category_2'],
		category_3: ['三级分类', '三级分类名称', '三级类别', '三级目录', '三级标签', '细类', '三级', 'category_3'],
		category_written: ['导出中的写法', '原分类名称', 'category_written']
	},
	required: [['category_1'], ['category_2', 'category_written']],
	needed: [['category_1']],
	staged: { category_1: 'VARCHAR', category_2: 'VARCHAR', category_3: 'VARCHAR', category_written: 'VARCHAR' },
	key: ['category_1', 'category_2', 'category_3', 'category_written'],
	reached: []
};

export const places: ExportKind = {
	name: 'places',
	headers: {
		district: ['区县', '区域', '行政区', '行政区划', '区县名称', '所属区县', '地区', 'district'],
		valid_from: ['统计日期', '统计时间', '截止日期', ...validFrom],
		residents: ['常住人口', '常住人口数', '人口', '人口数', '服务人口', 'residents', 'population'],
		seats: ['座席数', '坐席数', '话务座席数', '话务坐席数', '座席数量', '坐席数量', 'seats'],
		staff: ['话务员数', '话务人员数', '坐席人员数', '座席人员数', '话务员人数', 'staff', 'agents']
	},
	required: [
		['residents', 'seats', 'staff'],
		['district', 'valid_from']
	],
	needed: [['residents', 'seats', 'staff']],
	staged: { district: 'VARCHAR', valid_from: 'DATE', residents: 'INTEGER', seats: 'INTEGER', staff: 'INTEGER' },
	key: ['district', 'valid_from'],
	reached: ['valid_from']
};

export const calendar: ExportKind = {
	name: 'calendar',
	headers: {
		calendar_day: ['日期', '公历日期', '日历日期', 'date', 'day'],
		is_working_day: ['是否工作日', '工作日', '是否上班', '是否工作', 'is_working', 'is_workday', 'working_day'],
		is_day_off: ['是否放假', '是否休息日', '是否休息', '是否节假日', '是否休假', 'is_off', 'is_holiday', 'day_off'],
		day_name: ['节日', '节日名称', '名称', '节假日名称', 'name', 'holiday']
	},
	required: [['calendar_day'], ['is_working_day', 'is_day_off']],
	needed: [['calendar_day'], ['is_working_day', 'is_day_off']],
	staged: { calendar_day: 'DATE', is_working_day: 'BOOLEAN', is_day_off: 'BOOLEAN', day_name: 'VARCHAR' },
	key: ['calendar_day'],
	reached: []
};
