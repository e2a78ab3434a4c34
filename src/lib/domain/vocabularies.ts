import { toHalfWidth } from './header-matching.ts';
import type {
	ExclusionReason,
	ExclusionState,
	KindCode,
	ResolvedCode,
	SatisfactionCode,
	StatusState
} from './staged-columns.ts';

/**
 * The words exports use where we keep a code. A word is compared by its key (wordKey), so these lists hold
 * neither case nor blanks. A word that is in no list has no code: it is shown, never guessed.
 */
export type Vocabulary<Code extends string = string> = Readonly<Record<Code, readonly string[]>>;

/** A word as it is compared: half width, lower case, without blanks. */
export const wordKey = (word: string) => toHalfWidth(word).toLowerCase().replace(/\s/g, '');

/** What stands in a cell that says nothing. */
export const nullWords = [
	...['-', '--', '---', '—', '——', '/', '\\n', 'null', '(null)', '<null>', 'none', 'nil', 'nan', 'na', 'n/a'],
	...['无', '空', '(空)', '暂无', '未填', '未填写']
];

/** What a spreadsheet shows where a formula failed. */
export const spreadsheetErrors = [
	'#n/a',
	'#ref!',
	'#value!',
	'#name?',
	'#div/0!',
	'#null!',
	'#num!',
	'#spill!',
	'#calc!'
];

/** Times that stand for "no time" in the systems that wrote them: zero dates and the first moments of clocks. */
export const emptyTimes = [
	...['0000-00-00', '0000-00-00 00:00:00', '0000/00/00', '0000/0/0', '1900-01-00', '1900/1/0', '1900/1/0 0:00'],
	...['1900-01-00 00:00:00', '1900-01-01', '1900-01-01 00:00:00', '1900/1/1', '1900/1/1 0:00', '0001-01-01 00:00:00'],
	...['1970-01-01', '1970-01-01 00:00:00', '1970-01-01 08:00:00', '1970/1/1 8:00:00', '0', '00:00:00']
];

export const kindWords: Vocabulary<KindCode> = {
	consult: ['咨询', '政策咨询', '业务咨询', '咨询类', '咨询件'],
	help: ['求助', '求决', '诉求', '求助类', '求助件', '求决类', '申请求助'],
	complaint: ['投诉', '投诉类', '投诉件', 'complaint'],
	suggestion: ['建议', '意见', '意见建议', '建议意见', '批评', '批评建议', '建议类', '建议件', '建言献策'],
	report: ['举报', '揭发控告', '检举', '举报类', '举报件'],
	complaint_or_report: ['投诉举报', '举报投诉', '投诉/举报', '投诉、举报'],
	praise: ['表扬', '感谢', '表扬感谢', '表扬类', '表扬件'],
	urge: ['催办', '催单', '催办件'],
	appeal: ['申诉', '申诉类', '复核'],
	invalid: ['骚扰', '无效', '骚扰电话', '无效电话', '无效工单', '误拨']
};

export const statusWords: Vocabulary<StatusState> = {
	open: [
		...['待受理', '待派遣', '待派单', '待转办', '待签收', '待接收', '待办', '待办理', '待处理', '待处置', '待联系'],
		...['待答复', '待回复', '待审核', '待审批', '待结案', '待办结', '待回访', '已受理', '受理中', '已派单', '已派遣'],
		...['已转派', '已转办', '已交办', '已签收', '已接收', '办理中', '处理中', '处置中', '在办', '进行中', '流转中'],
		...['派遣', '处置', '预审', '受理', '回访', '申请退回', '退回', '已退回', '退单', '已退单', '申请延期', '延期'],
		...['挂起', '挂账', '重新办理', '重办', '返工', '督办中', '未办结', '未结案', '未完成', '核查'],
		...['open', 'new', 'pending', 'assigned', 'unassigned', 'inprogress', 'started', 'emailsent', 'referredout'],
		...['acknowledged', 'submitted', 'received', 'reopened', 'onhold', 'scheduled', 'forward', 'forwarded', 'active'],
		...['open(duplicate)', 'new(duplicate)', 'open(transferred)']
	],
	closed: [
		...['已办结', '办结', '已结案', '结案', '正常结案', '已归档', '归档', '办结归档', '回复完成', '已回复', '已答复'],
		...['已完成', '完成', '已关闭', '关闭', '已回访', '已评价', '已封存', '封存', '已办理', '按时办结', '超时办结'],
		...['closed', 'closed(duplicate)', 'closed(transferred)', 'closed(notserviceable)', 'closed(noncompliant)'],
		...['closed-duplicate', 'closed-transferred', 'closed(completed)', 'close', 'resol', 'resolved', 'completed'],
		...['complete', 'done', 'finished', 'archived', 'fixed']
	],
	cancelled: [
		...['作废', '已作废', '撤销', '已撤销', '撤单', '已撤单', '撤回', '已撤回', '取消', '已取消', '无效', '不予受理'],
		...['不受理', 'cancelled', 'canceled', 'cancel', 'void', 'voided', 'withdrawn', 'closed(cancelled)', 'invalid']
	]
};

export const handlingWords: Vocabulary<'desk' | 'dispatched'> = {
	desk: [
		...['直接解答', '直接答复', '直接办理', '直接办结', '当场答复', '当场办结', '即时答复', '即时办结', '在线解答'],
		...['在线答复', '在线办结', '坐席解答', '坐席办结', '话务员答复', '三方通话', '三方转接', '自办', 'desk']
	],
	dispatched: [
		...['转办', '派单', '转派', '派遣', '交办', '分派', '下派', '派单办理', '转办件', '交办件', '工单转办', '部门办理'],
		...['承办单位办理', '转单', 'dispatched']
	]
};

