import { both, notDesk } from '../where/conditions.ts';
import { hasCome, says } from '../where/said.ts';
import type { CountMeasure, RateMeasure } from './definition.ts';

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

/** How units took up the orders sent to them. */
export const takingUpMeasures = {
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
