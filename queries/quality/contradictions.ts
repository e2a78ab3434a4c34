import { sql } from 'kysely';
import { both, notDesk, valid } from '../where/conditions.ts';
import { says } from '../where/said.ts';
import type { Condition } from '../where/tables.ts';
import { closedTimed, closedToTheMinute } from './bases.ts';
import type { QualityCheck } from './check.ts';
import { closedTimes, judgedByDeadline, survivals, visitAnswers, visits } from './families.ts';
import { among, leftOut, staysIn } from './words.ts';

/** A closing within so many seconds of the receipt or the dispatch was hardly worked on. */
const instantSeconds = 60;
/** So many closings of one unit in one minute were entered in one go. */
const batchClosings = 10;

const visitedAndClosed = both(notDesk, says('visited_at'), says('closed_at'));
const backwards =
	(column: 'dispatch_seconds' | 'sign_seconds' | 'first_contact_seconds'): Condition =>
	(eb) =>
		eb(column, '<', 0);
const atOnce = (column: 'handling_seconds' | 'unit_seconds'): Condition =>
	both(
		(eb) => eb(column, '>=', 0),
		(eb) => eb(column, '<=', instantSeconds)
	);

/** A day alone is held against days, as at import. */
const visitedFirst = sql<boolean>`case
	when closed_is_date or cast(visited_at as time) = time '00:00:00' then cast(visited_at as date) < cast(closed_at as date)
	else visited_at < closed_at end`;

