import { sql } from 'kysely';

/** Whose waiting is measured: the citizen's from the receipt, the unit's from the dispatch or the signing. */
export const clocks = ['citizen', 'unit'] as const;
export type Clock = (typeof clocks)[number];

/** In which days: of the clock, seconds / 86,400, or worked ones, whole. */
export const dayKinds = ['clock', 'working'] as const;
export type DayKind = (typeof dayKinds)[number];

const columns = {
	citizen: {
		seconds: 'handling_seconds',
		days: 'handling_days',
		workingDays: 'handling_working_days',
		openSeconds: 'open_seconds',
		openWorkingDays: 'open_working_days'
	},
	unit: {
		seconds: 'unit_seconds',
		days: 'unit_days',
		workingDays: 'unit_working_days',
		openSeconds: 'unit_open_seconds',
		openWorkingDays: 'unit_open_working_days'
	}
} as const satisfies Record<Clock, Record<string, string>>;

/**
 * What one clock says of an order. `elapsed` is the time to closing, `watched` how long an order that is not closed
 * was seen open; of the two at most one is there. A closing without a time of day counts in whole days.
 */
export function timesOf(clock: Clock, days: DayKind) {
	const column = columns[clock];
	const [seconds, wholeDays, openSeconds] = [column.seconds, column.days, column.openSeconds].map((name) =>
		sql.ref<number | null>(name)
	);
	const closedDays = sql<number | null>`coalesce(${seconds} / 86400.0, ${wholeDays})`;
	const openDays = sql<number | null>`${openSeconds} / 86400.0`;
	return {
		elapsed: days === 'clock' ? closedDays : sql.ref<number | null>(column.workingDays),
		watched: days === 'clock' ? openDays : sql.ref<number | null>(column.openWorkingDays),
		/** By the clock, whatever days are counted: an order closed earlier on its day was not closed in 0 days. */
		sign: sql<number | null>`coalesce(${closedDays}, ${openDays})`
	};
}

/** True for an order that has a time on this clock, closed or open, and none that runs backwards. */
export function isTimed(clock: Clock, days: DayKind) {
	const { elapsed, watched, sign } = timesOf(clock, days);
	return sql<boolean>`(${sign} >= 0 and coalesce(${elapsed}, ${watched}) is not null)`;
}
