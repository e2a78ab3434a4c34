/** The words the make-believe city uses, all of them seen in real exports; '' is an empty cell. */
export const knownWords = {
	kind: ['咨询', '求助', '投诉', '举报', '建议', '表扬', '无效'],
	channel: ['电话', '微信', '小程序', 'APP', '网站', '市长信箱', '短信', '人民网留言'],
	handling: ['直接办结', '转办'],
	status: ['待签收', '办理中', '已办结', '已归档', '作废'],
	unitKind: ['', '区县', '市级部门', '街道乡镇', '公共服务企业'],
	supervised: ['是', '否'],
	visited: ['是', '否'],
	reached: ['', '是', '否'],
	answered: ['', '是', '否'],
	contacted: ['', '是', '否'],
	resolved: ['', '是', '部分解决', '否'],
	supervisionType: ['', '系统督办', '书面督办', '专项督办', '领导批示'],
	supervisionClosed: ['', '是', '否'],
	exclusion: ['', '未申请', '申请中', '通过', '查否'],
	exclusionReason: ['', '不合理诉求', '超职责', '第三方原因', '联系不上', '不可抗力', '重复'],
	unitResolved: ['', '是', '部分解决', '否'],
	finalSatisfaction: ['', '非常满意', '满意', '基本满意', '不满意', '非常不满意', '无法联系', '拒访'],
	satisfaction: ['', '非常满意', '满意', '基本满意', '不满意', '非常不满意', '无法联系', '拒访']
} as const;
