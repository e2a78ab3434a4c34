import type { Vocabulary } from '../vocabularies.ts';

/** What can happen to an order, as a log of events tells it. */
export const eventCodes = [
	'receive',
	'dispatch',
	'redispatch',
	'return',
	'return_granted',
	'sign',
	'contact',
	'extend',
	'reply',
	'redo',
	'urge',
	'supervise',
	'close',
	'visit'
] as const;
export type EventCode = (typeof eventCodes)[number];
export const isEventCode = (code: string | null): code is EventCode => eventCodes.includes(code as EventCode);

/** A word that stands for a request that was turned down is in no list: it is shown and counts as nothing. */
export const eventWords: Vocabulary<EventCode> = {
	receive: ['受理', '登记', '建单', '创建', '立案', '受理登记', '创建工单', 'receive', 'register', 'create'],
	dispatch: [
		...[
			'派单',
			'派遣',
			'转办',
			'交办',
			'分派',
			'转派',
			'下派',
			'首次派单',
			'派发',
			'下发',
			'工单派发',
			'派单到承办单位'
		],
		...['dispatch', 'assign', 'assigned']
	],
	redispatch: ['改派', '重派', '重新派单', '二次派单', '再次派单', '改派工单', '重新派遣', 'redispatch', 'reassign'],
	return: ['退单', '退回', '申请退单', '申请退回', '回退', '退单申请', '退回工单', 'return', 'returned'],
	return_granted: ['退单通过', '同意退单', '同意退回', '退单审核通过', '退回通过', 'return_granted'],
	sign: ['签收', '接收', '接单', '已签收', '单位签收', '确认接收', 'sign', 'accept', 'accepted'],
	contact: ['联系', '首次联系', '联系群众', '联系市民', '联系诉求人', '先行联系', '电话联系', 'contact', 'contacted'],
	extend: ['延期', '延期通过', '同意延期', '延期审核通过', '批准延期', 'extend', 'extended'],
	reply: ['答复', '回复', '反馈', '办理反馈', '处置反馈', '部门答复', '单位答复', '办理答复', 'reply', 'replied'],
	redo: ['重办', '重新办理', '返工', '二次办理', '发回重办', '退回重办', '不满意重办', 'redo', 'rework', 'reopen'],
	urge: ['催办', '催单', 'urge'],
	supervise: ['督办', '发起督办', 'supervise'],
	close: ['办结', '结案', '归档', '办结归档', '审核办结', '完成', '关闭', 'close', 'closed', 'archive'],
	visit: ['回访', '完成回访', 'visit']
};

/** What the calls and messages of a log came by; what the centre rang up itself is no demand. */
export const mediumWords: Vocabulary<'phone' | 'text' | 'mailbox' | 'outgoing'> = {
	outgoing: ['呼出', '外呼', '去电', 'outbound'],
	phone: ['电话', '语音', '来电', '呼入', '热线', '人工', '话务', 'phone', 'voice', 'call', 'inbound'],
	text: ['短信', '在线', '微信', '文字', '在线客服', '网页', '小程序', 'app', '聊天', 'text', 'chat', 'sms'],
	mailbox: ['信箱', '邮件', '邮箱', '信件', '市长信箱', '网站', '留言', 'mail', 'email', 'mailbox', 'letter']
};

/** Words that flag columns of other kinds than orders use instead of yes and no. */
export const otherFlagWords: Readonly<Record<string, Vocabulary<'yes' | 'no'>>> = {
	is_answered: {
		yes: ['接通', '已接通', '已接听', '接听', '应答', '已应答', '成功', 'answered'],
		no: ['未接通', '未接听', '未应答', '放弃', '已放弃', '呼损', '未接', '振铃放弃', '排队放弃', 'abandoned', 'missed']
	},
	is_offered: { yes: ['转人工', '人工'], no: ['未转人工', '自助'] },
	is_self_served: { yes: ['自助', '自助完成'], no: ['人工', '转人工'] },
	is_quality_checked: { yes: ['已质检', '已抽检'], no: ['未质检', '未抽检'] },
	is_day_off: {
		yes: ['休', '休息', '放假', '节假日', '休息日', '假日'],
		no: ['班', '上班', '工作日', '补班', '调休上班']
	},
	is_working_day: { yes: ['班', '上班', '工作日', '补班', '调休上班'], no: ['休', '休息', '放假', '节假日', '休息日'] }
};
