import type { Kind } from './lines.ts';
import type { UnitKey } from './units.ts';

/** Who handles a matter: units by key, the district's government, or the street where it has a desk of its own. */
type Handlers = Partial<Record<UnitKey | 'district' | 'street', number>>;

export type Category = {
	one: string;
	two: string;
	three: readonly string[];
	weight: number;
	/** What people mostly do about it: ask, need service, complain, or report a breach. */
	mood: keyof typeof moods;
	handlers: Handlers;
	season?: 'winter' | 'summer';
};

/** How often each kind of request is made, by mood. Praise and calls without a demand come on top. */
export const moods = {
	ask: { 咨询: 72, 求助: 18, 投诉: 6, 举报: 1, 建议: 3 },
	need: { 咨询: 24, 求助: 52, 投诉: 19, 举报: 1, 建议: 4 },
	complain: { 咨询: 18, 求助: 24, 投诉: 45, 举报: 8, 建议: 5 },
	report: { 咨询: 14, 求助: 10, 投诉: 38, 举报: 33, 建议: 5 }
} satisfies Record<string, Partial<Record<Kind, number>>>;

type Entry = [
	two: string,
	three: string,
	weight: number,
	mood: Category['mood'],
	handlers: Handlers,
	season?: 'winter' | 'summer'
];

