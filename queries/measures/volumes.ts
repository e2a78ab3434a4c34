import { closed, desk, everyOrder, notDesk } from '../where/conditions.ts';
import type { CountMeasure } from './definition.ts';
import { deskLeftOut } from './words.ts';

/** How many orders: what came in and what was closed. */
export const volumeMeasures = {
	received: {
		type: 'count',
		id: 'T1',
		name: { 'zh-CN': '受理量', en: 'Orders received' },
		formula: { 'zh-CN': '期内受理的工单数', en: 'Orders received in the period' },
		leftOut: {
			'zh-CN': '不剔除任何工单；每个工单编号计一次。',
			en: 'Nothing is left out; each order number counts once.'
		},
		basis: 'received_at',
		source: 'measures T1',
		needs: ['received_at'],
		counted: everyOrder
	},
	'sent-to-units': {
		type: 'count',
		id: 'T1u',
		name: { 'zh-CN': '转部门办理量', en: 'Orders sent to units' },
		formula: { 'zh-CN': '期内受理、转部门办理的工单数', en: 'Orders received in the period and sent to a unit' },
		leftOut: {
			'zh-CN': '直接办结的工单不计入；导出文件不区分时全部计入。',
			en: 'Desk answers are left out; an export that does not tell them apart counts whole.'
		},
		basis: 'received_at',
		source: 'measures T1',
		needs: ['received_at'],
		counted: notDesk
	},
	'desk-answers': {
		type: 'count',
		id: 'C8n',
		name: { 'zh-CN': '直接办结量', en: 'Answered at the desk' },
		formula: {
			'zh-CN': '期内受理、当场直接办结的工单数',
			en: 'Orders received in the period and answered on the spot'
		},
		leftOut: { 'zh-CN': '只计导出文件写明直接办结的工单。', en: 'Only orders that the export calls desk answers.' },
		basis: 'received_at',
		source: 'measures C8',
		needs: ['handling_mode'],
		counted: desk
	},
	'closed-orders': {
		type: 'count',
		id: 'T1c',
		name: { 'zh-CN': '办结量', en: 'Orders closed' },
		formula: { 'zh-CN': '期内办结的工单数', en: 'Orders closed in the period' },
		leftOut: deskLeftOut,
		basis: 'closed_basis_at',
		source: 'measures T1, T11',
		needs: ['closed_basis_at'],
		counted: closed
	}
} as const satisfies Record<string, CountMeasure>;
