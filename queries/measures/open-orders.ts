import type { Both } from '#lib/domain/languages.ts';
import { both, notDesk } from '../where/conditions.ts';
import type { CountMeasure, SurvivalMeasure } from './definition.ts';

/** How long it takes with the open orders counted, and how many are open. */

const estimate: Both = {
	'zh-CN':
		'Kaplan–Meier 估计 S(t) = Π(1 − d/n)：d 为当时办结数，n 为当时仍在观察的工单数；中位数为 S 首次不高于 0.5 的时间',
	en: 'Kaplan–Meier S(t) = Π(1 − d/n): d closed at a time, n still watched then; the median is the first time at which S is 0.5 or less'
};
const leftOut: Both = {
	'zh-CN':
		'未办结的工单观察到数据截止时为止（删失）。取消的工单按其办结时间计为办结，不作竞争事件。直接办结、时间颠倒、没有时间的工单不计入并列出；办结时间没有时分的按整天计。',
	en: 'Open orders are watched up to the data cut (censored). Cancelled orders count as closed at their time, and are no competing event. Desk answers, orders whose times stand in the wrong order or are missing are left out and counted; closings without a time of day count in whole days.'
};
const calendar: Both = {
	'zh-CN':
		'工作日按国务院办公厅放假通知计，含调休上班日，受理当日为第 0 日。通知未载入的年份不推算：终点超出时按日历末日仍未办结计，起点超出的不计入。',
	en: 'Working days follow the State Council’s notices, make-up days included; the day of receipt is day 0. A year that is not loaded is never guessed: an order that ends in one counts as open on the calendar’s last day, one that begins in one is left out.'
};
const joined = (one: Both, other: Both, gap = { 'zh-CN': '', en: ' ' }): Both => ({
	'zh-CN': `${one['zh-CN']}${gap['zh-CN']}${other['zh-CN']}`,
	en: `${one.en}${gap.en}${other.en}`
});

const citizen = {
	clock: 'citizen',
	start: { 'zh-CN': '受理', en: 'receipt' },
	needs: ['closed_at']
} as const;
const unit = {
	clock: 'unit',
	start: { 'zh-CN': '派单（没有派单时间时为签收）', en: 'dispatch, or signing where there is none' },
	needs: ['closed_at', 'dispatched_at']
} as const;
const clockDays = { days: 'clock', leftOut } as const;
const workingDays = { days: 'working', leftOut: joined(leftOut, calendar) } as const;
const common = {
	type: 'survival',
	formula: estimate,
	stop: { 'zh-CN': '办结', en: 'closing' },
	basis: 'received_at',
	source: 'measures T13, section 7; Kaplan & Meier 1958',
	counted: notDesk
} as const;

export const openOrderMeasures = {
	'handling-survival': {
		...{ ...common, ...citizen, ...clockDays, needs: [...citizen.needs] },
		id: 'T13-KM',
		name: { 'zh-CN': '办理时长（计入未办结）', en: 'Handling time, open orders counted' }
	},
	'handling-survival-working': {
		...{ ...common, ...citizen, ...workingDays, needs: [...citizen.needs] },
		id: 'T13-KM-wd',
		name: { 'zh-CN': '办理时长（计入未办结，工作日）', en: 'Handling time in working days, open orders counted' }
	},
	'unit-survival': {
		...{ ...common, ...unit, ...clockDays, needs: [...unit.needs] },
		id: 'T13u-KM',
		name: { 'zh-CN': '部门办理时长（计入未办结）', en: 'Unit’s handling time, open orders counted' }
	},
	'unit-survival-working': {
		...{ ...common, ...unit, ...workingDays, needs: [...unit.needs] },
		id: 'T13u-KM-wd',
		name: {
			'zh-CN': '部门办理时长（计入未办结，工作日）',
			en: 'Unit’s handling time in working days, open orders counted'
		}
	},
	'open-orders': {
		type: 'count',
		id: 'T15',
		name: { 'zh-CN': '在办量', en: 'Orders open' },
		formula: {
			'zh-CN': '期内受理、数据截止时未办结的工单数',
			en: 'Orders received in the period and open at the data cut'
		},
		leftOut: {
			'zh-CN': '直接办结的工单不计入。状态为已办结但没有办结时间的算作已办结。',
			en: 'Desk answers are left out. An order whose status says closed is closed, with or without a time.'
		},
		basis: 'received_at',
		source: 'measures T15',
		needs: ['received_at'],
		counted: both(notDesk, (eb) => eb('is_closed', '=', false))
	}
} as const satisfies Record<string, CountMeasure | SurvivalMeasure>;
