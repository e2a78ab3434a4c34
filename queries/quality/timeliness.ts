import type { Both } from '#lib/domain/languages.ts';
import { dataCut } from '../where/clock.ts';
import { both, notDesk } from '../where/conditions.ts';
import type { Condition } from '../where/tables.ts';
import { open } from './bases.ts';
import type { QualityCheck } from './check.ts';
import { byClosing, byDue, closedStates, openStates, survivals } from './families.ts';
import { among } from './words.ts';

const isOpen: Condition = (eb) => eb('is_closed', '=', false);
const notSeen: Condition = (eb) => eb('seen_at', '<', dataCut(eb));
const stays: Both = {
	'zh-CN': '照计为在办，可能已经办结',
	en: 'stay in as open, though they may have been closed since'
};

/** What is shown is older than T. */
export const timelinessChecks = {
	'open-not-seen': {
		id: 'D41',
		kind: 'timeliness',
		name: { 'zh-CN': '在办工单未见于最新导出', en: 'Open, last seen before the data cut' },
		finds: {
			'zh-CN': '截止时在办、但最新一次导出里没有的工单',
			en: 'Open orders that the newest data cut does not show: they may have been closed since'
		},
		among: { 'zh-CN': '截止时在办的工单', en: 'orders open at the data cut' },
		needs: [],
		of: open,
		affected: notSeen,
		touches: [{ measures: openStates, how: stays }]
	},
	'state-not-seen': {
		id: 'D42',
		kind: 'timeliness',
		name: { 'zh-CN': '办理状态可能过时', en: 'State may be out of date' },
		finds: {
			'zh-CN': '截止时在办、但最新一次导出里没有的工单，占转部门办理的全部工单',
			en: 'The same open orders that the newest data cut does not show, of all that were sent to units'
		},
		among: among.toUnits,
		needs: [],
		of: notDesk,
		affected: both(isOpen, notSeen),
		touches: [
			{ measures: [...byDue, 'overdue', 'closure', ...survivals], how: stays },
			{
				measures: [...byClosing, ...closedStates],
				how: {
					'zh-CN': '不在其中，但可能已经办结',
					en: 'are not in it, though they may have been closed since'
				}
			}
		]
	}
} as const satisfies Record<string, QualityCheck>;