export const yesNoWords: Vocabulary<'yes' | 'no'> = {
	yes: ['是', '1', 'y', 'yes', 'true', 't', '√', '✓', '有', '已'],
	no: ['否', '0', 'n', 'no', 'false', 'f', '×', 'x', '✗', '未', '没有', '不是']
};

/** Words some flag columns use instead of yes and no. */
export const flagWords: Readonly<Record<string, Vocabulary<'yes' | 'no'>>> = {
	flag_closed_on_time: {
		yes: ['按时', '按期', '按时办结', '按期办结', '准时', '未超时', '未超期', 'ontime'],
		no: ['超时', '超期', '逾期', '超时办结', '超期办结', '未按时', '未按期', '未按时办结', 'overdue', 'late']
	},
	flag_closed_late: {
		yes: ['超时', '超期', '逾期', '超时办结', '超期办结', 'overdue', 'late'],
		no: ['按时', '按期', '按时办结', '按期办结', '正常', '未超时', '未超期', '未逾期', 'ontime']
	},
	flag_open_within: { yes: ['处置中', '期内', '正常'], no: [] },
	flag_exceeded: {
		yes: ['超时', '超期', '逾期', '已超时', '已超期', '已逾期', 'overdue', 'late', 'exceeded'],
		no: ['按时', '按期', '正常', '未超时', '未超期', '未逾期', 'ontime']
	},
	is_supervised: { yes: ['督办', '已督办', '督办中'], no: ['未督办', '不督办', '非督办'] },
	is_supervision_closed: {
		yes: ['已办结', '办结', '已完成', '已销号', '销号'],
		no: ['未办结', '办理中', '未完成', '未销号', '督办中']
	},
	is_assessed: { yes: ['纳入', '考核', '纳入考核'], no: ['不纳入', '不考核', '不纳入考核', '未纳入'] },
	is_confidential: { yes: ['保密', '不公开'], no: ['不保密', '公开', '非保密'] },
	visit_attempted: { yes: ['已回访', '回访'], no: ['未回访', '不回访', '待回访', '无需回访'] },
	visit_reached: { yes: ['接通', '已接通'], no: ['未接通', '无法接通', '联系不上', '无人接听'] },
	visit_valid: { yes: ['有效', '成功', '有效回访'], no: ['无效', '失败', '不成功', '无效回访'] },
	visit_contacted: { yes: ['联系', '已联系'], no: ['未联系', '没有联系', '没联系'] }
};

export const resolvedWords: Vocabulary<ResolvedCode> = {
	yes: ['是', '解决', '已解决', '完全解决', '1', 'y', 'yes', 'true'],
	partly: ['部分解决', '基本解决', '部分', 'partly'],
	no: ['否', '未解决', '没有解决', '没解决', '不解决', '0', 'n', 'no', 'false']
};

/** Only what was granted leaves the assessment; a request that was turned down (查否) stays in. */
export const exclusionStateWords: Vocabulary<ExclusionState> = {
	none: ['未申请', '未申诉', '未剔除', '否', '0', 'n', 'no', 'false', 'none'],
	pending: ['申请中', '已申请', '申诉中', '待审核', '审核中', '待审批', '审批中', 'pending'],
	approved: [
		...['通过', '已通过', '审核通过', '申诉通过', '申诉成立', '同意', '批准', '已批准', '查实', '认定', '已认定'],
		...['已剔除', '剔除', '是', '1', 'y', 'yes', 'true', 'approved']
	],
	rejected: ['不通过', '未通过', '审核不通过', '申诉不通过', '驳回', '已驳回', '不同意', '查否', '不认定', 'rejected']
};

export const exclusionReasonWords: Vocabulary<ExclusionReason> = {
	unreasonable: ['不合理诉求', '不合理', '无理诉求', 'unreasonable'],
	out_of_remit: ['超职责', '超职责诉求', '超出行政范围', '超出职责范围', '非职责范围', '超权限', 'out_of_remit'],
	force_majeure: ['不可抗力', 'force_majeure'],
	third_party: ['第三方原因', '第三方责任', '第三方过错', 'third_party'],
	unreachable: ['联系不上', '无法联系', '无法联系诉求人', '联系不上诉求人', 'unreachable'],
	duplicate: ['重复', '重复件', '重复工单', '重复诉求', '合并', '已合并', '并单', 'duplicate'],
	appeal_upheld: ['考核申诉', '申诉成立', '申诉通过', 'appeal_upheld']
};

/** Parts of words that name a group that needs more care; a column of callers may hold 个人 and 企业 as well. */
export const specialGroupWords = [
	...['老年', '老人', '残疾', '农民工', '退役军人', '未成年', '儿童', '低保', '困难', '孤']
];

/** Words of a visit that did not take place: no answer, and nothing unknown either. */
export const notVisitedWords = ['未回访', '无需回访', '不需回访'];

export const satisfactionWords: Vocabulary<SatisfactionCode> = {
	very_satisfied: ['非常满意', '很满意', '十分满意', 'very_satisfied', 'verysatisfied'],
	satisfied: ['满意', '是', 'satisfied'],
	basically_satisfied: ['基本满意', '一般', '较满意', '比较满意', 'basically_satisfied', 'neutral'],
	dissatisfied: ['不满意', '否', 'dissatisfied'],
	very_dissatisfied: ['非常不满意', '很不满意', '十分不满意', 'very_dissatisfied', 'verydissatisfied'],
	unrated: ['未评价', '不评价', '未评', '无法联系', '联系不上', '拒访', '拒绝回访', '拒绝评价', '默认好评', 'unrated']
};
