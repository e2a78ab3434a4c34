import { both, closed } from '../where/conditions.ts';
import type { Condition } from '../where/tables.ts';
import type { Both } from '#lib/domain/languages.ts';
import type { GapMeasure } from './definition.ts';
import { returnVisitMeasures } from './return-visits.ts';
import { timelinessMeasures } from './timeliness.ts';

const isFlagged: Condition = (eb) => eb('is_special_group', '=', true);
const isOther: Condition = (eb) => eb('is_special_group', '=', false);

const flagged: Both = { 'zh-CN': '特殊群体', en: 'special groups' };
const others: Both = { 'zh-CN': '其他人', en: 'others' };

const leftOut = (base: Both): Both => ({
	'zh-CN': `${base['zh-CN']}任一方不足 30 件不比较。没有特殊群体一列的导出文件不计入。标准化：在各诉求类型之内比较，按特殊群体的件数加权。仅供内部查看。`,
	en: `${base.en} Not compared where either side has fewer than 30. Exports without a column for special groups are left out. Standardised: compared within each kind of request, weighted by the special groups' orders. For internal use.`
});

const common = {
	type: 'gap',
	fewest: 30,
	withinKinds: true
} as const;
const onTime = timelinessMeasures['on-time-due'];
const { resolved } = returnVisitMeasures;
const timed = both(closed, (eb) => eb('handling_seconds', '>=', 0));

/** Whether those who need more care get as much. */
export const groupMeasures = {
	'group-on-time': {
		...common,
		id: 'Q11-T9',
		name: { 'zh-CN': '特殊群体差距：按期办结率', en: 'Special-group gap: on time' },
		formula: { 'zh-CN': '特殊群体的按期办结率 − 其他人的', en: 'The on-time rate of special groups − that of others' },
		leftOut: leftOut(onTime.leftOut),
		basis: 'due_basis_at',
		source: 'measures Q11, T9',
		needs: ['special_group', 'due_basis_at'],
		statistic: 'share',
		one: { name: flagged, counted: both(onTime.denominator, isFlagged), numerator: onTime.numerator },
		other: { name: others, counted: both(onTime.denominator, isOther), numerator: onTime.numerator }
	},
	'group-resolved': {
		...common,
		id: 'Q11-S3',
		name: { 'zh-CN': '特殊群体差距：解决率', en: 'Special-group gap: resolved' },
		formula: { 'zh-CN': '特殊群体的解决率 − 其他人的', en: 'The resolved rate of special groups − that of others' },
		leftOut: leftOut(resolved.leftOut),
		basis: 'visit_basis_at',
		source: 'measures Q11, S3',
		needs: ['special_group', 'visit_resolved', 'visit_valid'],
		statistic: 'share',
		one: { name: flagged, counted: both(resolved.denominator, isFlagged), numerator: resolved.numerator },
		other: { name: others, counted: both(resolved.denominator, isOther), numerator: resolved.numerator }
	},
	'group-handling': {
		...common,
		id: 'Q11-T13',
		name: { 'zh-CN': '特殊群体差距：办理时长', en: 'Special-group gap: handling time' },
		formula: {
			'zh-CN': '特殊群体的办理时长中位数 − 其他人的（仅已办结）',
			en: 'The median handling time of special groups − that of others (closed orders only)'
		},
		leftOut: leftOut({
			'zh-CN': '直接办结的、未办结的、没有时分或时间颠倒的工单不计入。',
			en: 'Desk answers, open orders and orders without times of day, or with times in the wrong order, are left out.'
		}),
		basis: 'closed_basis_at',
		source: 'measures Q11, T13',
		needs: ['special_group', 'closed_at'],
		statistic: 'median',
		one: { name: flagged, counted: both(timed, isFlagged) },
		other: { name: others, counted: both(timed, isOther) }
	}
} as const satisfies Record<string, GapMeasure>;
