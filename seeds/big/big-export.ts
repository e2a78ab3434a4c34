import { closeSync, openSync, writeSync } from 'node:fs';
import { randomFrom } from '#lib/domain/random.ts';
import { encodeGb18030 } from '#seeds/files/gb18030.ts';

/** The columns of a big export, with the types that DuckDB is given when it reads the file bare. */
export const bigColumns = {
	工单编号: 'VARCHAR',
	诉求人: 'VARCHAR',
	来电号码: 'VARCHAR',
	诉求人地址: 'VARCHAR',
	受理渠道: 'VARCHAR',
	诉求类型: 'VARCHAR',
	一级分类: 'VARCHAR',
	二级分类: 'VARCHAR',
	所属区县: 'VARCHAR',
	所属街道: 'VARCHAR',
	诉求内容: 'VARCHAR',
	受理时间: 'TIMESTAMP',
	派单时间: 'TIMESTAMP',
	承办单位: 'VARCHAR',
	首次联系时间: 'TIMESTAMP',
	应办结时间: 'TIMESTAMP',
	办结时间: 'TIMESTAMP',
	工单状态: 'VARCHAR',
	退单次数: 'INTEGER',
	回访时间: 'TIMESTAMP',
	是否解决: 'VARCHAR',
	满意度: 'VARCHAR',
	答复内容: 'VARCHAR'
} as const;

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林'];
const channels = ['电话', '微信', '网站', 'APP'];
const kinds = ['咨询', '求助', '投诉', '建议', '举报'];
const topics = [
	['城市管理', '占道经营'],
	['城市管理', '违章停车'],
	['住房城建', '物业服务'],
	['住房城建', '房屋漏水'],
	['生态环境', '噪声扰民'],
	['人社', '拖欠工资'],
	['教育', '入学咨询'],
	['交通', '公交线路']
] as const;
const happened = ['小区门口', '主干道旁', '学校北侧', '农贸市场内', '地铁站出口'];
const asked = ['长期无人处理', '影响居民出行', '夜间扰民严重', '希望尽快核实', '多次反映未果'];
const done = ['已现场核实并督促整改', '已联系市民说明情况', '已列入改造计划', '已责成物业限期处理'];
const words = ['满意', '满意', '基本满意', '不满意', '非常满意'];

const minute = 60_000;
const pad = (number: number) => (number < 10 ? `0${number}` : `${number}`);

function written(moment: number): string {
	const time = new Date(moment);
	const day = `${time.getUTCFullYear()}-${pad(time.getUTCMonth() + 1)}-${pad(time.getUTCDate())}`;
	return `${day} ${pad(time.getUTCHours())}:${pad(time.getUTCMinutes())}:${pad(time.getUTCSeconds())}`;
}

export type BigExport = {
	rows: number;
	/** The first order's number; a later export of the same orders begins where it says. */
	firstNumber: number;
	/** The orders are received evenly over these days from `firstDay`. */
	firstDay: string;
	days: number;
	seed: number;
};

/**
 * The cells of made-up orders under `bigColumns`, an array a row: among them a caller's name, telephone and address, what
 * was said and what was answered; one order in nine open, one in four visited.
 */
export function* bigRows(plan: BigExport): Generator<string[]> {
	const random = randomFrom(plan.seed);
	const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
	const first = Date.parse(`${plan.firstDay}T00:00:00Z`);
	for (let place = 0; place < plan.rows; place++) {
		const received = Math.floor(first + ((place + random()) / plan.rows) * plan.days * 24 * 60 * minute);
		const dispatched = received + Math.floor(random() * 40 * minute);
		const signed = dispatched + Math.floor(random() * 300 * minute);
		const contact = signed + Math.floor(random() * 1200 * minute);
		const closed = contact + Math.floor(random() ** 2 * 20_000 * minute);
		const isOpen = random() < 1 / 9;
		const isVisited = !isOpen && random() < 1 / 4;
		const [topic, detail] = pick(topics);
		const district = 1 + Math.floor(random() * 12);
		const street = 1 + Math.floor(random() * 15);
		const what = `${pick(happened)}${detail}${pick(asked)}`;
		yield [
			`DH${plan.firstNumber + place}`,
			`${pick(surnames)}${random() < 0.5 ? '先生' : '女士'}`,
			`1${3 + Math.floor(random() * 7)}${String(Math.floor(random() * 1e9)).padStart(9, '0')}`,
			`第${district}区第${street}街道${1 + Math.floor(random() * 300)}号${1 + Math.floor(random() * 30)}室`,
			pick(channels),
			pick(kinds),
			topic,
			detail,
			`第${district}区`,
			`第${street}街道`,
			`反映${what}`,
			written(received),
			written(dispatched),
			`第${1 + Math.floor(random() * 330)}承办单位`,
			written(contact),
			written(received + 7 * 24 * 60 * minute),
			isOpen ? '' : written(closed),
			isOpen ? '办理中' : '已办结',
			random() < 0.1 ? '1' : '0',
			isVisited ? written(closed + 2 * 24 * 60 * minute) : '',
			isVisited ? (random() < 0.8 ? '是' : '否') : '',
			isVisited ? pick(words) : '',
			isOpen ? '' : pick(done)
		];
	}
}

/** Writes made-up orders as a CSV in GB18030 and the same in UTF-8, about 344 bytes a row in the latter. */
export function writeBigExport(paths: { gb18030: string; utf8?: string }, plan: BigExport): void {
	const files = [paths.gb18030, paths.utf8].map((path) => path && openSync(path, 'w', 0o600));
	const write = (text: string) => {
		if (files[0]) writeSync(files[0] as number, encodeGb18030(text));
		if (files[1]) writeSync(files[1] as number, text);
	};
	write(`${Object.keys(bigColumns).join(',')}\r\n`);
	let batch = '';
	for (const cells of bigRows(plan)) {
		batch += `${cells.join(',')}\r\n`;
		if (batch.length < 1 << 20) continue;
		write(batch);
		batch = '';
	}
	write(batch);
	for (const file of files) if (file) closeSync(file as number);
}
