import { both, closedAssessed, valid } from '../where/conditions.ts';
import { says } from '../where/said.ts';
import type { Condition } from '../where/tables.ts';
import type { GapMeasure, RateMeasure } from './definition.ts';
import { returnVisitMeasures } from './return-visits.ts';
import { closedOrders, unknownSurvey, validVisits } from './words.ts';

/** The last survey: the final one where there is one, else the first. */
const lastSatisfied: Condition = (eb) =>
	eb.or([
		eb('satisfaction_final', 'in', ['very_satisfied', 'satisfied']),
		eb.and([eb('satisfaction_final', 'is', null), eb('satisfaction', 'in', ['very_satisfied', 'satisfied'])])
	]);
const resolved: Condition = (eb) => eb('visit_resolved', '=', 'yes');
const unitSays = both(closedAssessed, says('unit_resolved'));
const unitResolved: Condition = (eb) => eb('unit_resolved', '=', 'yes');

const round = (
	id: string,
	zh: string,
	en: string,
	condition: Condition
): Omit<RateMeasure, 'type' | 'direction'> & { type: 'rate'; direction: RateMeasure['direction'] } => ({
	type: 'rate',
	id,
	name: { 'zh-CN': `${zh}解决率`, en: `Resolved after the ${en} round` },
	formula: {
		'zh-CN': `有效回访中答“已解决”、办理${zh}的 ÷ 有效回访`,
		en: `Valid visits whose citizen says resolved, of orders handled in the ${en} round ÷ valid visits`
	},
	leftOut: {
		'zh-CN': `${unknownSurvey['zh-CN']}导出文件没有说明重办次数的不计入。轮次为重办次数加一。`,
		en: `${unknownSurvey.en} Orders whose export does not say how often they were re-done are left out. The round is one more than that.`
	},
	basis: 'visit_basis_at',
	source: 'measures S8',
	needs: ['visit_resolved', 'visit_valid', 'rework_count'],
	numerator: both(resolved, condition),
	denominator: both(valid, says('rework_count')),
	numeratorName: { 'zh-CN': `${zh}办理后解决`, en: `resolved after the ${en} round` },
	denominatorName: validVisits,
	direction: 'higher is better'
});

/** What the unit says of its work against what the citizen says, and what a second round changed. */
export const outcomeMeasures = {
	'unit-resolved': {
		type: 'rate',
		id: 'S6u',
		name: { 'zh-CN': '解决率（部门认定）', en: 'Resolved, the unit says' },
		formula: {
			'zh-CN': '部门认定已解决 ÷ 期内办结',
			en: 'Orders the unit calls resolved ÷ orders closed in the period'
		},
		leftOut: {
			'zh-CN': '直接办结的、批准剔除的、部门没有说明的工单不计入。部分解决不算解决。',
			en: 'Desk answers, excluded orders and orders of which the unit does not say are left out. Partly resolved does not count as resolved.'
		},
		basis: 'visit_basis_at',
		source: 'measures S6',
		needs: ['unit_resolved'],
		numerator: unitResolved,
		denominator: unitSays,
		numeratorName: { 'zh-CN': '部门认定已解决', en: 'resolved, the unit says' },
		denominatorName: closedOrders,
		direction: 'neither'
	},
	'resolution-gap': {
		type: 'gap',
		id: 'S6',
		name: { 'zh-CN': '部门认定与市民认定的解决率之差', en: 'Resolved: the unit says, minus the citizen says' },
		formula: {
			'zh-CN': '部门认定解决率（÷ 期内办结）− 市民认定解决率（÷ 有效回访）',
			en: "The unit's share of orders closed − the citizens' share of valid visits"
		},
		leftOut: {
			'zh-CN': '两者问的不是一件事，分母各自列出，从不平均。直接办结的和批准剔除的工单不计入。',
			en: 'The two ask different things; each keeps its denominator, and they are never averaged. Desk answers and excluded orders are left out.'
		},
		basis: 'visit_basis_at',
		source: 'measures S6',
		needs: ['unit_resolved', 'visit_resolved', 'visit_valid'],
		statistic: 'share',
		one: { name: { 'zh-CN': '部门认定', en: 'the unit says' }, counted: unitSays, numerator: unitResolved },
		other: {
			name: { 'zh-CN': '市民认定', en: 'the citizen says' },
			counted: returnVisitMeasures.resolved.denominator,
			numerator: resolved
		},
		fewest: 1,
		withinKinds: false
	},
	'satisfied-final': {
		type: 'rate',
		id: 'S7',
		name: { 'zh-CN': '满意率（最终回访）', en: 'Satisfied, last survey' },
		formula: {
			'zh-CN': '有效回访中最终非常满意和满意 ÷ 有效回访',
			en: 'Valid visits very satisfied or satisfied in the last survey ÷ valid visits'
		},
		leftOut: {
			'zh-CN': `${unknownSurvey['zh-CN']}没有第二次回访的以首次为准。首次满意率在旁对照：重办会抬高最终满意率。`,
			en: `${unknownSurvey.en} Where there was no second survey the first stands. The first survey's rate stands beside it: re-doing raises the last.`
		},
		basis: 'visit_basis_at',
		source: 'measures S7, w = 0',
		needs: ['satisfaction_final', 'visit_valid'],
		numerator: lastSatisfied,
		denominator: valid,
		numeratorName: { 'zh-CN': '最终满意', en: 'satisfied in the end' },
		denominatorName: validVisits,
		direction: 'higher is better'
	},
	'resolved-first-round': round('S8-1', '一次', 'first', (eb) => eb('rework_count', '=', 0)),
	'resolved-second-round': round('S8-2', '二次', 'second', (eb) => eb('rework_count', '=', 1)),
	'resolved-third-round': round('S8-3', '三次及以上', 'third or a later', (eb) => eb('rework_count', '>', 1))
} as const satisfies Record<string, RateMeasure | GapMeasure>;
