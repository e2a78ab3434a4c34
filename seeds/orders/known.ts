import type { Order } from './order.ts';
import type { Visit } from './visit.ts';

/** The columns of exports, in order, of which an older system has the first ones only; `time` and `count` columns hold numbers, all others words. */
export const columns = {
	number: 'word',
	line: 'word',
	channel: 'word',
	kind: 'word',
	category1: 'word',
	category2: 'word',
	category3: 'word',
	district: 'word',
	street: 'word',
	unit: 'word',
	unitKind: 'word',
	handling: 'word',
	status: 'word',
	urgency: 'word',
	group: 'word',
	receivedAt: 'time',
	dispatchedAt: 'time',
	signedAt: 'time',
	contactedAt: 'time',
	closedAt: 'time',
	dueAt: 'time',
	extendedDueAt: 'time',
	returns: 'count',
	extensions: 'count',
	urges: 'count',
	reworks: 'count',
	supervised: 'word',
	visited: 'word',
	visitedAt: 'time',
	reached: 'word',
	answered: 'word',
	contacted: 'word',
	resolved: 'word',
	satisfaction: 'word',
	repliedAt: 'time',
	returnsGranted: 'count',
	redispatches: 'count',
	suspendedDays: 'count',
	supervisionType: 'word',
	supervisionClosed: 'word',
	exclusion: 'word',
	exclusionReason: 'word',
	unitResolved: 'word',
	finalSatisfaction: 'word',
	handler: 'word',
	caller: 'word'
} as const;

export type Column = keyof typeof columns;
export const columnNames = Object.keys(columns) as Column[];

/** One row of an export: a value for each column, times in wall-clock seconds. */
export type Row = (string | number | null)[];

const yes = (is: boolean) => (is ? '是' : '否');

/** What an export made at `cut` says of an order: what happened later is not in it. */
export function knownAt(order: Order, cut: number): Row {
	const { life, conduct } = order;
	const by = (at: number | null | undefined) => (at != null && at <= cut ? at : null);
	const countBy = (moments: number[] | undefined) => moments?.filter((at) => at <= cut).length ?? 0;
	const extension = life?.extension && life.extension.grantedAt <= cut ? life.extension : null;
	const visit = order.visit && order.visit.at <= cut ? order.visit : null;
	const exclusion = conduct?.exclusion && conduct.exclusion.askedAt <= cut ? conduct.exclusion : null;
	const isSupervised = by(life?.supervisedAt) !== null;
	const values: Record<Column, string | number | null> = {
		number: order.number,
		line: order.line,
		channel: order.channel,
		kind: order.kind,
		category1: order.category[0],
		category2: order.category[1],
		category3: order.category[2],
		district: order.district,
		street: order.street,
		unit: order.unitName,
		unitKind: order.unit?.kind ?? null,
		handling: life ? '转办' : '直接办结',
		status: status(order, cut),
		urgency: order.urgency,
		group: order.group,
		receivedAt: order.receivedAt,
		dispatchedAt: by(life?.dispatchedAt),
		signedAt: by(life?.signedAt),
		contactedAt: by(life?.contactedAt),
		closedAt: by(order.closedAt),
		dueAt: life?.dueAt ?? null,
		extendedDueAt: extension?.dueAt ?? null,
		returns: countBy(life?.returnedAt),
		extensions: extension ? 1 : 0,
		urges: countBy(life?.urgedAt),
		reworks: countBy(conduct?.rejectedAt) + (by(visit?.reworkedAt) === null ? 0 : 1),
		supervised: yes(by(life?.supervisedAt) !== null),
		visited: yes(visit !== null),
		visitedAt: visit?.at ?? null,
		reached: visit && yes(visit.outcome !== 'unreached'),
		answered: visit && yes(visit.outcome === 'answered'),
		contacted: visit?.contacted ?? null,
		resolved: visit?.resolved ?? null,
		satisfaction: visit && told(visit),
		repliedAt: by(conduct?.repliedAt),
		returnsGranted: conduct && countBy(conduct.grantedAt),
		redispatches: conduct && countBy(conduct.redispatchedAt),
		suspendedDays: conduct && (by(conduct.suspension?.at) === null ? 0 : conduct.suspension!.days),
		supervisionType: isSupervised && conduct ? conduct.supervision!.type : null,
		supervisionClosed: isSupervised && conduct ? yes(by(conduct.supervision!.closedAt) !== null) : null,
		exclusion: conduct && (exclusion === null ? '未申请' : exclusion.decidedAt <= cut ? exclusion.outcome : '申请中'),
		exclusionReason: exclusion?.reason ?? null,
		unitResolved: by(conduct?.repliedAt) === null ? null : conduct!.unitResolved,
		finalSatisfaction:
			visit && (by(conduct?.secondSurvey?.at) === null ? told(visit) : conduct!.secondSurvey!.satisfaction),
		handler: conduct?.handler ?? null,
		caller: conduct?.caller ?? null
	};
	return columnNames.map((column) => values[column]);
}

/** The survey's answer as the system writes it; silence has words of its own, unless somebody wrote others. */
function told({ outcome, satisfaction }: Visit): string | null {
	return satisfaction ?? { answered: null, unreached: '无法联系', refused: '拒访' }[outcome];
}

function status({ isVoid, closedAt, life }: Order, cut: number): string {
	if (isVoid) return '作废';
	if (!life) return '已归档';
	if (closedAt !== null && closedAt <= cut) return '已办结';
	return life.signedAt <= cut ? '办理中' : '待签收';
}
