import type { Random } from '#lib/domain/random.ts';

/** What a cell says, as the staged column holds it; null for nothing. */
export type Meaning = string | number | boolean | null;

/** A cell as it will stand in the file, and what it says whatever is done to its writing. */
export type Cell = {
	text: string;
	means: Meaning;
	native?: Date | number;
	/** It says something that can not be: its row must not be taken where the column is read. */
	mustNot?: boolean;
};

export type Column = {
	header: string;
	/** Other names that exports give it. */
	synonyms: string[];
	/** The staged column its cells end in; undefined where no field is read from it. */
	staged?: string;
	kind: 'number' | 'time' | 'name' | 'word' | 'count' | 'free';
	isRequired?: boolean;
};

export type Table = { columns: Column[]; rows: Cell[][] };

type Maker = { chinese: Column; english: string[]; cell: (random: Random, row: number, moment: number) => Cell };

export const pick = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
export const below = (random: Random, limit: number) => Math.floor(random() * limit);

export const moment = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
const plain = (text: string): Cell => ({ text, means: text === '' ? null : text });
const hour = 3600;
const start = Date.UTC(2026, 2, 1) / 1000;

const names =
	(...of: string[]) =>
	(random: Random): Cell =>
		plain(pick(random, of));
const words =
	(of: Record<string, Meaning>) =>
	(random: Random): Cell => {
		const text = pick(random, Object.keys(of));
		return { text, means: of[text]! };
	};
const later =
	(share: number, from: number) =>
	(random: Random, _: number, at: number): Cell =>
		plain(random() < share ? moment(at + from + below(random, 200 * hour)) : '');

const column = (
	header: string,
	kind: Column['kind'],
	staged: string | undefined,
	synonyms: string[] = [],
	isRequired = false
): Column => ({ header, kind, staged, synonyms, isRequired });

const makers: Maker[] = [
	{
		chinese: column('工单编号', 'number', 'order_number', ['工单号', '诉求编号', '流水号'], true),
		english: ['order_number', 'CASE ID', 'Unique Key'],
		cell: (_, row) => plain(`GD2026${String(row + 1001)}`)
	},
	{
		chinese: column('登记时间', 'time', 'received_at', ['受理时间', '受理日期'], true),
		english: ['received_at', 'open_dt', 'Created Date'],
		cell: (_, __, at) => plain(moment(at))
	},
	{
		chinese: column('承办单位', 'name', 'unit', ['主办单位', '责任单位', '办理单位']),
		english: ['unit', 'department', 'Agency'],
		cell: names('城市管理局', '民政局', '水务局', '教育局', '市场监督管理局', '住房和城乡建设局')
	},
	{
		chinese: column('办结时间', 'time', 'closed_at', ['办结日期']),
		english: ['closed_at', 'closed_dt', 'Closed Date'],
		cell: later(0.8, hour)
	},
	{
		chinese: column('行政区划', 'name', 'district', ['所属区域', '区县']),
		english: ['district'],
		cell: names('东城', '西城', '北城', '')
	},
	{
		chinese: column('受理渠道', 'name', 'channel', ['来源渠道', '诉求来源']),
		english: ['channel', 'source'],
		cell: names('电话', '微信', '网站', 'APP')
	},
	{
		chinese: column('一级分类', 'name', 'category_1', ['大类']),
		english: ['category_1', 'Complaint Type'],
		cell: names('城市管理', '社会保障', '供水, 供电', '交通"出行"')
	},
	{
		chinese: column('工单状态', 'name', 'status', ['处理状态']),
		english: ['status'],
		cell: names('已办结', '办理中', '已派单')
	},
	{
		chinese: column('诉求类型', 'name', 'kind', ['工单类型', '来电类型']),
		english: ['kind'],
		cell: names('咨询', '投诉', '求助', '建议')
	},
	{
		chinese: column('满意度', 'word', 'satisfaction', []),
		english: ['satisfaction'],
		cell: words({ 满意: 'satisfied', 不满意: 'dissatisfied', 非常满意: 'very_satisfied', '': null })
	},
	{
		chinese: column('催办次数', 'count', 'urge_count', []),
		english: ['urge_count'],
		cell: (random) => {
			const count = below(random, 4);
			return { text: String(count), means: count };
		}
	},
	{
		chinese: column('是否督办', 'word', 'is_supervised', []),
		english: ['is_supervised'],
		cell: words({ 是: true, 否: false })
	},
	{
		chinese: column('诉求内容', 'free', undefined),
		english: ['remarks'],
		cell: names('路灯不亮', '楼上漏水，请协调', '第一行\n第二行', 'He said "no", twice', '')
	}
];

/** A small export that nothing is wrong with: 30 to 120 orders under 5 to 12 columns, of a Chinese or an English system. */
export function cleanExport(random: Random): Table {
	const isEnglish = random() < 0.3;
	const optional = makers.filter(({ chinese }) => !chinese.isRequired);
	const kept = new Set(optional.filter(() => random() < 0.6));
	const used = makers.filter((maker) => maker.chinese.isRequired || kept.has(maker));
	// What orders are told by: without them a lone pair of columns could be anything.
	for (const maker of makers.slice(2, 5)) if (used.length < 5 && !used.includes(maker)) used.push(maker);
	const columns = used.map(({ chinese, english }): Column =>
		isEnglish ? { ...chinese, header: english[0]!, synonyms: english.slice(1) } : chinese
	);
	const count = 30 + below(random, 90);
	const rows = Array.from({ length: count }, (_, row) => {
		const at = start + row * 2 * hour + below(random, 2 * hour);
		return used.map(({ cell }) => cell(random, row, at));
	});
	return { columns, rows };
}
