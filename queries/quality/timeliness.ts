import { dataCut } from '../where/clock.ts';
import { both, notDesk } from '../where/conditions.ts';
import type { QualityCheck } from './check.ts';
import { judgedByDeadline, openStates, survivals } from './families.ts';

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
		of: both(notDesk, (eb) => eb('is_closed', '=', false)),
		affected: (eb) => eb('seen_at', '<', dataCut(eb)),
		touches: [
			{
				measures: [...openStates, ...judgedByDeadline, 'closure', ...survivals],
				how: {
					'zh-CN': '照计为在办，可能已经办结',
					en: 'stay in as open, though they may have been closed since'
				}
			}
		]
	}
} as const satisfies Record<string, QualityCheck>;
