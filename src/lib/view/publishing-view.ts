import { formatDateTime } from '#lib/domain/format.ts';
import { isIncomplete, monthsFromTo, namedPeriod } from '#lib/domain/periods.ts';
import type { FigureTable, TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { namedPeriodName } from './period-names.ts';
import { revisionHref } from './release-names.ts';
import { filesBeside } from './table-files.ts';

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

type Given = { months: string[]; dataCut: string; version: string; released: StandingRevision[] };
type Standing = { period: string; state: PeriodState; revisions: StandingRevision[] };
export type PublishingGroup = { id: 'months' | 'quarters'; rows: Standing[] };

const headings: Record<string, () => string> = {
	period: m.publishing_period,
	state: m.publishing_state,
	revision: m.release_column_revision,
	frozenBy: m.lists_released_by,
	frozenAt: m.lists_released_at,
	dataCut: m.ui_foot_cut,
	ready: m.publishing_state_ready,
	not_over: m.publishing_state_not_over,
	current: m.publishing_state_current,
	stale: m.publishing_state_stale
};

/** Headings and states, on the page and in the file. */
export const publishingHeading = (key: string): string | undefined => headings[key]?.();

/** Every month and quarter there are orders for, newest first: what can be released and what was. */
export function publishingGroups(given: Given): PublishingGroup[] {
	const [first, last] = [given.months[0], given.months.at(-1)];
	const months = first && last ? monthsFromTo(first, last).toReversed() : [];
	const quarters = [
		...new Set(months.map((month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`))
	];
	const row = (period: string) => standing(period, given);
	return [
		{ id: 'months', rows: months.map(row) },
		{ id: 'quarters', rows: quarters.map(row) }
	];
}

function standing(period: string, { dataCut, version, released }: Given): Standing {
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
	return { period, state, revisions: own };
}

/** A line a revision; a period that was never released has one too. */
export function publishingList({ id, rows }: PublishingGroup): FigureTable {
	return {
		...{ id: `publishing-${id}`, by: null, total: null },
		columns: [
			{ key: 'period', kind: 'text' },
			{ key: 'state', kind: 'code' },
			{ key: 'revision', kind: 'count' },
			{ key: 'frozenBy', kind: 'text' },
			{ key: 'frozenAt', kind: 'time' },
			{ key: 'dataCut', kind: 'time' }
		],
		rows: rows.flatMap(({ period, state, revisions }): TableRow[] =>
			revisions.length === 0
				? [{ period, state }]
				: revisions.map(({ revision, frozenBy, frozenAt, dataCut }) => ({
						...{ period, state, revision, frozenBy: actorName(frozenBy), frozenAt, dataCut }
					}))
		)
	};
}

/** The same as the page sets it: a line a period, what was released as sentences, and what can be done. */
export function publishingView(group: PublishingGroup) {
	const csvHref = `/publishing/${group.id}.csv`;
	return {
		title: group.id === 'months' ? m.publishing_months() : m.publishing_quarters(),
		rows: group.rows.map(({ period, state, revisions }) => ({
			period,
			name: namedPeriodName(period),
			state: publishingHeading(state)!,
			action: state === 'ready' ? m.publishing_release() : state === 'stale' ? m.publishing_release_again() : null,
			revisions: revisions.map((one) => ({
				href: revisionHref(one),
				text: m.publishing_revision({
					revision: one.revision,
					by: actorName(one.frozenBy),
					at: formatDateTime(one.frozenAt, getLocale()),
					cut: formatDateTime(one.dataCut, getLocale())
				})
			}))
		})),
		...{ csvHref, otherFiles: filesBeside(csvHref), fileRows: publishingList(group).rows.length }
	};
}

const actorName = (actor: string | null) =>
	actor === null ? m.publishing_not_entered() : actor === 'command line' ? m.publishing_command_line() : actor;
