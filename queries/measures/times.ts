import { closed, notDesk } from '../where/conditions.ts';
import type { DurationMeasure } from './definition.ts';

/** How long each stage takes. */
export const timeMeasures = {
	'dispatch-time': {
		type: 'duration',
		id: 'T2',
		name: { 'zh-CN': '派单时长', en: 'Dispatch time' },
		formula: { 'zh-CN': '受理至首次派单', en: 'From receipt to first dispatch' },
		leftOut: {
			'zh-CN': '没有派单时间、时间先后颠倒的工单不计入并列出。',
			en: 'Orders without a dispatch time, or dispatched before they were received, are left out and counted.'
		},
		basis: 'received_at',
		source: 'measures T2',
		needs: ['dispatched_at'],
		seconds: 'dispatch_seconds',
		start: { 'zh-CN': '受理', en: 'receipt' },
		stop: { 'zh-CN': '派单', en: 'dispatch' },
		counted: notDesk
	},
	'sign-time': {
		type: 'duration',
		id: 'T6',
		name: { 'zh-CN': '签收时长', en: 'Signing time' },
		formula: { 'zh-CN': '派单至签收', en: 'From dispatch to signing' },
		leftOut: {
			'zh-CN': '没有签收时间、时间先后颠倒的工单不计入并列出。',
			en: 'Orders without a signing time, or signed before dispatch, are left out and counted.'
		},
		basis: 'received_at',
		source: 'measures T6',
		needs: ['signed_at'],
		seconds: 'sign_seconds',
		start: { 'zh-CN': '派单', en: 'dispatch' },
		stop: { 'zh-CN': '签收', en: 'signing' },
		counted: notDesk
	},
	'first-contact-time': {
		type: 'duration',
		id: 'T8',
		name: { 'zh-CN': '首次联系时长', en: 'First-contact time' },
		formula: { 'zh-CN': '派单至首次联系群众', en: 'From dispatch to the first contact with the citizen' },
		leftOut: {
			'zh-CN': '没有首次联系时间、时间先后颠倒的工单不计入并列出。',
			en: 'Orders without a first-contact time, or contacted before dispatch, are left out and counted.'
		},
		basis: 'received_at',
		source: 'measures T8',
		needs: ['first_contact_at'],
		seconds: 'first_contact_seconds',
		start: { 'zh-CN': '派单', en: 'dispatch' },
		stop: { 'zh-CN': '首次联系', en: 'first contact' },
		counted: notDesk
	},
	'handling-time': {
		type: 'duration',
		id: 'T13',
		name: { 'zh-CN': '办理时长（仅已办结）', en: 'Handling time (closed orders only)' },
		formula: { 'zh-CN': '受理至办结，按自然时间', en: 'From receipt to closing, by the clock' },
		leftOut: {
			'zh-CN': '未办结的工单不在其中，因此偏短。直接办结、办结早于受理、办结时间没有时分的工单不计入并列出。',
			en: 'Open orders are not in it, so it flatters. Desk answers, orders closed before they were received and closings without a time of day are left out and counted.'
		},
		basis: 'closed_basis_at',
		source: 'measures T13',
		needs: ['closed_at'],
		seconds: 'handling_seconds',
		start: { 'zh-CN': '受理', en: 'receipt' },
		stop: { 'zh-CN': '办结', en: 'closing' },
		counted: closed
	}
} as const satisfies Record<string, DurationMeasure>;
