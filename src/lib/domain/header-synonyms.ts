import type { OrderField } from './export-fields.ts';

/**
 * The headers each field goes by in exports of orders, the most telling first: where an export has two of them, the
 * earlier one is read. Written as exports write them; header-matching compares them without case, blanks and
 * punctuation. Names, addresses and free text have no field: they are never staged; of a phone number only a keyed hash is.
 */
export const headerSynonyms: Record<OrderField, string[]> = {
	order_number: [
		...['工单编号', '工单号', '工单编码', '工单流水号', '诉求编号', '服务单号', '事务编号', '受理编号', '受理单号'],
		...['业务编号', '流水号', '案件编号', '案件标识', '信件编号', '事件编号', '热线编号', '留言编号', '任务号'],
		...['查询编号', '订单编号', '件号', '单号', '编号', 'task_num', 'REC_ID', 'record_number', 'ServiceRequestNum'],
		...['SRNumber', 'service_request_id', 'case_enquiry_id', 'Unique Key', 'CASE ID', 'order_number', 'order id']
	],
	parent_order_number: [
		...['父工单编号', '父工单', '主工单编号', '原工单编号', '原工单号', '旧工单编号', '关联工单编号', '关联工单'],
		...['催办单号', 'parent_order_number', 'Parent SR Number']
	],

	line: ['热线名称', '来源热线', '归并热线', '受理热线', '热线号码', '专线名称', '专线', '业务线', 'line', 'hotline'],
	channel: [
		...['受理渠道', '来电渠道', '来源渠道', '反映渠道', '诉求渠道', '诉求来源', '工单来源', '问题来源', '事务来源'],
		...['信息来源', '来件方式', '受理方式', '处理受理方式', '诉求来源小类', '渠道', 'EVENT_SRC_NAME', 'MethodReceived'],
		...['RequestSource', 'Open Data Channel Type', 'channel', 'source']
	],
	kind: [
		...['诉求类型', '工单类型', '来电类别', '来电类型', '诉求类别', '事件类型', '问题性质', '案件类型', '事项类型'],
		...['业务类型', '工单类别', '信件类别', '事件性质', 'EVENT_PROPERTY_NAME', 'kind']
	],
	nature: ['工单性质', '诉求性质', '事项性质', '办件性质', '主办协办', 'nature'],
	category_1: [
		...['一级分类', '一级分类名称', '一级问题分类名称', '一级问题分类', '一级归口', '一级类别', '大类', '大类名称'],
		...['问题类型', 'EVENT_TYPE_NAME', 'MAIN_TYPE_NAME', '问题分类名称', '问题分类', '问题类别', '事项分类'],
		...['诉求分类', '热点分类', '标准分类', '归口类别', 'category_1', 'category', 'subject', 'Complaint Type'],
		...['SRType', 'RequestType', 'service_name']
	],
	category_2: [
		...['二级分类', '二级分类名称', '二级问题分类名称', '二级问题分类', '二级归口', '二级类别', '小类', '小类名称'],
		...['MAIN_TYPE_NAME', 'SUB_TYPE_NAME', 'reason', 'Descriptor', 'category_2', 'type']
	],
	category_3: [
		...['三级分类', '三级分类名称', '三级问题分类名称', '三级问题分类', '三级归口', '三级类别', '细类', '细类名称'],
		...['SUB_TYPE_NAME', 'category_3', 'detail', 'type']
	],
	district: [
		...['所属区县', '被反映区', '事发区域', '区域名称', '行政区划', '所属区域', '区县', '区县名称', '行政区', '区域'],
		...['DISTRICT_NAME', 'Borough', 'COUNCIL DISTRICT', 'CouncilDistrict', 'APC', 'CD', 'neighborhood', 'district']
	],
	street: [
		...['街道名称', '街道乡镇', '被反映街乡镇', '乡镇街道', '所属街道', '所属镇街', '镇街', '街道', 'STREET_NAME'],
		'neighborhood'
	],
	unit: [
		...['承办单位', '主办单位', '主办部门', '二级承办单位简称', '二级承办单位', '处置单位', '办理单位', '责任单位'],
		...['处理单位', '承办部门', '办理部门', '答复部门', '责任部门', '牵头单位', '受办单位', '批转单位', '交办单位'],
		...['所有办理部门', 'DISPOSE_UNIT_NAME', 'Agency', 'Owner', 'department', 'unit', 'agency_responsible']
	],
	sub_unit: [
		...['三级单位名称', '三级承办单位', '经办部门', '二级单位', '具体承办科室', '经办科室', '承办科室', '关联承办单位'],
		...['third_unit_name', 'Agency Name', 'WORK GROUP', 'sub_unit']
	],
	parent_unit: [
		...['上级承办单位名称', '上级承办单位', '一级承办单位', '所属区县局', '上级单位', 'first_unit_name', 'parent_unit']
	],
	co_units: ['协办单位', '协办部门', '会办单位', '配合单位', '协办单位名称', 'co_units'],
	handling_round: ['办理轮次', '处理轮次', '处置轮次', '轮次', '第几轮', '办理轮数', '第几次办理', 'handling_round'],
	unit_kind: ['单位类别', '单位类型', '承办单位类别', '承办单位类型', '部门类别', '部门类型', 'unit_kind'],
	special_group: ['人群类别', '特殊群体', '诉求主体', '来电主体', '特殊人群', '群体类别', 'special_group'],
	urgency: ['紧急程度', '紧急等级', '优先级', '事件级别', '问题等级', '缓急程度', 'urgency', 'priority'],
	status: [
		...['工单状态', '事件状态', '问题状态', '实时状态', '办理状态', '当前状态', '当前环节', '流程状态', '处理状态'],
		...['诉求状态', '案件状态', '状态', 'SRStatus', 'case_status', 'status']
	],
	handling_mode: ['办理类型', '办理流程', '处理方式', '处置方式', '办理方式', 'handling_mode'],

	registered_at: [
		...['登记时间', '创建时间', '受理时间', '建单时间', '立案时间', '上报时间', '工单时间', '提交时间', '录入时间'],
		...['电话坐席提交时间', '生成时间', '登记日期', '受理日期', '创建日期', 'CREATE_TIME', 'Created Date', 'open_dt'],
		...['CREATION DATE', 'opened', 'requested_datetime', 'registered_at', 'received_at', 'created_at', 'date_created']
	],
	contacted_at: [
		...['来电时间', '来话时间', '呼入时间', '诉求时间', '反映时间', '投诉时间', '来件时间', '留言时间', '来电日期'],
		...['诉求日期', 'contacted_at']
	],
	dispatched_at: [
		...['首次转办时间', '首次派单时间', '派单时间', '分派时间', '派遣时间', '交办时间', '转派时间', '转办时间'],
		...['下派时间', '下发时间', '分发时间', '派单日期', '交办日期', 'dispatch_time', 'dispatched_at']
	],
	signed_at: ['首次签收时间', '签收时间', '接收时间', '接单时间', '受领时间', '响应时间', 'signed_at'],
	first_contact_at: [
		...['首次联系时间', '首次响应时间', '联系群众时间', '先行联系时间', '联系时间', '回电时间', 'first_contact_at']
	],
	replied_at: [
		...['部门答复时间', '经办部门答复时间', '承办单位回复时间', '部门办结时间', '答复时间', '回复时间', '反馈时间'],
		...['处置时间', '办理完成时间', '二级承办单位最新办理时间', '答复日期', '回复日期', 'submitAuditTime', 'replied_at']
	],
	closed_at: [
		...['办结时间', '结案时间', '办毕时间', '办理结束时间', '完成时间', '关闭时间', '结束时间', '处理时间', '办结日期'],
		...['结案日期', '完成日期', 'archive_time', 'Closed Date', 'Close Date', 'closed_dt', 'closed_at', 'closed']
	],
	due_at: [
		...['办理截止时间', '部门办理截止时间', '限办时间', '应办结时间', '要求办结时间', '办结期限', '办理期限'],
		...['到期时间', '截止时间', '时限时间', '截止日期', '到期日期', '限办日期', 'dispose_deadline', 'Due Date'],
		...['sla_target_dt', 'target_dt', 'due_at', 'deadline', 'expected_datetime']
	],
	extended_due_at: ['延期后截止日期', '延期后截止时间', '延期截止时间', '延期后到期时间', 'extended_due_at'],
	visited_at: ['首次回访时间', '回访时间', '满意度评价时间', '评价时间', '回访日期', '评价日期', 'visited_at'],

	flag_closed_on_time: [
		...['INTIME_ARCHIVE_NUM', '按期结办', '是否按时办结', '按时办结', '是否按期办结', '按期办结', 'closed_on_time']
	],
	flag_closed_late: [
		...['OVERTIME_ARCHIVE_NUM', '超期结办', '是否超时办结', '是否超期办结工单', '是否超期办结', '超时办结'],
		...['超期办结', '超期状态标识', 'closed_late']
	],
	flag_open_within: ['INTIME_TO_ARCHIVE_NUM', '处置中', 'open_within'],
	flag_exceeded: [
		...['是否超期', '是否逾期', '是否超时', '逾期标识', '超期标识', 'EXCEEDED EST TIMEFRAME', 'on_time', 'ontime'],
		...['overdue', 'exceeded']
	],

	return_count: ['工单退回次数', '退单次数', '退回次数', '回退次数', 'return_count'],
	return_approved_count: ['退单通过次数', '退回通过次数', '同意退回次数', 'return_approved_count'],
	redispatch_count: ['重派次数', '重新派单次数', '改派次数', '二次派单次数', 'redispatch_count'],
	extension_count: ['延期次数', '申请延期次数', 'extension_count'],
	suspended_days: ['挂起天数', '暂停天数', '中止天数', '挂起时长', '暂停时长', '中止时长', 'suspended_days'],
	urge_count: ['催办次数', '催单次数', 'urge_count'],
	rework_count: ['重新办理次数', '重办次数', '返工次数', '返工数', '驳回次数', 'rework_num', 'rework_count'],
	is_supervised: ['是否督办', '督办标识', '督办状态', 'is_supervised'],
	supervision_type: ['督办类型', '督办方式', 'supervision_type'],
	is_supervision_closed: ['督办是否办结', '是否督办办结', '督办办结', 'is_supervision_closed'],
	exclusion_state: [
		...['不合理诉求状态', '考核申诉状态', '剔除状态', '剔除标识', '是否剔除', '剔除审核状态', 'exclusion_state']
	],
	exclusion_reason: ['不纳入考核原因', '剔除原因', '申请不合理诉求原因', 'exclusion_reason'],
	is_assessed: ['是否纳入考核', '是否考核', 'is_assessed'],
	handler: ['公证员编号', '公证员执业证号', '执业证号', '承办人编号', '经办人编号', 'handler'],
	caller_phone: [
		...[
			'来电号码',
			'来电人电话',
			'来电人电话/账号',
			'来电电话',
			'主叫号码',
			'来电人联系电话',
			'来电人手机',
			'来电人手机号'
		],
		...[
			'诉求人电话',
			'诉求人联系电话',
			'诉求人联系方式',
			'诉求人手机号',
			'反映人电话',
			'反映人联系电话',
			'反映人联系方式'
		],
		...['当事人电话', '群众电话', '市民电话', '用户电话', '联系电话', '联系方式', '手机号码', '手机号', 'caller_phone']
	],
	caller_name: [
		...['来电人姓名', '诉求人姓名', '反映人姓名', '投诉人姓名', '举报人姓名', '申请人姓名', '市民姓名', '群众姓名'],
		...['来电人', '诉求人', '反映人', '投诉人', '举报人', '姓名', 'caller_name']
	],
	is_confidential: ['是否保密', '保密标志', '保密标识', 'is_confidential'],

	unit_resolved: [
		...['部门认定是否解决', '部门认定解决', '部门反馈是否解决', '单位认定是否解决', '承办单位认定是否解决'],
		...['部门是否解决', 'unit_resolved']
	],
	visit_attempted: ['是否回访', '回访状态', '工单回访次数', '回访次数', 'visit_attempted'],
	visit_reached: ['是否接通电话', '回访是否接通', '是否接通', 'visit_reached'],
	visit_valid: ['是否有效回访', '有效回访', '是否成功回访', '成功回访', 'visit_valid'],
	visit_contacted: [
		'是否联系',
		'工作人员是否联系市民',
		'是否联系诉求人',
		'是否联系市民',
		'联系群众',
		'visit_contacted'
	],
	visit_resolved: [
		...['是否解决', '问题是否解决', '诉求是否解决', '是否办结解决', '解决情况', '解决程度', '是否解决问题'],
		...['visit_resolved']
	],
	satisfaction: [
		...['首次满意度', '是否满意', '对办理结果是否满意', '评价满意度', '满意度', '评价结果', '群众满意度', '回访满意度'],
		...['办理满意度', '满意度评价', '好差评', '评价等级', '办理结果评价', 'satisfaction']
	],
	satisfaction_final: ['最终满意度', '终次满意度', '末次满意度', 'satisfaction_final'],

	stated_duration: ['办理时长', '处理时长', '办结时长', '处置时长', '办理用时', '处理用时', 'handling_duration'],
	data_nature: ['数据性质', 'data_nature']
};

/** Known only as written here: Street Name, without the underscore, is where a person lives. */
export const writtenExactly = ['STREET_NAME'];

/**
 * Parts of headers that name a person, a way to reach one, a place where one lives, or what was said. A header
 * with such a part is read only where it is itself a synonym, never because it ends with one.
 */
export const personalParts = [
	...['姓名', '电话', '手机', '号码', '身份证', '证件', '性别', '年龄', '邮箱', '地址', '经纬度', '坐标', '门牌'],
	...['内容', '描述', '标题', '主题', '意见', '原因', '备注', '说明', '工号', '坐席', '人员', '录音', '附件']
];