/** Things that can hardly be true together. */
export const contradictionChecks = {
	'closed-before-received': {
		id: 'D21',
		kind: 'contradictions',
		name: { 'zh-CN': '办结早于受理', en: 'Closed before received' },
		finds: { 'zh-CN': '办结时间早于受理时间的工单', en: 'Orders closed before they were received' },
		among: among.closedTimed,
		needs: ['closed_at'],
		of: closedTimed,
		affected: (eb) =>
			eb.or([
				eb('handling_seconds', '<', 0),
				eb.and([eb('handling_seconds', 'is', null), eb('handling_days', '<', 0)])
			]),
		touches: [
			{ measures: [...closedTimes, ...survivals, 'handling-working-days'], how: leftOut },
			{ measures: judgedByDeadline, how: { 'zh-CN': '照计，几乎都算按期', en: 'stay in, nearly always as on time' } }
		]
	},
	'dispatched-before-received': {
		id: 'D22',
		kind: 'contradictions',
		name: { 'zh-CN': '派单早于受理', en: 'Dispatched before received' },
		finds: { 'zh-CN': '派单时间早于受理时间的工单', en: 'Orders dispatched before they were received' },
		among: { 'zh-CN': '有派单时间的工单', en: 'orders with a time of dispatch' },
		needs: ['dispatched_at'],
		of: both(notDesk, says('dispatched_at')),
		affected: backwards('dispatch_seconds'),
		touches: [{ measures: ['dispatch-time', 'dispatch-working-days'], how: leftOut }]
	},
	'signed-before-dispatched': {
		id: 'D23',
		kind: 'contradictions',
		name: { 'zh-CN': '签收早于派单', en: 'Signed before dispatched' },
		finds: { 'zh-CN': '签收时间早于派单时间的工单', en: 'Orders signed before they were dispatched' },
		among: { 'zh-CN': '有派单和签收时间的工单', en: 'orders with times of dispatch and signing' },
		needs: ['dispatched_at', 'signed_at'],
		of: both(notDesk, says('dispatched_at'), says('signed_at')),
		affected: backwards('sign_seconds'),
		touches: [
			{ measures: ['sign-time', 'sign-working-days'], how: leftOut },
			{ measures: ['signed-on-time'], how: staysIn }
		]
	},
	'contacted-before-dispatched': {
		id: 'D24',
		kind: 'contradictions',
		name: { 'zh-CN': '首次联系早于派单', en: 'Contacted before dispatched' },
		finds: {
			'zh-CN': '首次联系群众早于派单时间的工单',
			en: 'Orders whose citizen was contacted before the order was dispatched'
		},
		among: { 'zh-CN': '有派单和首次联系时间的工单', en: 'orders with times of dispatch and first contact' },
		needs: ['dispatched_at', 'first_contact_at'],
		of: both(notDesk, says('dispatched_at'), says('first_contact_at')),
		affected: backwards('first_contact_seconds'),
		touches: [
			{ measures: ['first-contact-time', 'first-contact-working-days'], how: leftOut },
			{ measures: ['contacted-on-time'], how: staysIn }
		]
	},
	'due-before-received': {
		id: 'D25',
		kind: 'contradictions',
		name: { 'zh-CN': '期限早于受理', en: 'Due before received' },
		finds: { 'zh-CN': '办理期限早于受理时间的工单', en: 'Orders whose deadline lies before their receipt' },
		among: { 'zh-CN': '有办理期限的工单', en: 'orders with a deadline' },
		needs: ['due_at'],
		of: both(notDesk, says('due_at')),
		affected: (eb) => eb('due_at', '<', eb.ref('received_at')),
		touches: [
			{
				measures: judgedByDeadline,
				how: { 'zh-CN': '照计，几乎只能算超期', en: 'stay in, and can hardly be anything but late' }
			}
		]
	},
	'visited-before-closed': {
		id: 'D26',
		kind: 'contradictions',
		name: { 'zh-CN': '回访早于办结', en: 'Visited before closed' },
		finds: { 'zh-CN': '回访时间早于办结时间的工单', en: 'Orders whose return visit came before their closing' },
		among: { 'zh-CN': '有回访和办结时间的工单', en: 'orders with times of visit and closing' },
		needs: ['visited_at', 'closed_at'],
		of: visitedAndClosed,
		affected: () => visitedFirst,
		touches: [
			{
				measures: visitAnswers,
				how: {
					'zh-CN': '照计，但回答的可能不是办结后的情况',
					en: 'stay in, though the answer may not be about what was done'
				}
			}
		]
	},
	'visited-open': {
		id: 'D27',
		kind: 'contradictions',
		name: { 'zh-CN': '未办结已回访', en: 'Visited while open' },
		finds: { 'zh-CN': '已回访、截止时却未办结的工单', en: 'Orders with a return visit that are open at the data cut' },
		among: { 'zh-CN': '已回访的工单', en: 'orders with a return visit' },
		needs: ['visit_attempted'],
		of: both(notDesk, (eb) => eb('visit_attempted', '=', true)),
		affected: (eb) => eb('is_closed', '=', false),
		touches: [{ measures: visits, how: leftOut }]
	},
	'valid-not-reached': {
		id: 'D28',
		kind: 'contradictions',
		name: { 'zh-CN': '未接通却有效', en: 'Valid though not reached' },
		finds: { 'zh-CN': '记为有效回访、却未接通的工单', en: 'Valid return visits whose citizen was not reached' },
		among: among.valid,
		needs: ['visit_valid', 'visit_reached'],
		of: valid,
		affected: (eb) => eb('visit_reached', '=', false),
		touches: [{ measures: ['visit-response', ...visitAnswers], how: staysIn }]
	},
	'instant-closing': {
		id: 'D29',
		kind: 'contradictions',
		name: { 'zh-CN': '秒办结', en: 'Closed at once' },
		finds: {
			'zh-CN': '受理、派单（没有则签收）后 60 秒内办结的工单',
			en: 'Orders closed within 60 seconds of their receipt, or of their dispatch (signing where there is none)'
		},
		among: among.closedToTheMinute,
		needs: ['closed_at'],
		of: closedToTheMinute,
		affected: (eb) => eb.or([atOnce('handling_seconds')(eb), atOnce('unit_seconds')(eb)]),
		touches: [{ measures: [...closedTimes, ...survivals, ...judgedByDeadline], how: staysIn }]
	},
	'midnight-closing': {
		id: 'D30',
		kind: 'contradictions',
		name: { 'zh-CN': '零点整办结', en: 'Closed at midnight sharp' },
		finds: {
			'zh-CN': '办结时间恰为 00:00:00 的工单；每 86,400 件中约有 1 件是巧合',
			en: 'Orders closed at exactly 00:00:00; chance alone makes about one in 86,400'
		},
		among: among.closedToTheMinute,
		needs: ['closed_at'],
		of: closedToTheMinute,
		affected: () => sql<boolean>`cast(closed_at as time) = time '00:00:00'`,
		touches: [{ measures: [...closedTimes, ...survivals, ...judgedByDeadline], how: staysIn }]
	},
	'batch-closing': {
		id: 'D31',
		kind: 'contradictions',
		name: { 'zh-CN': '成批办结', en: 'Closed in a batch' },
		finds: {
			'zh-CN': '同一单位同一分钟内办结十件以上的工单，不论筛选',
			en: 'Orders closed in the same minute as nine or more others of the unit, whatever the page is kept to'
		},
		among: among.closedToTheMinute,
		needs: ['closed_at', 'unit'],
		of: both(closedToTheMinute, says('unit')),
		affected: (eb) => eb('closed_in_minute', '>=', batchClosings),
		touches: [{ measures: [...closedTimes, ...survivals, ...judgedByDeadline], how: staysIn }]
	}
} as const satisfies Record<string, QualityCheck>;
