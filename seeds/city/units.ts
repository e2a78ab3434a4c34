import { districts, streetsWithADesk } from './places.ts';
import { planted } from './planted.ts';

export type Unit = {
	name: string;
	kind: '区县' | '市级部门' | '街道乡镇' | '公共服务企业';
	/** How often a dispatched order of it runs late, before kind and season. */
	late: number;
	/** How many working days late, on average, when late. */
	lateDays: number;
	/** How often a citizen who answers the return visit says the matter is resolved. */
	resolved: number;
	/** How often it asks that an order not be assessed, of its late ones and of others, and how often that is granted. */
	exclusions?: { late: number; other: number; granted: number };
	/** How its return visits get into the books, where not as they were drawn and answered. */
	visits?: { keptQuick?: number; keptOther?: number; unreachedAs?: string };
	/** How often its caller is one who comes again about the same matter. */
	returning?: number;
	/** Before a reorganisation the unit had another name. */
	before?: { name: string; until: string };
};

/** Short names by which categories call the units that handle them. */
const bureaus = {
	police: '公安局',
	labour: '人力资源和社会保障局',
	urban: '城市管理局',
	market: '市场监督管理局',
	housing: '住房和城乡建设局',
	transport: '交通运输局',
	education: '教育局',
	health: '卫生健康委员会',
	environment: '生态环境局',
	land: '自然资源局',
	civil: '民政局',
	justice: '司法局',
	culture: '文化和旅游局',
	farming: '农业农村局',
	water: '水务局',
	insurance: '医疗保障局',
	veterans: '退役军人事务局',
	emergency: '应急管理局',
	tax: '税务局',
	commerce: '商务局',
	fund: '住房公积金管理中心',
	services: '政务服务和数据管理局',
	sport: '体育局',
	weather: '气象局',
	finance: '地方金融管理局',
	religion: '民族宗教事务局',
	foreign: '外事办公室',
	archive: '档案馆',
	disabled: '残疾人联合会',
	parks: '园林绿化局'
} as const;

const enterprises = {
	tap: '供水集团',
	power: '电力公司',
	gas: '燃气集团',
	heating: '热力公司',
	bus: '公交集团',
	metro: '轨道交通公司',
	parking: '停车管理公司',
	sanitation: '环卫集团',
	cable: '广电网络公司',
	telecom: '通信服务公司',
	airport: '机场公司',
	funeral: '殡葬服务公司'
} as const;

export type UnitKey = keyof typeof bureaus | keyof typeof enterprises;

/** Most units do equally well in truth: what differs between them in a month is mostly luck. */
const usual = { late: 0.06, lateDays: 4, resolved: 0.83 };
const enterprise = { late: 0.045, lateDays: 3, resolved: 0.87 };

function unit(name: string, kind: Unit['kind'], truth: Omit<Unit, 'name' | 'kind'>): Unit {
	return { name, kind, ...truth, ...planted[name as keyof typeof planted]?.truth };
}

export const unitsByKey = Object.fromEntries([
	...Object.entries(bureaus).map(([key, name]) => [key, unit(`安澜市${name}`, '市级部门', usual)]),
	...Object.entries(enterprises).map(([key, name]) => [key, unit(`安澜${name}`, '公共服务企业', enterprise)])
]) as Record<UnitKey, Unit>;

export const districtUnits = new Map(
	districts.map(({ name }, place) => [
		name as string,
		unit(`${name}人民政府`, '区县', { ...usual, late: 0.05 + 0.006 * ((place * 5) % 8) })
	])
);

export const streetUnits = new Map(streetsWithADesk.map((name) => [name, unit(name, '街道乡镇', usual)]));

export const units: Unit[] = [...Object.values(unitsByKey), ...districtUnits.values(), ...streetUnits.values()];

/** The name a unit has on a day. */
export function nameOn(unit: Unit, day: string): string {
	return unit.before && day <= unit.before.until ? unit.before.name : unit.name;
}
