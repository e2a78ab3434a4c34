import { both, everyOrder, inState, notDesk, closed, valid } from '../where/conditions.ts';
import type { QualityCheck } from './check.ts';
import {
	citizensRated,
	citizensResolved,
	closedTimes,
	judgedByDeadline,
	ranked,
	repeats,
	survivals
} from './families.ts';
import { among, leftOut, neitherOnTimeNorLate } from './words.ts';

/** Something that a measure is made of is not there. */
export const completenessChecks = {
	'no-unit': {
		id: 'D1',
		kind: 'completeness',
		name: { 'zh-CN': '没有承办单位', en: 'No unit' },
		finds: { 'zh-CN': '转部门办理、没有写承办单位的工单', en: 'Orders sent to units that name none' },
		among: among.toUnits,
		needs: ['unit'],
		of: notDesk,
		affected: (eb) => eb('unit', 'is', null),
		touches: [
			{
				measures: ranked,
				how: {
					'zh-CN': '计入全市，不计入任何单位和排名',
					en: "count for the whole city, in no unit's figure and in no ranking"
				}
			},
			{ measures: repeats, how: leftOut }
		]
	},
	'no-category': {
		id: 'D2',
		kind: 'completeness',
		name: { 'zh-CN': '没有一级分类', en: 'No category' },
		finds: { 'zh-CN': '没有写一级分类的工单', en: 'Orders without a first category' },
		among: among.received,
		needs: ['category_1'],
		of: everyOrder,
		affected: (eb) => eb('category_1', 'is', null),
		touches: [{ measures: repeats, how: leftOut }]
	},
	'no-caller': {
		id: 'D3',
		kind: 'completeness',
		name: { 'zh-CN': '没有来电号码', en: "No caller's number" },
		finds: { 'zh-CN': '没有来电号码或号码打码的工单', en: "Orders without a caller's number, or with a masked one" },
		among: among.toUnits,
		needs: ['caller_key'],
		of: notDesk,
		affected: (eb) => eb('caller_key', 'is', null),
		touches: [{ measures: repeats, how: leftOut }]
	},
	'no-deadline': {
		id: 'D4',
		kind: 'completeness',
		name: { 'zh-CN': '没有期限', en: 'No deadline' },
		finds: {
			'zh-CN': '没有办理期限、也没有按时标记的工单',
			en: 'Orders with neither a deadline nor a flag that says whether they were in time'
		},
		among: among.toUnits,
		needs: ['due_basis_at'],
		of: notDesk,
		affected: both(inState('unknown'), (eb) => eb('due_at', 'is', null)),
		touches: [{ measures: [...judgedByDeadline, 'extension', 'overtime-multiple'], how: leftOut }]
	},
	'closed-without-time': {
		id: 'D5',
		kind: 'completeness',
		name: { 'zh-CN': '已办结而无办结时间', en: 'Closed without a time' },
		finds: {
			'zh-CN': '状态为已办结、没有办结时间的工单',
			en: 'Orders whose status says closed and whose closing time is missing'
		},
		among: among.closed,
		needs: ['closed_at'],
		of: closed,
		affected: (eb) => eb('is_closed_without_time', '=', true),
		touches: [
			{ measures: [...closedTimes, ...survivals, 'handling-working-days', 'closed-orders'], how: leftOut },
			...neitherOnTimeNorLate
		]
	},
	'no-dispatch': {
		id: 'D6',
		kind: 'completeness',
		name: { 'zh-CN': '没有派单时间', en: 'No dispatch time' },
		finds: { 'zh-CN': '转部门办理、没有派单时间的工单', en: 'Orders sent to units without a time of dispatch' },
		among: among.toUnits,
		needs: ['dispatched_at'],
		of: notDesk,
		affected: (eb) => eb('dispatched_at', 'is', null),
		touches: [
			{
				measures: [
					...(['dispatch-time', 'sign-time', 'first-contact-time', 'dispatch-working-days'] as const),
					...(['sign-working-days', 'first-contact-working-days', 'overtime-multiple'] as const),
					...(['signed-on-time', 'contacted-on-time', 'no-contact-recorded'] as const)
				],
				how: leftOut
			},
			{
				measures: ['unit-survival', 'unit-survival-working'],
				how: {
					'zh-CN': '有签收时间的从签收算起，都没有的不计入',
					en: 'run from the signing where there is one, else are left out'
				}
			}
		]
	},
	'visit-unrated': {
		id: 'D7',
		kind: 'completeness',
		name: { 'zh-CN': '有效回访未评满意度', en: 'Satisfaction unrated' },
		finds: { 'zh-CN': '有效回访、没有满意度评价的工单', en: 'Valid return visits without a rating of satisfaction' },
		among: among.valid,
		needs: ['satisfaction', 'visit_valid'],
		of: valid,
		affected: (eb) => eb.or([eb('satisfaction', 'is', null), eb('satisfaction', '=', 'unrated')]),
		touches: [
			{
				measures: citizensRated,
				how: {
					'zh-CN': '留在分母，既不算满意也不算不满意',
					en: 'stay in the denominator, as neither satisfied nor dissatisfied'
				}
			}
		]
	},
	'visit-unresolved-unsaid': {
		id: 'D8',
		kind: 'completeness',
		name: { 'zh-CN': '有效回访未答是否解决', en: 'Not said whether resolved' },
		finds: {
			'zh-CN': '有效回访、没有说是否解决的工单',
			en: 'Valid return visits that do not say whether it was resolved'
		},
		among: among.valid,
		needs: ['visit_resolved', 'visit_valid'],
		of: valid,
		affected: (eb) => eb('visit_resolved', 'is', null),
		touches: [
			{
				measures: citizensResolved,
				how: { 'zh-CN': '既不算已解决也不算未解决', en: 'count neither as resolved nor as not resolved' }
			}
		]
	}
} as const satisfies Record<string, QualityCheck>;
