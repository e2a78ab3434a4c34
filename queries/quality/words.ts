import type { Both } from '#lib/domain/languages.ts';
import type { Effect } from './check.ts';
import { byClosing, byDue, closedStates } from './families.ts';

/** Words that several checks share. */

export const among = {
	received: { 'zh-CN': '受理的工单', en: 'orders received' },
	toUnits: { 'zh-CN': '转部门办理的工单', en: 'orders sent to units' },
	closed: { 'zh-CN': '转部门并已办结的工单', en: 'orders sent to units and closed' },
	closedTimed: { 'zh-CN': '有办结时间的工单', en: 'orders with a closing time' },
	closedToTheMinute: { 'zh-CN': '办结时间有时分的工单', en: 'orders whose closing has a time of day' },
	valid: { 'zh-CN': '有效回访的工单', en: 'orders with a valid return visit' }
} as const satisfies Record<string, Both>;

export const leftOut: Both = { 'zh-CN': '不计入', en: 'are left out' };
export const staysIn: Both = {
	'zh-CN': '照计，可能偏好',
	en: 'stay in, and may make the figure look better than it is'
};

/** What it does to the measures of deadlines that nobody can say whether an order was in time: unknown is never good. */
export const neitherOnTimeNorLate: Effect[] = [
	{
		measures: byDue,
		how: {
			'zh-CN': '有期限的留在分母，不算按期；没有期限的不计入',
			en: 'stay in the denominator where they have a deadline, and are not on time; without one they are left out'
		}
	},
	{
		measures: ['overdue'],
		how: {
			'zh-CN': '有期限的算作未按期；没有期限的不计入',
			en: 'count as overdue where they have a deadline; without one they are left out'
		}
	},
	{ measures: [...byClosing, ...closedStates], how: leftOut }
];
