import { assessed, both, notDesk } from '../where/conditions.ts';
import { isRepeat } from '../where/repeat.ts';
import { happened, says } from '../where/said.ts';
import type { Condition } from '../where/tables.ts';
import type { RateMeasure } from './definition.ts';
import { notSaid } from './words.ts';

const known = both(assessed, says('caller_key'), says('category_1'), says('unit'));
const repeatLeftOut = {
	'zh-CN':
		'直接办结的、批准剔除的工单，没有来电号码（或号码打码）、类别、单位的工单不计入。号码只以加密编号比较。上一件在期外的也算。',
	en: "Desk answers, excluded orders and orders without a caller's number (or with a masked one), a category or a unit are left out. Numbers are compared as keys only. The order before may lie outside the period."
};
const assessedSaid = {
	'zh-CN': '直接办结的、批准剔除的、导出文件没有说明的工单不计入。',
	en: 'Desk answers, excluded orders and orders of which the export does not say are left out.'
};
const assessedName = { 'zh-CN': '纳入考核', en: 'assessed' };
const redone: Condition = (eb) =>
	eb.or([eb('is_closed', '=', true), eb('replied_at', 'is not', null), happened('rework_count')(eb)]);

/** Work that had to be done again, and demands that came again. */
export const qualityMeasures = {
	rework: {
		type: 'rate',
		id: 'Q1',
		name: { 'zh-CN': '重办率', en: 'Re-done' },
		formula: {
			'zh-CN': '答复后至少被退回重办一次的工单 ÷ 已答复的工单',
			en: 'Orders sent back at least once after the reply ÷ orders that were replied to'
		},
		leftOut: {
			'zh-CN': `${notSaid['zh-CN']}已答复指已办结、有答复时间或重办过；重办中的也在内。`,
			en: `${notSaid.en} Replied to means closed, with a time of reply, or re-done; those being re-done are in it.`
		},
		basis: 'received_at',
		source: 'measures Q1; rework_num / through_dispose_num',
		needs: ['rework_count'],
		numerator: happened('rework_count'),
		denominator: both(notDesk, says('rework_count'), redone),
		numeratorName: { 'zh-CN': '重办', en: 're-done' },
		denominatorName: { 'zh-CN': '已答复', en: 'replied to' },
		direction: 'lower is better'
	},
	repeat: {
		type: 'rate',
		id: 'Q2',
		name: { 'zh-CN': '重复诉求率', en: 'Repeat demands' },
		formula: {
			'zh-CN': '同一来电人三十天内就同类事项再次反映到同一单位的工单 ÷ 纳入考核的工单',
			en: 'Orders whose caller came with the same category to the same unit within thirty days before ÷ orders assessed'
		},
		leftOut: repeatLeftOut,
		basis: 'received_at',
		source: 'measures Q2; 30 days',
		needs: ['caller_key'],
		numerator: isRepeat,
		denominator: known,
		numeratorName: { 'zh-CN': '重复', en: 'repeats' },
		denominatorName: assessedName,
		direction: 'lower is better'
	},
	reopened: {
		type: 'rate',
		id: 'Q2r',
		name: { 'zh-CN': '办结后再诉率', en: 'Came again after closing' },
		formula: {
			'zh-CN': '三十天内再次反映、且上一件已经办结的工单 ÷ 纳入考核的工单',
			en: 'Repeats within thirty days whose order before was already closed ÷ orders assessed'
		},
		leftOut: repeatLeftOut,
		basis: 'received_at',
		source: 'measures Q2, reopen',
		needs: ['caller_key'],
		numerator: both(isRepeat, (eb) => eb('previous_closed_at', '<=', eb.ref('received_at'))),
		denominator: known,
		numeratorName: { 'zh-CN': '办结后再诉', en: 'came again after closing' },
		denominatorName: assessedName,
		direction: 'lower is better'
	},
	urged: {
		type: 'rate',
		id: 'Q3',
		name: { 'zh-CN': '催办率', en: 'Urged' },
		formula: { 'zh-CN': '至少催办一次的工单 ÷ 纳入考核的工单', en: 'Orders urged at least once ÷ orders assessed' },
		leftOut: assessedSaid,
		basis: 'received_at',
		source: 'measures Q3',
		needs: ['urge_count'],
		numerator: happened('urge_count'),
		denominator: both(assessed, says('urge_count')),
		numeratorName: { 'zh-CN': '催办', en: 'urged' },
		denominatorName: assessedName,
		direction: 'lower is better'
	},
	supervised: {
		type: 'rate',
		id: 'Q4',
		name: { 'zh-CN': '督办率', en: 'Supervised share' },
		formula: { 'zh-CN': '督办的工单 ÷ 纳入考核的工单', en: 'Orders under supervision ÷ orders assessed' },
		leftOut: assessedSaid,
		basis: 'received_at',
		source: 'measures Q4',
		needs: ['is_supervised'],
		numerator: (eb) => eb('is_supervised', '=', true),
		denominator: both(assessed, says('is_supervised')),
		numeratorName: { 'zh-CN': '督办', en: 'supervised' },
		denominatorName: assessedName,
		direction: 'neither'
	},
	'supervision-closed': {
		type: 'rate',
		id: 'Q4c',
		name: { 'zh-CN': '督办办结率', en: 'Supervision closed' },
		formula: {
			'zh-CN': '督办已办结的工单 ÷ 督办的工单',
			en: 'Orders whose supervision is closed ÷ orders under supervision'
		},
		leftOut: assessedSaid,
		basis: 'received_at',
		source: 'measures Q4',
		needs: ['is_supervised', 'is_supervision_closed'],
		numerator: (eb) => eb('is_supervision_closed', '=', true),
		denominator: both(assessed, (eb) => eb('is_supervised', '=', true), says('is_supervision_closed')),
		numeratorName: { 'zh-CN': '督办办结', en: 'supervision closed' },
		denominatorName: { 'zh-CN': '督办', en: 'supervised' },
		direction: 'higher is better'
	},
	'exclusion-requested': {
		type: 'rate',
		id: 'Q5',
		name: { 'zh-CN': '剔除申请率', en: 'Exclusion asked for' },
		formula: {
			'zh-CN': '申请不纳入考核的工单 ÷ 转部门的工单',
			en: 'Orders that a unit asked not to have assessed ÷ orders sent to units'
		},
		leftOut: notSaid,
		basis: 'received_at',
		source: 'measures Q5',
		needs: ['exclusion_state'],
		numerator: (eb) => eb('exclusion_state', 'in', ['pending', 'approved', 'rejected']),
		denominator: both(notDesk, says('exclusion_state')),
		numeratorName: { 'zh-CN': '申请剔除', en: 'exclusion asked for' },
		denominatorName: { 'zh-CN': '转部门办理', en: 'sent to units' },
		direction: 'neither'
	},
	'exclusion-approved': {
		type: 'rate',
		id: 'Q5a',
		name: { 'zh-CN': '剔除批准率', en: 'Exclusion granted' },
		formula: {
			'zh-CN': '批准剔除的工单 ÷ 申请剔除的工单',
			en: 'Orders whose exclusion was granted ÷ orders whose exclusion was asked for'
		},
		leftOut: {
			'zh-CN': `${notSaid['zh-CN']}审批中的留在分母中。`,
			en: `${notSaid.en} Those still being decided stay in the denominator.`
		},
		basis: 'received_at',
		source: 'measures Q5',
		needs: ['exclusion_state'],
		numerator: (eb) => eb('exclusion_state', '=', 'approved'),
		denominator: both(notDesk, (eb) => eb('exclusion_state', 'in', ['pending', 'approved', 'rejected'])),
		numeratorName: { 'zh-CN': '批准剔除', en: 'granted' },
		denominatorName: { 'zh-CN': '申请剔除', en: 'asked for' },
		direction: 'neither'
	}
} as const satisfies Record<string, RateMeasure>;
