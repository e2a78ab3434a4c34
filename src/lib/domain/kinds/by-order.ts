import { headerSynonyms } from '../header-synonyms.ts';
import { besideOrderNumber, type ExportKind } from './kind.ts';

/** Lists whose rows speak of one order each: return visits, events, supervision notices. */

const orderNumber = headerSynonyms.order_number;
const isDated = (column: string) => ({ [column]: 'TIMESTAMP', [`${column}_is_date`]: 'BOOLEAN' }) as const;

export const visits: ExportKind = {
	name: 'visits',
	isLoose: true,
	headers: {
		order_number: orderNumber,
		visited_at: [...headerSynonyms.visited_at, '回访日期时间', '回访完成时间', '本次回访时间', '评价提交时间'],
		visit_attempted: [...headerSynonyms.visit_attempted],
		visit_reached: [...headerSynonyms.visit_reached],
		visit_valid: [...headerSynonyms.visit_valid],
		visit_contacted: headerSynonyms.visit_contacted,
		visit_resolved: headerSynonyms.visit_resolved,
		satisfaction: headerSynonyms.satisfaction,
		satisfaction_final: headerSynonyms.satisfaction_final
	},
	required: [
		['order_number'],
		['visited_at', 'visit_attempted', 'visit_reached', 'visit_valid'],
		['visit_valid', 'visit_reached', 'visit_contacted', 'visit_resolved', 'satisfaction']
	],
	beside: besideOrderNumber,
	needed: [['order_number']],
	staged: {
		order_number: 'VARCHAR',
		visited_at: 'TIMESTAMP',
		visit_attempted: 'BOOLEAN',
		visit_reached: 'BOOLEAN',
		visit_valid: 'BOOLEAN',
		visit_contacted: 'BOOLEAN',
		visit_resolved: 'VARCHAR',
		satisfaction: 'VARCHAR',
		satisfaction_final: 'VARCHAR'
	},
	key: ['order_number', 'visited_at'],
	reached: ['visited_at']
};

export const events: ExportKind = {
	name: 'events',
	isLoose: true,
	headers: {
		order_number: orderNumber,
		event: [
			...['操作类型', '操作名称', '操作动作', '流转动作', '流转类型', '流转环节', '办理环节', '环节名称', '处理环节'],
			...[
				'节点名称',
				'处理动作',
				'事件名称',
				'动作',
				'操作',
				'环节',
				'event_type',
				'event',
				'action',
				'activity',
				'step'
			]
		],
		event_at: [
			...['操作时间', '流转时间', '环节时间', '动作时间', '节点时间', '处理时间', '办理时间', '发生时间', '操作日期'],
			...['event_time', 'event_at', 'action_time', 'occurred_at', 'happened_at', 'timestamp']
		],
		event_unit: [
			...['接收单位', '目标单位', '承办单位', '操作单位', '处理单位', '办理单位', '所属单位', '处理部门', '操作部门'],
			...['办理部门', '承办部门', '单位', '部门', 'unit', 'department', 'agency']
		],
		handler: ['操作人工号', '处理人工号', '经办人工号', '操作员工号', 'actor_id', 'operator_id', 'handler']
	},
	required: [['order_number'], ['event'], ['event_at']],
	beside: besideOrderNumber.filter((field) => field !== 'unit'),
	needed: [['order_number'], ['event'], ['event_at']],
	staged: {
		order_number: 'VARCHAR',
		event: 'VARCHAR',
		event_code: 'VARCHAR',
		...isDated('event_at'),
		event_unit: 'VARCHAR',
		handler: 'VARCHAR'
	},
	key: ['order_number', 'event', 'event_at', 'event_unit'],
	reached: ['event_at']
};

export const notices: ExportKind = {
	name: 'notices',
	isLoose: true,
	headers: {
		notice_number: ['督办单号', '督办编号', '督办单编号', '督办件编号', '督办流水号', 'notice_number', 'notice_id'],
		order_number: orderNumber,
		noticed_at: [
			...['督办时间', '督办发起时间', '发起督办时间', '下发督办时间', '督办日期', '督办下发时间', '督办交办时间'],
			...['noticed_at', 'notice_date', 'supervised_at']
		],
		supervision_type: [...headerSynonyms.supervision_type, '督办级别', '督办类别', '督办来源'],
		notice_unit: ['被督办单位', '督办对象', '督办承办单位', '承办单位', '责任单位', '督办单位', 'notice_unit', 'unit'],
		notice_due_at: ['督办期限', '督办截止时间', '督办办结期限', '督办要求办结时间', '督办到期时间', 'notice_due_at'],
		notice_closed_at: ['督办办结时间', '督办完成时间', '督办销号时间', '销号时间', '督办反馈时间', 'notice_closed_at'],
		is_supervision_closed: [...headerSynonyms.is_supervision_closed, '督办状态', '是否销号']
	},
	required: [['order_number'], ['noticed_at']],
	beside: besideOrderNumber.filter((field) => field !== 'unit'),
	needed: [['order_number'], ['noticed_at']],
	staged: {
		notice_number: 'VARCHAR',
		order_number: 'VARCHAR',
		...isDated('noticed_at'),
		supervision_type: 'VARCHAR',
		notice_unit: 'VARCHAR',
		notice_due_at: 'TIMESTAMP',
		notice_closed_at: 'TIMESTAMP',
		is_supervision_closed: 'BOOLEAN'
	},
	key: ['notice_number', 'order_number', 'noticed_at'],
	reached: ['noticed_at', 'notice_closed_at']
};
