import { attempted, both, closedAssessed, valid } from '../where/conditions.ts';
import type { RateMeasure } from './definition.ts';
import { assessedLeftOut, unknownSurvey, validVisits } from './words.ts';

const ratedSatisfied = both(closedAssessed, (eb) => eb('satisfaction', 'in', ['very_satisfied', 'satisfied']));

/** What citizens said when they were called back. */
export const returnVisitMeasures = {
	'visit-coverage': {
		type: 'rate',
		id: 'S0',
		name: { 'zh-CN': '回访率', en: 'Return-visit coverage' },
		formula: { 'zh-CN': '已回访 ÷ 期内办结', en: 'Return visits attempted ÷ orders closed in the period' },
		leftOut: assessedLeftOut,
		basis: 'visit_basis_at',
		source: 'measures S0',
		needs: ['visit_attempted'],
		numerator: attempted,
		denominator: closedAssessed,
		numeratorName: { 'zh-CN': '已回访', en: 'attempted' },
		denominatorName: { 'zh-CN': '期内办结', en: 'closed in the period' },
		direction: 'neither'
	},
	'visit-reached': {
		type: 'rate',
		id: 'S1r',
		name: { 'zh-CN': '接通率（回访）', en: 'Reached' },
		formula: { 'zh-CN': '接通 ÷ 已回访', en: 'Citizens reached ÷ visits attempted' },
		leftOut: assessedLeftOut,
		basis: 'visit_basis_at',
		source: 'measures section 3.3, dispositions',
		needs: ['visit_attempted', 'visit_reached'],
		numerator: both(attempted, (eb) => eb('visit_reached', '=', true)),
		denominator: attempted,
		numeratorName: { 'zh-CN': '接通', en: 'reached' },
		denominatorName: { 'zh-CN': '已回访', en: 'attempted' },
		direction: 'neither'
	},
	'visit-response': {
		type: 'rate',
		id: 'S1',
		name: { 'zh-CN': '有效回访率', en: 'Response rate' },
		formula: { 'zh-CN': '有效回访 ÷ 已回访', en: 'Valid return visits ÷ visits attempted' },
		leftOut: assessedLeftOut,
		basis: 'visit_basis_at',
		source: 'measures S1',
		needs: ['visit_attempted', 'visit_valid'],
		numerator: valid,
		denominator: attempted,
		numeratorName: validVisits,
		denominatorName: { 'zh-CN': '已回访', en: 'attempted' },
		direction: 'neither'
	},
	contacted: {
		type: 'rate',
		id: 'S2',
		name: { 'zh-CN': '响应率（市民说联系过）', en: 'Contacted, the citizen says' },
		formula: {
			'zh-CN': '有效回访中答“联系过” ÷ 有效回访',
			en: 'Valid visits whose citizen was contacted ÷ valid visits'
		},
		leftOut: unknownSurvey,
		basis: 'visit_basis_at',
		source: 'measures S2',
		needs: ['visit_contacted', 'visit_valid'],
		numerator: both(valid, (eb) => eb('visit_contacted', '=', true)),
		denominator: valid,
		numeratorName: { 'zh-CN': '联系过', en: 'contacted' },
		denominatorName: validVisits,
		direction: 'higher is better'
	},
	resolved: {
		type: 'rate',
		id: 'S3',
		name: { 'zh-CN': '解决率（市民认定）', en: 'Resolved, the citizen says' },
		formula: {
			'zh-CN': '有效回访中答“已解决” ÷ 有效回访',
			en: 'Valid visits whose citizen says resolved ÷ valid visits'
		},
		leftOut: {
			'zh-CN': `${unknownSurvey['zh-CN']}部分解决不算解决。`,
			en: `${unknownSurvey.en} Partly resolved does not count as resolved.`
		},
		basis: 'visit_basis_at',
		source: 'measures S3',
		needs: ['visit_resolved', 'visit_valid'],
		numerator: both(valid, (eb) => eb('visit_resolved', '=', 'yes')),
		denominator: valid,
		numeratorName: { 'zh-CN': '已解决', en: 'resolved' },
		denominatorName: validVisits,
		direction: 'higher is better'
	},
	satisfied: {
		type: 'rate',
		id: 'S4',
		name: { 'zh-CN': '满意率（首次回访）', en: 'Satisfied, first survey' },
		formula: {
			'zh-CN': '有效回访中非常满意和满意 ÷ 有效回访',
			en: 'Valid visits answering very satisfied or satisfied ÷ valid visits'
		},
		leftOut: {
			'zh-CN': `${unknownSurvey['zh-CN']}基本满意单列，不算满意。`,
			en: `${unknownSurvey.en} Basically satisfied is shown apart and does not count as satisfied.`
		},
		basis: 'visit_basis_at',
		source: 'measures S4, w = 0',
		needs: ['satisfaction', 'visit_valid'],
		numerator: both(valid, (eb) => eb('satisfaction', 'in', ['very_satisfied', 'satisfied'])),
		denominator: valid,
		numeratorName: { 'zh-CN': '满意', en: 'satisfied' },
		denominatorName: validVisits,
		direction: 'higher is better'
	},
	'basically-satisfied': {
		type: 'rate',
		id: 'S4b',
		name: { 'zh-CN': '基本满意占比', en: 'Basically satisfied' },
		formula: {
			'zh-CN': '有效回访中基本满意 ÷ 有效回访',
			en: 'Valid visits answering basically satisfied ÷ valid visits'
		},
		leftOut: unknownSurvey,
		basis: 'visit_basis_at',
		source: 'measures S4',
		needs: ['satisfaction', 'visit_valid'],
		numerator: both(valid, (eb) => eb('satisfaction', '=', 'basically_satisfied')),
		denominator: valid,
		numeratorName: { 'zh-CN': '基本满意', en: 'basically satisfied' },
		denominatorName: validVisits,
		direction: 'neither'
	},
	dissatisfied: {
		type: 'rate',
		id: 'S5',
		name: { 'zh-CN': '不满意率', en: 'Dissatisfied' },
		formula: {
			'zh-CN': '有效回访中不满意和非常不满意 ÷ 有效回访',
			en: 'Valid visits answering dissatisfied or very dissatisfied ÷ valid visits'
		},
		leftOut: unknownSurvey,
		basis: 'visit_basis_at',
		source: 'measures S5',
		needs: ['satisfaction', 'visit_valid'],
		numerator: both(valid, (eb) => eb('satisfaction', 'in', ['dissatisfied', 'very_dissatisfied'])),
		denominator: valid,
		numeratorName: { 'zh-CN': '不满意', en: 'dissatisfied' },
		denominatorName: validVisits,
		direction: 'lower is better'
	},
	'false-closure': {
		type: 'rate',
		id: 'S3f',
		name: { 'zh-CN': '虚假办结占比（市民说没办）', en: 'False closure: closed, the citizen says not' },
		formula: {
			'zh-CN': '有效回访中答“没联系过”或“未解决” ÷ 有效回访中答了其中一问的',
			en: 'Valid visits saying not contacted or not resolved ÷ valid visits that answered either question'
		},
		leftOut: {
			'zh-CN': '直接办结的和批准剔除的工单不计入；两问都未答的有效回访不计入，不算作已办。部分解决不算未解决。',
			en: 'Desk answers and excluded orders are left out, and valid visits that answered neither question: silence is no proof of work done. Partly resolved does not count as not resolved.'
		},
		basis: 'visit_basis_at',
		source: 'measures Q7, from S2 and S3; peers section 4 item 5',
		needs: ['visit_resolved', 'visit_valid'],
		numerator: both(valid, (eb) => eb.or([eb('visit_contacted', '=', false), eb('visit_resolved', '=', 'no')])),
		denominator: both(valid, (eb) =>
			eb.or([eb('visit_contacted', 'is not', null), eb('visit_resolved', 'is not', null)])
		),
		numeratorName: { 'zh-CN': '市民说没联系过或未解决', en: 'not contacted or not resolved, the citizen says' },
		denominatorName: { 'zh-CN': '答了其中一问的有效回访', en: 'valid return visits that answered either question' },
		direction: 'lower is better'
	},
	'default-satisfied': {
		type: 'rate',
		id: 'S4d',
		name: { 'zh-CN': '无应答记为满意占比', en: 'No answer counted as satisfied' },
		formula: {
			'zh-CN': '记为满意、但未接通或回访无效的 ÷ 记为非常满意或满意的',
			en: 'Recorded as satisfied though not reached or without a valid answer ÷ recorded as very satisfied or satisfied'
		},
		leftOut: {
			'zh-CN':
				'直接办结的和批准剔除的工单不计入。导出若不写是否接通、是否有效，则看不出来，不算作发现。“默认好评”读作未评价，本来就不算满意。',
			en: 'Desk answers and excluded orders are left out. Where an export says neither who was reached nor which visit was valid, nothing can be detected. “Satisfied by default” (默认好评) is read as unrated and never counts as satisfied.'
		},
		basis: 'visit_basis_at',
		source: 'measures S4, satisfied by default; peers section 4 item 5',
		needs: ['satisfaction', 'visit_valid'],
		numerator: both(ratedSatisfied, (eb) => eb.or([eb('visit_valid', '=', false), eb('visit_reached', '=', false)])),
		denominator: ratedSatisfied,
		numeratorName: { 'zh-CN': '其中未接通或回访无效', en: 'of them not reached or not valid' },
		denominatorName: { 'zh-CN': '记为满意', en: 'recorded as satisfied' },
		direction: 'lower is better'
	}
} as const satisfies Record<string, RateMeasure>;
