import { sql } from 'kysely';
import { both, notDesk } from '../where/conditions.ts';
import { happened, hasCome, says } from '../where/said.ts';
import type { Condition } from '../where/tables.ts';
import type { RateMeasure, RatioMeasure } from './definition.ts';
import { notSaid, sentToUnits } from './words.ts';

const decided: Condition = (eb) => eb.or([eb('is_closed', '=', true), hasCome('due_at')(eb)]);
const bothSaid = both(notDesk, says('return_approved_count'), says('redispatch_count'), decided);

/** The first dispatch and those after it; a return that was granted is of a dispatch that was made. */
const dispatches = sql<number>`greatest(1 + redispatch_count, return_approved_count)`;
const asked = both(notDesk, says('return_count'));
const answered = both(asked, says('return_approved_count'));

/** Whether orders reached the right unit. */
export const dispatchMeasures = {
	'dispatch-accuracy': {
		type: 'rate',
		id: 'T3',
		name: { 'zh-CN': '派单准确率', en: 'Dispatch accuracy' },
		formula: {
			'zh-CN': '没有获准的退单、主办单位始终未变的工单 ÷ 已办结或已到期的转部门工单',
			en: 'Orders without an approved return and with one main unit throughout ÷ orders sent to units that are closed or past their deadline'
		},
		leftOut: notSaid,
		basis: 'received_at',
		source: 'measures T3, per order',
		needs: ['return_approved_count', 'redispatch_count'],
		numerator: (eb) => eb.and([eb('return_approved_count', '=', 0), eb('redispatch_count', '=', 0)]),
		denominator: bothSaid,
		numeratorName: { 'zh-CN': '一次派对', en: 'right at the first dispatch' },
		denominatorName: { 'zh-CN': '已办结或已到期', en: 'closed or past the deadline' },
		direction: 'higher is better'
	},
	'dispatch-accuracy-each': {
		type: 'ratio',
		id: 'T3d',
		name: { 'zh-CN': '派单准确率（按派单次数）', en: 'Dispatch accuracy, per dispatch' },
		formula: {
			'zh-CN': '1 − 获准退单次数 ÷ 派单次数（首次派单与重派之和），只计已办结或已到期的转部门工单',
			en: '1 − approved returns ÷ dispatches (the first and every re-dispatch), of orders sent to units that are closed or past their deadline'
		},
		leftOut: {
			'zh-CN': `${notSaid['zh-CN']}一件工单获准退单的次数多于所记派单次数的，派单次数按退单次数计。同一工单的各次派单互有关联，因此不给区间。`,
			en: `${notSaid.en} Where more returns were approved than dispatches are on record, the order counts with as many dispatches as returns. The dispatches of one order hang together, so there is no interval.`
		},
		basis: 'received_at',
		source: 'measures T3, per dispatch',
		needs: ['return_approved_count', 'redispatch_count'],
		counted: bothSaid,
		numerator: sql<number>`${dispatches} - return_approved_count`,
		denominator: dispatches,
		numeratorName: { 'zh-CN': '没有退回的派单次数', en: 'dispatches that were not returned' },
		denominatorName: { 'zh-CN': '派单次数', en: 'dispatches' },
		direction: 'higher is better'
	},
	'return-rate': {
		type: 'rate',
		id: 'T4',
		name: { 'zh-CN': '退单率（申请）', en: 'Return rate, asked for' },
		formula: {
			'zh-CN': '至少申请退单一次的工单 ÷ 转部门的工单',
			en: 'Orders that a unit asked to return at least once ÷ orders sent to units'
		},
		leftOut: notSaid,
		basis: 'received_at',
		source: 'measures T4',
		needs: ['return_count'],
		numerator: happened('return_count'),
		denominator: asked,
		numeratorName: { 'zh-CN': '申请过退单', en: 'return asked for' },
		denominatorName: sentToUnits,
		direction: 'lower is better'
	},
	'return-approved': {
		type: 'rate',
		id: 'T4a',
		name: { 'zh-CN': '退单率（获准）', en: 'Return rate, approved' },
		formula: {
			'zh-CN': '至少一次退单获准的工单 ÷ 转部门的工单',
			en: 'Orders with at least one approved return ÷ orders sent to units'
		},
		leftOut: notSaid,
		basis: 'received_at',
		source: 'measures T4, approved',
		needs: ['return_count', 'return_approved_count'],
		numerator: happened('return_approved_count'),
		denominator: answered,
		numeratorName: { 'zh-CN': '退单获准', en: 'return approved' },
		denominatorName: sentToUnits,
		direction: 'lower is better'
	},
	'return-refused': {
		type: 'rate',
		id: 'T4r',
		name: { 'zh-CN': '退单率（全部驳回）', en: 'Return rate, refused' },
		formula: {
			'zh-CN': '申请过退单、无一获准的工单 ÷ 转部门的工单',
			en: 'Orders whose every asked return was refused ÷ orders sent to units'
		},
		leftOut: notSaid,
		basis: 'received_at',
		source: 'measures T4, refused',
		needs: ['return_count', 'return_approved_count'],
		numerator: both(happened('return_count'), (eb) => eb('return_approved_count', '=', 0)),
		denominator: answered,
		numeratorName: { 'zh-CN': '退单被驳回', en: 'return refused' },
		denominatorName: sentToUnits,
		direction: 'neither'
	},
	redispatch: {
		type: 'rate',
		id: 'T5',
		name: { 'zh-CN': '重派率', en: 'Re-dispatch rate' },
		formula: {
			'zh-CN': '先后有两个以上主办单位的工单 ÷ 转部门的工单',
			en: 'Orders with two or more main units over their life ÷ orders sent to units'
		},
		leftOut: notSaid,
		basis: 'received_at',
		source: 'measures T5',
		needs: ['redispatch_count'],
		numerator: happened('redispatch_count'),
		denominator: both(notDesk, says('redispatch_count')),
		numeratorName: { 'zh-CN': '换过主办单位', en: 'sent to another main unit' },
		denominatorName: sentToUnits,
		direction: 'lower is better'
	}
} as const satisfies Record<string, RateMeasure | RatioMeasure>;
