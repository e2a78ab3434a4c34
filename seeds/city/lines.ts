/** How requests reach the make-believe city of 安澜: lines, channels, and the words its systems use for them. */

export type Line = {
	name: string;
	/** First and last day on which orders carry this line's name; what it takes goes on arriving after that. */
	from: string;
	until: string;
	/** Its volume against the city's main line. */
	share: number;
	/** The first-level category it takes; the main line takes all. */
	category: string | null;
};

const always = { from: '0000-01-01', until: '9999-12-31' };

export const lines: readonly Line[] = [
	{ name: '12345政务服务便民热线', ...always, share: 1, category: null },
	{ name: '12348公共法律服务热线', ...always, from: '2025-03-01', share: 0.05, category: '法律服务' },
	{ name: '12333人力资源社会保障热线', ...always, from: '2025-07-01', share: 0.1, category: '人社保障' },
	// The number is cancelled on 1 June 2026; what people ask about travel then arrives on the main line.
	{ name: '12301旅游服务热线', from: '2025-12-01', until: '2026-05-31', share: 0.02, category: '文化旅游' }
];

export const channels = [
	['电话', 66],
	['微信', 12],
	['小程序', 7],
	['APP', 5],
	['网站', 4],
	['市长信箱', 3],
	['短信', 2],
	['人民网留言', 1]
] as const;

export const specialGroups = [
	[null, 900],
	['老年人', 48],
	['残疾人', 16],
	['农民工', 20],
	['退役军人', 10],
	['未成年人', 6]
] as const;

export const urgencies = [
	['一般', 91],
	['紧急', 7],
	['特急', 2]
] as const;

export type Kind = '咨询' | '求助' | '投诉' | '举报' | '建议' | '表扬' | '无效';

/** Working days within which a unit must close a request of each kind. */
export const limits: Record<Kind, number> = { 咨询: 1, 求助: 5, 投诉: 5, 举报: 10, 建议: 5, 表扬: 5, 无效: 1 };
export const complexLimit = 15;

/** How often the desk answers on the spot, without a unit. */
export const deskShare: Record<Kind, number> = {
	咨询: 0.75,
	求助: 0.18,
	投诉: 0.05,
	举报: 0.02,
	建议: 0.2,
	表扬: 0.9,
	无效: 1
};
