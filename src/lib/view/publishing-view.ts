import { formatDateTime } from '#lib/domain/format.ts';
import { isIncomplete, monthsFromTo, namedPeriod } from '#lib/domain/periods.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { namedPeriodName } from './period-names.ts';
import { revisionHref } from './release-names.ts';

/** A revision on the shelf; who froze it is in the ledger, null where it was not entered. */
export type StandingRevision = {
	period: string;
	revision: number;
	/** On the city's clocks. */
	frozenAt: string;
	frozenBy: string | null;
	dataCut: string;
	warehouseVersion: string;
};

type PeriodState = 'ready' | 'not_over' | 'current' | 'stale';

/** Every month and quarter there are orders for, newest first: what can be released and what was. */
export function publishingView(given: {
	months: string[];
	dataCut: string;
	version: string;
	released: StandingRevision[];
}) {
	const [first, last] = [given.months[0], given.months.at(-1)];
	const months = first && last ? monthsFromTo(first, last).toReversed() : [];
	const quarters = [
		...new Set(months.map((month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`))
	];
	const row = (period: string) => periodRow(period, given);
	return [
		{ title: m.publishing_months(), rows: months.map(row) },
		{ title: m.publishing_quarters(), rows: quarters.map(row) }
	];
}

function periodRow(
	period: string,
	{ dataCut, version, released }: { dataCut: string; version: string; released: StandingRevision[] }
) {
	const own = released.filter((one) => one.period === period).sort((a, b) => b.revision - a.revision);
	const [latest] = own;
	const isOver = !isIncomplete(namedPeriod(period)!, dataCut);
	const state: PeriodState = !isOver
		? 'not_over'
		: latest === undefined
			? 'ready'
			: latest.warehouseVersion === version
				? 'current'
				: 'stale';
	return {
		period,
		name: namedPeriodName(period),
		state: stateWords[state](),
		action: state === 'ready' ? m.publishing_release() : state === 'stale' ? m.publishing_release_again() : null,
		revisions: own.map((one) => ({
			href: revisionHref(one),
			text: m.publishing_revision({
				revision: one.revision,
				by: actorName(one.frozenBy),
				at: formatDateTime(one.frozenAt, getLocale()),
				cut: formatDateTime(one.dataCut, getLocale())
			})
		}))
	};
}

const stateWords: Record<PeriodState, () => string> = {
	ready: m.publishing_state_ready,
	not_over: m.publishing_state_not_over,
	current: m.publishing_state_current,
	stale: m.publishing_state_stale
};

const actorName = (actor: string | null) =>
	actor === null ? m.publishing_not_entered() : actor === 'command line' ? m.publishing_command_line() : actor;
