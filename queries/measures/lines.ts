import { both, closedAssessed, valid } from '../where/conditions.ts';
import { says } from '../where/said.ts';
import type { Condition } from '../where/tables.ts';
import type { CountMeasure, QuotaMeasure, RateMeasure } from './definition.ts';
import { returnVisitMeasures } from './return-visits.ts';
import { unknownSurvey, validVisits } from './words.ts';

const isLegalAid: Condition = (eb) => eb('line', 'like', '%12348%');
const legalAidOnly = { 'zh-CN': '只计 12348 热线的工单。', en: 'Orders of the 12348 line only.' };
const { satisfied, dissatisfied } = returnVisitMeasures;
const handled = both(closedAssessed, says('handler'));

/** What lines that were merged into the hotline are asked for. Their telephone side is in calls.ts. */
export const lineMeasures = {
	'legal-aid-satisfied': {
		type: 'rate',
		id: '12348-S4',
		name: { 'zh-CN': '12348 满意率', en: '12348 legal aid: satisfied' },
		formula: {
			'zh-CN': '12348 有效回访中非常满意和满意 ÷ 12348 有效回访',
			en: 'Valid visits of 12348 answering very satisfied or satisfied ÷ valid visits of 12348'
		},
		leftOut: {
			'zh-CN': `${legalAidOnly['zh-CN']}${unknownSurvey['zh-CN']}目标 90%（安徽 2018）。`,
			en: `${legalAidOnly.en} ${unknownSurvey.en} Target 90 % (Anhui 2018).`
		},
		basis: 'visit_basis_at',
		source: 'measures section 3.6, 12348; S4 with w = 0',
		needs: ['line', 'satisfaction', 'visit_valid'],
		numerator: satisfied.numerator,
		denominator: both(valid, isLegalAid),
		numeratorName: satisfied.numeratorName,
		denominatorName: validVisits,
		direction: 'higher is better',
		target: 0.9
	},
	'legal-aid-called-back': {
		type: 'rate',
		id: '12348-cb',
		name: { 'zh-CN': '12348 不满意工单回访率', en: '12348 legal aid: the dissatisfied called back' },
		formula: {
			'zh-CN': '12348 评为不满意且已回访的工单 ÷ 12348 评为不满意的工单',
			en: 'Orders of 12348 rated dissatisfied and called back ÷ orders of 12348 rated dissatisfied'
		},
		leftOut: {
			'zh-CN': `${legalAidOnly['zh-CN']}直接办结的和批准剔除的工单不计入。目标 100%（安徽 2018）。`,
			en: `${legalAidOnly.en} Desk answers and excluded orders are left out. Target 100 % (Anhui 2018).`
		},
		basis: 'visit_basis_at',
		source: 'measures section 3.6, 12348',
		needs: ['line', 'satisfaction', 'visit_attempted'],
		numerator: (eb) => eb('visit_attempted', '=', true),
		denominator: both(closedAssessed, isLegalAid, (eb) =>
			eb('satisfaction', 'in', ['dissatisfied', 'very_dissatisfied'])
		),
		numeratorName: { 'zh-CN': '已回访', en: 'called back' },
		denominatorName: dissatisfied.numeratorName,
		direction: 'higher is better',
		target: 1
	},
	'notary-visits': {
		type: 'quota',
		id: 'N-quota',
		name: { 'zh-CN': '公证回访达标（每人每年 10 件）', en: 'Notary follow-up: ten visits a year each' },
		formula: {
			'zh-CN': '截至期末的十二个月内有效回访不少于 10 件的承办人 ÷ 这十二个月内有办结工单的承办人',
			en: 'Handlers with ten or more valid visits in the twelve months to the end of the period ÷ handlers with an order closed in them'
		},
		leftOut: {
			'zh-CN':
				'直接办结的、批准剔除的、没有承办人编号的工单不计入。只说每人是否达标，不排名：10 件都满意，真实比率仍可能只有 72%。',
			en: "Desk answers, excluded orders and orders without a handler's number are left out. Says of each whether the quota is met, and ranks nobody: ten of ten satisfied still means anything from 72 % up."
		},
		basis: 'visit_basis_at',
		source: 'measures section 3.6, notary follow-up',
		needs: ['handler', 'visit_valid'],
		asked: handled,
		counted: both(handled, valid),
		fewest: 10,
		numeratorName: { 'zh-CN': '达标承办人', en: 'handlers who meet it' },
		denominatorName: { 'zh-CN': '承办人', en: 'handlers' }
	},
	minors: {
		type: 'count',
		id: 'M-n',
		name: { 'zh-CN': '未成年人工单量', en: 'Orders of minors' },
		formula: {
			'zh-CN': '期内受理、来电人为未成年人或来自未成年人热线的工单数',
			en: "Orders received in the period from minors or on the minors' line"
		},
		leftOut: {
			'zh-CN': '只有全市数：不按单位、类别、区县等拆分，不列出工单。',
			en: "The city's number only: never by unit, category, district or the like, and never a list of orders."
		},
		basis: 'received_at',
		source: 'measures section 3.6 and 8, minors',
		needs: ['special_group'],
		counted: (eb) => eb.or([eb('special_group', 'like', '%未成年%'), eb('line', 'like', '%未成年%')]),
		cityLevelOnly: true
	}
} as const satisfies Record<string, RateMeasure | CountMeasure | QuotaMeasure>;
