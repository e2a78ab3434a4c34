import { headerSynonyms } from '../header-synonyms.ts';
import type { ExportKind } from './kind.ts';

/** What a telephone system exports: calls one by one, and sums by day. And sums of return visits that name no order. */

const line = [...headerSynonyms.line, '线路', '热线', '队列', '技能组', '队列名称', '技能组名称', 'queue'];

export const calls: ExportKind = {
	name: 'calls',
	headers: {
		call_id: [
			'话单编号',
			'通话流水号',
			'呼叫流水号',
			'通话编号',
			'录音编号',
			'呼叫编号',
			'会话编号',
			'call_id',
			'session_id'
		],
		line,
		medium: ['接入方式', '媒体类型', '接入媒体', '媒体', '呼叫类型', 'medium', 'media'],
		arrived_at: [
			...['呼入时间', '来电时间', '来话时间', '进线时间', '呼叫时间', '呼叫开始时间', '开始时间', '接入时间'],
			...['arrived_at', 'call_time', 'start_time']
		],
		queued_at: ['排队时间', '入队时间', '进入队列时间', '转人工时间', '排队开始时间', 'queued_at', 'queue_time'],
		answered_at: ['接通时间', '应答时间', '接听时间', '坐席接听时间', '坐席应答时间', 'answered_at', 'answer_time'],
		hung_up_at: ['挂机时间', '挂断时间', '通话结束时间', '结束时间', 'hung_up_at', 'end_time'],
		message_replied_at: ['首次回复时间', '回复时间', '答复时间', 'replied_at', 'reply_time'],
		wait_seconds: [
			'等待时长',
			'排队时长',
			'等待时间',
			'排队等待时长',
			'等待秒数',
			'振铃时长',
			'wait_seconds',
			'wait_time'
		],
		talk_seconds: ['通话时长', '通话秒数', '人工通话时长', '通话时间', 'talk_seconds', 'talk_time', 'duration'],
		after_call_seconds: ['话后处理时长', '话后时长', '整理时长', '事后处理时长', 'after_call_seconds', 'wrap_up_time'],
		is_offered: ['是否转人工', '是否请求人工', '转人工', '是否进入人工', 'is_offered'],
		is_answered: [
			'是否接通',
			'是否应答',
			'接通',
			'接听状态',
			'接通状态',
			'通话状态',
			'呼叫结果',
			'is_answered',
			'answered'
		],
		is_self_served: ['是否自助', '自助服务', '是否自助服务', '是否自助完成', 'is_self_served'],
		agent_rating: [
			'满意度按键',
			'话务满意度',
			'服务评价',
			'坐席评价',
			'满意度评价',
			'满意度',
			'agent_rating',
			'rating'
		],
		is_quality_checked: ['是否质检', '质检状态', '是否抽检', 'is_quality_checked']
	},
	required: [
		['arrived_at'],
		['wait_seconds', 'talk_seconds', 'is_answered', 'answered_at', 'hung_up_at', 'queued_at', 'medium']
	],
	needed: [['arrived_at']],
	staged: {
		call_id: 'VARCHAR',
		line: 'VARCHAR',
		medium: 'VARCHAR',
		arrived_at: 'TIMESTAMP',
		queued_at: 'TIMESTAMP',
		answered_at: 'TIMESTAMP',
		hung_up_at: 'TIMESTAMP',
		message_replied_at: 'TIMESTAMP',
		wait_seconds: 'INTEGER',
		talk_seconds: 'INTEGER',
		after_call_seconds: 'INTEGER',
		is_offered: 'BOOLEAN',
		is_answered: 'BOOLEAN',
		is_self_served: 'BOOLEAN',
		agent_rating: 'VARCHAR',
		is_quality_checked: 'BOOLEAN'
	},
	key: ['call_id'],
	mayRepeat: true,
	reached: ['arrived_at', 'answered_at', 'hung_up_at', 'message_replied_at']
};

