import { both, notDesk } from '../where/conditions.ts';
import { happened, hasCome, says } from '../where/said.ts';
import type { Condition } from '../where/tables.ts';
import type { CountMeasure, RateMeasure } from './definition.ts';
import { notSaid, sentToUnits } from './words.ts';

const decided: Condition = (eb) => eb.or([eb('is_closed', '=', true), hasCome('due_at')(eb)]);
const asked = both(notDesk, says('return_count'));
const answered = both(asked, says('return_approved_count'));

/** When something had to be done by a moment: it was, or the moment has come. */
const signDecided = both(
	notDesk,
	says('sign_due_at'),
	(eb) => eb('has_signed_column', '=', true),
	(eb) => eb.or([eb('sign_seconds', 'is not', null), eb.and([eb('signed_at', 'is', null), hasCome('sign_due_at')(eb)])])
);
const contactDecided = both(
	notDesk,
	says('first_contact_due_at'),
	(eb) => eb('has_first_contact_column', '=', true),
	(eb) =>
		eb.or([
			eb('first_contact_seconds', 'is not', null),
			eb.and([eb('first_contact_at', 'is', null), hasCome('first_contact_due_at')(eb)])
		])
);

/** Whether orders reached the right unit, and how the unit took them up. */
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
		denominator: both(notDesk, says('return_approved_count'), says('redispatch_count'), decided),
		numeratorName: { 'zh-CN': '一次派对', en: 'right at the first dispatch' },
		denominatorName: { 'zh-CN': '已办结或已到期', en: 'closed or past the deadline' },
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
	},
	'signed-on-time': {
		type: 'rate',
		id: 'T6r',
		name: { 'zh-CN': '签收及时率', en: 'Signed on time' },
		formula: {
			'zh-CN': '在规则时限内签收的工单 ÷ 已签收或签收时限已过的派出工单',
			en: 'Orders signed within the limit of the rules ÷ dispatched orders that are signed or past that limit'
		},
		leftOut: {
			'zh-CN':
				'直接办结的、没有派单时分的、签收只有日期的工单不计入，没有签收时间一列的导出文件也不计入。过了时限还没有签收的算不及时；签收早于派单的不算及时。',
			en: 'Desk answers, orders without a time of day of dispatch, signings without one, and exports without a column for signing are left out. Not signed past the limit is a failure; a signing before the dispatch is no success.'
		},
		basis: 'received_at',
		source: 'measures T6; limit by the rule set (2 h under the plain rules)',
		needs: ['dispatched_at', 'signed_at'],
		numerator: (eb) => eb.and([eb('sign_seconds', '>=', 0), eb('signed_at', '<=', eb.ref('sign_due_at'))]),
		denominator: signDecided,
		numeratorName: { 'zh-CN': '及时签收', en: 'signed on time' },
		denominatorName: { 'zh-CN': '已签收或时限已过', en: 'signed or past the limit' },
		direction: 'higher is better'
	},
	'contacted-on-time': {
		type: 'rate',
		id: 'T7',
		name: { 'zh-CN': '首次联系及时率', en: 'First contact on time' },
		formula: {
			'zh-CN': '在规则时限内首次联系群众的工单 ÷ 已联系或联系时限已过的派出工单',
			en: 'Orders whose citizen was contacted within the limit of the rules ÷ dispatched orders that were contacted or are past that limit'
		},
		leftOut: {
			'zh-CN':
				'直接办结的、没有派单时分的、联系只有日期的工单不计入，没有首次联系时间一列的导出文件也不计入。过了时限没有联系记录的算不及时，其数另列。',
			en: 'Desk answers, orders without a time of day of dispatch, contacts without one, and exports without a column for the first contact are left out. No contact on record past the limit is a failure, counted beside it.'
		},
		basis: 'received_at',
		source: 'measures T7; limit by the rule set (24 h under the plain rules)',
		needs: ['dispatched_at', 'first_contact_at'],
		numerator: (eb) =>
			eb.and([eb('first_contact_seconds', '>=', 0), eb('first_contact_at', '<=', eb.ref('first_contact_due_at'))]),
		denominator: contactDecided,
		numeratorName: { 'zh-CN': '及时联系', en: 'contacted on time' },
		denominatorName: { 'zh-CN': '已联系或时限已过', en: 'contacted or past the limit' },
		direction: 'higher is better'
	},
	'no-contact-recorded': {
		type: 'count',
		id: 'T7n',
		name: { 'zh-CN': '没有联系记录', en: 'No contact on record' },
		formula: {
			'zh-CN': '联系时限已过、没有首次联系时间的派出工单数',
			en: 'Dispatched orders past the limit for the first contact without one on record'
		},
		leftOut: {
			'zh-CN': '直接办结的、没有派单时分的工单不计入，没有首次联系时间一列的导出文件也不计入。',
			en: 'Desk answers, orders without a time of day of dispatch, and exports without a column for the first contact are left out.'
		},
		basis: 'received_at',
		source: 'measures T7, no contact recorded',
		needs: ['dispatched_at', 'first_contact_at'],
		counted: both(contactDecided, (eb) => eb('first_contact_at', 'is', null))
	}
} as const satisfies Record<string, RateMeasure | CountMeasure>;