const byFirstLevel: Record<string, Entry[]> = {
	城市管理: [
		['市容环境', '占道经营 垃圾清运 户外广告', 11, 'complain', { urban: 5, district: 3, street: 2, sanitation: 1.5 }],
		['违法建设', '私搭乱建 占用绿地', 4, 'report', { urban: 4, district: 3, street: 2, land: 1 }],
		['园林绿化', '树木修剪 公园设施', 2, 'need', { parks: 4, district: 2 }],
		['停车管理', '乱停车 停车收费 车位不足', 5, 'complain', { police: 3, parking: 4, urban: 2, street: 1 }]
	],
	住房保障: [
		['物业管理', '物业服务 维修资金 业委会', 9, 'complain', { housing: 4, district: 3, street: 3 }],
		['房屋质量', '渗漏 墙体开裂', 3, 'complain', { housing: 5, district: 1 }],
		['房产交易', '网签备案 不动产登记 延期交房', 4, 'need', { land: 4, housing: 3 }],
		['住房公积金', '提取 贷款', 3, 'ask', { fund: 9 }]
	],
	公用事业: [
		['供水', '停水 水质 水费', 4, 'need', { tap: 9, water: 1 }],
		['供电', '停电 电费 线路隐患', 3.5, 'need', { power: 9 }, 'summer'],
		['燃气', '通气 燃气费 安检', 2, 'need', { gas: 9 }],
		['供热', '温度不达标 停暖 热费', 4, 'complain', { heating: 9, district: 1 }, 'winter'],
		['通信广电', '网络故障 资费争议', 1.5, 'complain', { telecom: 6, cable: 1.5 }]
	],
	人社保障: [
		['社会保险', '养老保险 失业金 社保卡', 7, 'ask', { labour: 9 }],
		['劳动关系', '拖欠工资 劳动合同 工伤', 6, 'report', { labour: 7, district: 2, housing: 1 }],
		['就业服务', '就业补贴 职称评定', 2, 'ask', { labour: 9 }]
	],
	市场监管: [
		['消费维权', '退款纠纷 预付卡 虚假宣传', 10, 'complain', { market: 9, commerce: 0.6 }],
		['食品安全', '餐饮卫生 过期食品', 4, 'report', { market: 9 }],
		['价格收费', '乱收费 明码标价', 2, 'complain', { market: 6, tax: 0.6 }]
	],
	交通出行: [
		['公共交通', '公交线路 公交服务 地铁服务', 4, 'need', { bus: 6, metro: 2, transport: 2 }],
		['出租网约', '拒载绕路 网约车', 3, 'complain', { transport: 9 }],
		['道路设施', '路面破损 路灯故障 井盖缺失', 4, 'need', { urban: 3, transport: 3, district: 3, street: 1 }],
		['民航服务', '航班延误', 0.12, 'ask', { airport: 9 }]
	],
	公共安全: [
		['治安管理', '噪声扰民 电动车盗窃', 5, 'complain', { police: 7, street: 1 }],
		['交通秩序', '违法停车 信号灯', 3, 'complain', { police: 9 }],
		['户籍证件', '户口迁移 居住证', 3, 'ask', { police: 9 }],
		['安全生产', '消防通道 危化品', 1, 'report', { emergency: 6, district: 2 }]
	],
	医疗卫生: [
		['医疗服务', '挂号就诊 收费争议', 3, 'complain', { health: 9 }],
		['医保待遇', '报销比例 异地就医', 4, 'ask', { insurance: 9 }],
		['公共卫生', '疫苗接种 控烟', 1, 'ask', { health: 6, district: 1 }]
	],
	教育文体: [
		['义务教育', '入学政策 课后服务', 4, 'ask', { education: 7, district: 3 }, 'summer'],
		['校外培训', '退费 违规培训', 2, 'complain', { education: 7, market: 1 }],
		['体育健身', '场馆开放', 0.25, 'need', { sport: 9 }]
	],
	文化旅游: [['旅游服务', '景区门票 旅行社纠纷 导游服务', 2, 'complain', { culture: 9 }]],
	生态环境: [
		['大气污染', '油烟 工地扬尘', 3, 'report', { environment: 6, urban: 2, district: 2 }],
		['噪声污染', '施工噪声 商业噪声', 4, 'complain', { environment: 4, urban: 3, police: 1 }, 'summer'],
		['水体污染', '黑臭水体', 0.8, 'report', { water: 5, environment: 4 }]
	],
	社会民生: [
		['社会救助', '低保 临时救助', 2, 'need', { civil: 5, district: 3, street: 2 }],
		['养老服务', '养老院 高龄津贴', 1.5, 'ask', { civil: 8, street: 1 }],
		['殡葬服务', '公墓收费', 0.15, 'ask', { funeral: 6 }],
		['优抚安置', '优待证 安置', 0.5, 'ask', { veterans: 9 }],
		['残疾人服务', '残疾证 辅具', 0.35, 'need', { disabled: 9 }]
	],
	法律服务: [['公共法律服务', '法律援助 公证 人民调解', 1.6, 'ask', { justice: 9 }]],
	农业农村: [
		['农村建设', '宅基地 农村道路', 2, 'need', { farming: 3, district: 5, land: 1.5 }],
		['农业生产', '惠农补贴', 0.6, 'ask', { farming: 6 }]
	],
	政务服务: [
		['办事服务', '窗口服务 网上办事', 2, 'ask', { services: 7, tax: 2 }],
		['土地规划', '征地补偿 规划公示', 2.2, 'complain', { land: 7, district: 2 }],
		['涉外服务', '领事认证', 0.1, 'ask', { foreign: 9 }],
		['民族宗教', '清真食品', 0.05, 'ask', { religion: 9 }],
		['金融监管', '非法集资 小贷纠纷', 0.25, 'report', { finance: 9 }],
		['气象服务', '预警信息', 0.08, 'ask', { weather: 9 }]
	]
};

export const categories: Category[] = Object.entries(byFirstLevel).flatMap(([one, entries]) =>
	entries.map(([two, three, weight, mood, handlers, season]) => ({
		...{ one, two, three: three.split(' '), weight, mood, handlers },
		...(season && { season })
	}))
);

/** What the tiny unit is asked; nobody else is, and it is asked nothing else. */
export const archiveCategory: Category = {
	...{ one: '政务服务', two: '档案查询', three: ['档案利用'], weight: 0, mood: 'need', handlers: { archive: 1 } }
};

/** Calls without a demand. */
export const emptyCategory: Category = {
	...{ one: '其他', two: '无效来电', three: ['误拨', '骚扰'], weight: 0, mood: 'ask', handlers: {} }
};
