import { both, closedAssessed, valid } from '../where/conditions.ts';
import type { Condition } from '../where/tables.ts';
import type { RateMeasure } from './definition.ts';
import { assessedLeftOut } from './words.ts';

/** One question answered twice: by the citizen before and after rework, and by the unit and the citizen. */

const good = ['very_satisfied', 'satisfied'] as const;
const rated = ['very_satisfied', 'satisfied', 'basically_satisfied', 'dissatisfied', 'very_dissatisfied'] as const;

const ratedTwice = both(
	valid,
	(eb) => eb('satisfaction', 'in', rated),
	(eb) => eb('satisfaction_final', 'in', rated)
);
const firstNotSatisfied: Condition = (eb) => eb('satisfaction', 'not in', good);
const lastSatisfied: Condition = (eb) => eb('satisfaction_final', 'in', good);
const unitSpoke = both(closedAssessed, (eb) => eb('unit_resolved', 'is not', null));
const unitSaysYes: Condition = (eb) => eb('unit_resolved', '=', 'yes');
const unitSaysNot: Condition = (eb) => eb('unit_resolved', '<>', 'yes');
const citizenSaysYes: Condition = (eb) => eb('visit_resolved', '=', 'yes');
const citizenSaysNot: Condition = (eb) => eb('visit_resolved', '<>', 'yes');
const bothSpoke = both(unitSpoke, valid, (eb) => eb('visit_resolved', 'is not', null));

const pairShared: Omit<RateMeasure, 'id' | 'name' | 'formula' | 'numerator' | 'numeratorName'> = {
	type: 'rate',
	basis: 'visit_basis_at',
	needs: ['unit_resolved', 'visit_resolved', 'visit_valid'],
	leftOut: {
		'zh-CN': `${assessedLeftOut['zh-CN']}只看两方都说了的工单；部分解决不算解决。`,
		en: `${assessedLeftOut.en} Only orders where both spoke; partly resolved does not count as resolved.`
	},
	source: 'measures S6; peers section 4 item 5',
	denominator: bothSpoke,
	denominatorName: { 'zh-CN': '单位和市民都说了的', en: 'orders where unit and citizen both spoke' },
	direction: 'neither'
};

export const visitPairMeasures = {
	'pair-turned-satisfied': {
		type: 'rate',
		id: 'S7t',
		name: { 'zh-CN': '不满意转为满意', en: 'Turned satisfied' },
		formula: {
			'zh-CN': '首次不是满意、最终满意的 ÷ 首次和最终都作了评价、首次不是满意的',
			en: 'Not satisfied at first and satisfied in the end ÷ rated both times and not satisfied at first'
		},
		leftOut: assessedLeftOut,
		basis: 'visit_basis_at',
		source: 'measures S7',
		needs: ['satisfaction', 'satisfaction_final', 'visit_valid'],
		numerator: both(ratedTwice, lastSatisfied),
		denominator: both(ratedTwice, firstNotSatisfied),
		numeratorName: { 'zh-CN': '最终满意', en: 'satisfied in the end' },
		denominatorName: { 'zh-CN': '首次不是满意', en: 'not satisfied at first' },
		direction: 'neither'
	},
	'pair-turned-after-rework': {
		type: 'rate',
		id: 'S7r',
		name: { 'zh-CN': '转为满意中经过重办的', en: 'Turned satisfied after rework' },
		formula: {
			'zh-CN': '转为满意且重办过的 ÷ 转为满意的',
			en: 'Turned satisfied and sent back for rework ÷ turned satisfied'
		},
		leftOut: {
			'zh-CN': `${assessedLeftOut['zh-CN']}没有重办却转为满意的，值得问一问。`,
			en: `${assessedLeftOut.en} Those who turned satisfied without any rework deserve a question.`
		},
		basis: 'visit_basis_at',
		source: 'measures S7, Q1',
		needs: ['satisfaction', 'satisfaction_final', 'rework_count', 'visit_valid'],
		numerator: (eb) => eb('rework_count', '>', 0),
		denominator: both(ratedTwice, firstNotSatisfied, lastSatisfied),
		numeratorName: { 'zh-CN': '重办过的', en: 'sent back for rework' },
		denominatorName: { 'zh-CN': '转为满意', en: 'turned satisfied' },
		direction: 'neither'
	},
	'pair-both-yes': {
		...pairShared,
		id: 'S6yy',
		name: { 'zh-CN': '两方都说已解决', en: 'Both say resolved' },
		formula: { 'zh-CN': '单位和市民都说已解决 ÷ 两方都说了的', en: 'Both say resolved ÷ orders where both spoke' },
		numerator: both(unitSaysYes, citizenSaysYes),
		numeratorName: { 'zh-CN': '两方都说已解决', en: 'both say resolved' }
	},
	'pair-unit-only': {
		...pairShared,
		id: 'S6yn',
		name: { 'zh-CN': '单位说已解决，市民说没有', en: 'The unit says resolved, the citizen does not' },
		formula: {
			'zh-CN': '单位说已解决、市民不说已解决 ÷ 两方都说了的',
			en: 'The unit says resolved and the citizen does not ÷ orders where both spoke'
		},
		numerator: both(unitSaysYes, citizenSaysNot),
		numeratorName: { 'zh-CN': '只有单位说已解决', en: 'only the unit says resolved' },
		direction: 'lower is better'
	},
	'pair-citizen-only': {
		...pairShared,
		id: 'S6ny',
		name: { 'zh-CN': '市民说已解决，单位没说', en: 'The citizen says resolved, the unit does not' },
		formula: {
			'zh-CN': '市民说已解决、单位不说已解决 ÷ 两方都说了的',
			en: 'The citizen says resolved and the unit does not ÷ orders where both spoke'
		},
		numerator: both(unitSaysNot, citizenSaysYes),
		numeratorName: { 'zh-CN': '只有市民说已解决', en: 'only the citizen says resolved' }
	},
	'pair-both-not': {
		...pairShared,
		id: 'S6nn',
		name: { 'zh-CN': '两方都不说已解决', en: 'Neither says resolved' },
		formula: {
			'zh-CN': '单位和市民都不说已解决 ÷ 两方都说了的',
			en: 'Neither says resolved ÷ orders where both spoke'
		},
		numerator: both(unitSaysNot, citizenSaysNot),
		numeratorName: { 'zh-CN': '两方都不说已解决', en: 'neither says resolved' }
	}
} as const satisfies Record<string, RateMeasure>;
