import { csv } from '../support/warehouse.ts';

export const dataCut = '2026-09-30 23:59:59';

const day = (month: number, n: number) => `2026-0${month}-${String(1 + (n % 28)).padStart(2, '0')}`;

/** Orders of a month by unit, district and number; every `late`-th late, every ninth visited in vain. */
const orders = (month: number, unit: string, district: string, count: number, late = 7) =>
	Array.from({ length: count }, (_, n) => ({
		工单编号: `${unit}${month}-${n}`,
		受理时间: `${day(month, n)} 08:00:00`,
		派单时间: `${day(month, n)} 08:0${n % 10}:00`,
		所属区县: district,
		承办单位: unit,
		承办单位类型: '部门',
		诉求类型: n % 3 === 0 ? '投诉' : '咨询',
		办结时间: `${day(month, n)} ${n % late === 0 ? '20' : '10'}:00:00`,
		办理截止时间: `${day(month, n)} 18:00:00`,
		是否回访: '是',
		是否接通电话: '是',
		是否有效回访: n % 9 === 0 ? '否' : '是',
		是否联系: '是',
		是否解决: n % 4 === 0 ? '未解决' : '已解决',
		首次满意度: n % 5 === 0 ? '不满意' : '满意'
	}));

/** Two months to be released: units of every size, one that is nearly always on time, one too small to be shown. */
export const releasedOrders = csv(
	[8, 9].flatMap((month) => [
		...orders(month, '甲局', '东区', 83),
		...orders(month, '乙局', '西区', 41),
		...orders(month, '戊局', '西区', 61, 61),
		...orders(month, '丙局', '南区', 6),
		...orders(month, '丁局', '南区', 42)
	])
);
