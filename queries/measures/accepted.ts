import { both, desk } from '../where/conditions.ts';
import { says } from '../where/said.ts';
import type { Condition } from '../where/tables.ts';
import type { RateMeasure } from './definition.ts';

/** A demand: registered, and not a harassing, mistaken or silent call. */
const isDemand: Condition = (eb) => eb.or([eb('kind_code', 'is', null), eb('kind_code', '<>', 'invalid')]);
const acceptedName = { 'zh-CN': '受理', en: 'accepted' };

/** Shares of everything that came in, desk answers with it; never a unit's. */
export const acceptedMeasures = {
	'on-the-spot': {
		type: 'rate',
		id: 'C8',
		name: { 'zh-CN': '直接办结率', en: 'Answered on the spot' },
		formula: {
			'zh-CN': '期内受理、前台直接办结的工单 ÷ 期内受理的工单',
			en: 'Orders received in the period and answered at the desk ÷ orders received in the period'
		},
		leftOut: {
			'zh-CN': '无效来电、导出文件没有区分直接办结与转办的工单不计入。不等于一次解决率。',
			en: 'Invalid calls are left out, and orders whose export does not tell desk answers from dispatched ones. Not the same as solved at the first contact.'
		},
		basis: 'received_at',
		source: 'measures C8',
		needs: ['handling_mode'],
		numerator: desk,
		denominator: both(isDemand, says('handling_mode')),
		numeratorName: { 'zh-CN': '直接办结', en: 'answered at the desk' },
		denominatorName: acceptedName,
		direction: 'neither'
	},
	praise: {
		type: 'rate',
		id: 'Q9',
		name: { 'zh-CN': '表扬率', en: 'Praise' },
		formula: { 'zh-CN': '期内表扬的工单 ÷ 期内受理的工单', en: 'Orders that praise ÷ orders received in the period' },
		leftOut: {
			'zh-CN': '无效来电和诉求类型不明的工单不计入。表扬从不计入满意。',
			en: 'Invalid calls are left out, and orders of no known kind. Praise never counts as satisfied.'
		},
		basis: 'received_at',
		source: 'measures Q9',
		needs: ['kind_code'],
		numerator: (eb) => eb('kind_code', '=', 'praise'),
		denominator: both(isDemand, says('kind_code')),
		numeratorName: { 'zh-CN': '表扬', en: 'praise' },
		denominatorName: acceptedName,
		direction: 'neither'
	}
} as const satisfies Record<string, RateMeasure>;