export const callDays: ExportKind = {
	name: 'call_days',
	headers: {
		summary_day: ['日期', '统计日期', '统计日', '话务日期', 'day', 'date'],
		line,
		incoming: ['来电量', '呼入量', '来电总量', '呼入总量', '总来电量', '呼入总数', 'incoming'],
		offered: ['人工请求量', '转人工量', '请求人工量', '人工呼入量', '人工来电量', '入队量', 'offered'],
		answered: ['接通量', '人工接通量', '人工接听量', '接听量', '应答量', '接通数', 'answered'],
		answered_in_15: ['15秒接通量', '15秒内接通量', '十五秒接通量', '15秒应答量', '15s接通量', 'answered_in_15'],
		self_served: ['自助服务量', '自助量', '自助办理量', 'IVR自助量', 'self_served'],
		abandoned: ['放弃量', '呼损量', '排队放弃量', '未接量', 'abandoned'],
		abandoned_soon: ['短放弃量', '10秒内放弃量', '十秒内放弃量', 'abandoned_soon'],
		all_wait_seconds: ['等待总时长', '总等待时长', '排队总时长', '等待总时长秒', 'wait_seconds'],
		all_talk_seconds: ['通话总时长', '总通话时长', '通话总时长秒', 'talk_seconds'],
		all_after_call_seconds: ['话后处理总时长', '总话后时长', 'after_call_seconds'],
		texts: ['短信量', '在线咨询量', '文字会话量', '短信受理量', 'texts'],
		texts_in_3_minutes: ['3分钟内回复量', '三分钟内回复量', '短信3分钟回复量', 'texts_in_3_minutes'],
		letters: ['信件量', '邮件量', '信箱来件量', 'letters'],
		letters_in_24_hours: ['24小时内回复量', '信件24小时回复量', 'letters_in_24_hours'],
		rated: ['评价量', '参评量', '话务评价量', 'rated'],
		rated_satisfied: ['评价满意量', '满意量', '话务满意量', 'rated_satisfied'],
		quality_checked: ['质检量', '抽检量', '质检录音量', 'quality_checked']
	},
	required: [
		['summary_day'],
		['incoming', 'offered', 'answered', 'self_served', 'abandoned', 'texts', 'letters'],
		['incoming', 'offered', 'answered', 'answered_in_15', 'abandoned', 'texts', 'letters', 'rated']
	],
	needed: [['summary_day']],
	staged: {
		summary_day: 'DATE',
		line: 'VARCHAR',
		incoming: 'INTEGER',
		offered: 'INTEGER',
		answered: 'INTEGER',
		answered_in_15: 'INTEGER',
		self_served: 'INTEGER',
		abandoned: 'INTEGER',
		abandoned_soon: 'INTEGER',
		all_wait_seconds: 'INTEGER',
		all_talk_seconds: 'INTEGER',
		all_after_call_seconds: 'INTEGER',
		texts: 'INTEGER',
		texts_in_3_minutes: 'INTEGER',
		letters: 'INTEGER',
		letters_in_24_hours: 'INTEGER',
		rated: 'INTEGER',
		rated_satisfied: 'INTEGER',
		quality_checked: 'INTEGER'
	},
	key: ['summary_day', 'line'],
	reached: ['summary_day']
};

export const visitTotals: ExportKind = {
	name: 'visit_totals',
	headers: {
		totals_month: ['月份', '统计月份', '年月', '统计年月', '考核月份', '月度', 'month'],
		totals_unit: [...headerSynonyms.unit, '单位', '单位名称', '部门', '部门名称'],
		total_closed: ['办结量', '办结数', '办结件数', '办结总数', '应回访量', 'closed'],
		total_attempted: ['回访量', '回访数', '回访总量', '抽取量', '抽取数', '回访件数', 'attempted'],
		total_reached: ['接通量', '接通数', '接通件数', 'reached'],
		total_valid: ['有效回访', '有效回访量', '有效回访数', '成功回访量', '有效样本量', '有效量', 'valid'],
		total_contacted: ['联系数', '联系量', '响应数', '响应量', '已联系数', 'contacted'],
		total_resolved: ['解决数', '解决量', '已解决数', '解决件数', 'resolved'],
		total_satisfied: ['满意数', '满意量', '满意件数', 'satisfied'],
		total_basically_satisfied: ['基本满意', '基本满意数', '基本满意量', 'basically_satisfied'],
		total_dissatisfied: ['不满意数', '不满意量', '不满意件数', 'dissatisfied']
	},
	required: [
		['totals_month'],
		['totals_unit'],
		['total_attempted', 'total_valid'],
		['total_contacted', 'total_resolved', 'total_satisfied', 'total_dissatisfied']
	],
	needed: [['totals_month'], ['totals_unit']],
	staged: {
		totals_month: 'VARCHAR',
		totals_unit: 'VARCHAR',
		total_closed: 'INTEGER',
		total_attempted: 'INTEGER',
		total_reached: 'INTEGER',
		total_valid: 'INTEGER',
		total_contacted: 'INTEGER',
		total_resolved: 'INTEGER',
		total_satisfied: 'INTEGER',
		total_basically_satisfied: 'INTEGER',
		total_dissatisfied: 'INTEGER'
	},
	key: ['totals_month', 'totals_unit'],
	reached: ['totals_month']
};
