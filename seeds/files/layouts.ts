import { columnNames, columns, type Column, type Row } from '#seeds/orders/known.ts';
import { writeMoment } from '#seeds/orders/clock.ts';

/** How one of the city's systems writes its exports. */
export type Layout = {
	/** The columns it has, by what they tell. */
	headers: Partial<Record<Column, string>>;
	/** The text of an empty cell. */
	empty: string;
	/** Where the export says that it is made up: a title above the header, or a column of its own. */
	madeUp: 'title' | 'column';
	time: (at: number) => string;
};

export const madeUpColumn = { header: '数据性质', value: '虚构数据' };

const plainHeaders = {
	number: '工单编号',
	line: '热线名称',
	channel: '受理渠道',
	kind: '诉求类型',
	category1: '一级分类',
	category2: '二级分类',
	category3: '三级分类',
	district: '所属区县',
	street: '街道乡镇',
	unit: '承办单位',
	unitKind: '承办单位类型',
	handling: '办理类型',
	status: '工单状态',
	urgency: '紧急程度',
	group: '特殊群体',
	receivedAt: '受理时间',
	dispatchedAt: '派单时间',
	signedAt: '签收时间',
	contactedAt: '首次联系时间',
	closedAt: '办结时间',
	dueAt: '办理截止时间',
	extendedDueAt: '延期后截止日期',
	returns: '退单次数',
	extensions: '延期次数',
	urges: '催办次数',
	reworks: '重办次数',
	supervised: '是否督办',
	visited: '是否回访',
	visitedAt: '回访时间',
	reached: '是否接通电话',
	answered: '是否有效回访',
	contacted: '工作人员是否联系市民',
	resolved: '问题是否解决',
	satisfaction: '首次满意度'
};

const newerHeaders = {
	...plainHeaders,
	repliedAt: '部门答复时间',
	returnsGranted: '退单通过次数',
	redispatches: '重派次数',
	suspendedDays: '挂起天数',
	supervisionType: '督办类型',
	supervisionClosed: '督办是否办结',
	exclusion: '不合理诉求状态',
	exclusionReason: '不纳入考核原因',
	unitResolved: '部门认定是否解决',
	finalSatisfaction: '最终满意度',
	handler: '承办人编号',
	caller: '来电号码'
} satisfies Record<Column, string>;

/** The system the city had first: a title, '-' for nothing, a total at the end. */
export const oldSystem: Layout = { headers: plainHeaders, empty: '-', madeUp: 'title', time: writeMoment };

/** Its successor, which writes down more. */
export const newSystem: Layout = { headers: newerHeaders, empty: '', madeUp: 'column', time: writeMoment };

/** The successor as set up for half a year: dates with slashes. */
export const newSystemWithSlashes: Layout = { ...newSystem, time: (at) => writeMoment(at).replaceAll('-', '/') };

/** A detailed query of another vendor's platform: the same facts under other names. */
export const queryPlatform: Layout = {
	headers: {
		...newerHeaders,
		number: '诉求编号',
		line: '来源热线',
		channel: '诉求来源',
		kind: '诉求类别',
		category1: '一级分类名称',
		category2: '二级分类名称',
		category3: '三级分类名称',
		district: '区域名称',
		street: '街道名称',
		unit: '办理单位',
		status: '事件状态',
		urgency: '紧急等级',
		group: '人群类别',
		receivedAt: '登记时间',
		dispatchedAt: '分派时间',
		signedAt: '接收时间',
		contactedAt: '联系时间',
		closedAt: '结案时间',
		dueAt: '截止时间',
		extendedDueAt: '延期截止时间',
		returns: '回退次数',
		extensions: '申请延期次数',
		reworks: '重新办理次数',
		visitedAt: '首次回访时间',
		answered: '有效回访',
		contacted: '是否联系诉求人',
		resolved: '诉求是否解决',
		repliedAt: '经办部门答复时间',
		exclusion: '考核申诉状态',
		caller: '联系电话'
	},
	empty: '',
	madeUp: 'title',
	time: writeMoment
};

/** The columns a layout has, in order, and their places in a row. */
export const columnsOf = ({ headers }: Layout): { column: Column; place: number }[] =>
	columnNames.flatMap((column, place) => (headers[column] === undefined ? [] : [{ column, place }]));

export const headersOf = ({ headers, madeUp }: Layout) => [
	...columnNames.flatMap((column) => headers[column] ?? []),
	...(madeUp === 'column' ? [madeUpColumn.header] : [])
];

const isTime = columnNames.map((column) => columns[column] === 'time');

/** The cells of a row as text, in the layout's ways. */
export function textCells(layout: Layout, row: Row): string[] {
	const { empty, madeUp, time } = layout;
	const cells = columnsOf(layout).map(({ place }) => {
		const value = row[place]!;
		if (value === null) return empty;
		return typeof value === 'number' ? (isTime[place] ? time(value) : String(value)) : value;
	});
	if (madeUp === 'column') cells.push(madeUpColumn.value);
	return cells;
}

/** The cells of a row as a workbook holds them: times are dates, counts are numbers. */
export const workbookCells = (row: Row) =>
	row.map((value, place) => (isTime[place] && typeof value === 'number' ? new Date(value * 1000) : value));
