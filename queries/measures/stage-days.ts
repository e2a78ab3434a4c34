import { sql } from 'kysely';
import type { Both } from '#lib/domain/languages.ts';
import { closed, notDesk } from '../where/conditions.ts';
import { workingDaysBetween } from '../where/said.ts';
import type { OrdersBuilder } from '../where/tables.ts';
import type { DurationMeasure, QuantityMeasure } from './definition.ts';

/** How many working days each stage takes: the sisters of the times by the clock. */

type Moment = 'received_at' | 'dispatched_at' | 'signed_at' | 'first_contact_at' | 'closed_at';

/** Days worked after the day of one event, up to and with that of the other; null where they stand in the wrong order. */
const daysFrom = (eb: OrdersBuilder, from: Moment, to: Moment, seconds: DurationMeasure['seconds']) => {
	const days = workingDaysBetween(eb, sql<string | null>`${sql.ref(from)}`, sql<string | null>`${sql.ref(to)}`);
	return sql<
		number | null
	>`case when coalesce(${sql.ref(seconds)}, 0) >= 0 and cast(${sql.ref(to)} as date) >= cast(${sql.ref(from)} as date) then ${days} end`;
};

const leftOut = (pair: Both): Both => ({
	'zh-CN': `直接办结的工单不计入。${pair['zh-CN']}缺一、先后颠倒或所在年份的放假通知未载入的不计入并列出。前一事件当日为第 0 日，含调休上班日。`,
	en: `Desk answers are left out. Orders that lack ${pair.en}, have them in the wrong order or lie in a year whose notice is not loaded are left out and counted. The day of the first event is day 0; make-up days count.`
});

const closings = leftOut({ 'zh-CN': '受理与办结时间', en: 'the receipt or the closing' });
const stage = { type: 'quantity', unit: 'workingDays', basis: 'received_at', counted: notDesk } as const;

export const stageDayMeasures = {
	'dispatch-working-days': {
		...stage,
		id: 'T2-wd',
		name: { 'zh-CN': '派单时长（工作日）', en: 'Dispatch time in working days' },
		formula: {
			'zh-CN': '受理至首次派单的工作日数，取中位数',
			en: 'Median of the working days from receipt to first dispatch'
		},
		leftOut: leftOut({ 'zh-CN': '受理与派单时间', en: 'the receipt or the dispatch' }),
		source: 'measures T2, section 4',
		needs: ['dispatched_at'],
		value: (eb) => daysFrom(eb, 'received_at', 'dispatched_at', 'dispatch_seconds')
	},
	'sign-working-days': {
		...stage,
		id: 'T6-wd',
		name: { 'zh-CN': '签收时长（工作日）', en: 'Signing time in working days' },
		formula: { 'zh-CN': '派单至签收的工作日数，取中位数', en: 'Median of the working days from dispatch to signing' },
		leftOut: leftOut({ 'zh-CN': '派单与签收时间', en: 'the dispatch or the signing' }),
		source: 'measures T6, section 4',
		needs: ['dispatched_at', 'signed_at'],
		value: (eb) => daysFrom(eb, 'dispatched_at', 'signed_at', 'sign_seconds')
	},
	'first-contact-working-days': {
		...stage,
		id: 'T8-wd',
		name: { 'zh-CN': '首次联系时长（工作日）', en: 'First-contact time in working days' },
		formula: {
			'zh-CN': '派单至首次联系群众的工作日数，取中位数',
			en: 'Median of the working days from dispatch to the first contact with the citizen'
		},
		leftOut: leftOut({ 'zh-CN': '派单与首次联系时间', en: 'the dispatch or the first contact' }),
		source: 'measures T8, section 4',
		needs: ['dispatched_at', 'first_contact_at'],
		value: (eb) => daysFrom(eb, 'dispatched_at', 'first_contact_at', 'first_contact_seconds')
	},
	'handling-working-days': {
		...stage,
		id: 'T13-wd',
		name: { 'zh-CN': '办理时长（仅已办结，工作日）', en: 'Handling time in working days (closed orders only)' },
		formula: { 'zh-CN': '受理至办结的工作日数，取中位数', en: 'Median of the working days from receipt to closing' },
		leftOut: {
			'zh-CN': `未办结的工单不在其中，因此偏短。${closings['zh-CN']}`,
			en: `Open orders are not in it, so it flatters. ${closings.en}`
		},
		source: 'measures T13, section 4',
		basis: 'closed_basis_at',
		needs: ['closed_at'],
		counted: closed,
		value: (eb) => daysFrom(eb, 'received_at', 'closed_at', 'handling_seconds')
	}
} as const satisfies Record<string, QuantityMeasure>;
