import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { stagedRows } from '#lib/domain/staged-columns.ts';
import { isWorkingDay, YearNotLoaded } from '#lib/domain/working-days.ts';
import { rowsIn } from '../../support/warehouse.ts';

/**
 * Orders worked out a second time, row by row in JavaScript from the staged files alone: no query, no measure and no
 * table of the warehouse has a part in it. Written from measures.md, not from the SQL.
 */

export type Staged = Record<string, unknown> & { order_number: string; received_at: string };

export type Order = Staged & {
	closed: string | null;
	isClosed: boolean;
	state: State;
	originalState: State;
	isDesk: boolean;
	isExcluded: boolean;
	isAssessed: boolean;
	/** The order before it of the same caller, category and unit. */
	previous: Order | null;
};
export type State = 'closed_on_time' | 'closed_late' | 'open_within' | 'open_overdue' | 'unknown';

/** Every order once, in the form of the export with the latest cut. */
export async function ordersOf(
	folder: DataFolder,
	cuts: { sha256: string; dataCut: string }[]
): Promise<{ orders: Order[]; cut: string }> {
	const cut = cuts
		.map(({ dataCut }) => dataCut)
		.sort()
		.at(-1)!;
	const newest = new Map<string, { row: Staged; rank: string }>();
	for (const name of readdirSync(folder.staged).filter((file) => /^[0-9a-f]{64}\.parquet$/.test(file))) {
		const sha256 = name.slice(0, 64);
		const { dataCut } = cuts.find((one) => one.sha256 === sha256)!;
		const path = join(folder.staged, name).replaceAll("'", "''");
		for (const row of (await rowsIn(
			':memory:',
			`select * exclude (content_hash) from ${stagedRows(`read_parquet('${path}')`)}`
		)) as Staged[]) {
			const rank = `${dataCut}${sha256}${String(row.row_number).padStart(9, '0')}`;
			const known = newest.get(row.order_number);
			if (!known || known.rank < rank) newest.set(row.order_number, { row, rank });
		}
	}
	const orders = [...newest.values()].map(({ row }) => judged(row, cut));
	nameThePrevious(orders);
	return { orders, cut };
}

function nameThePrevious(orders: Order[]): void {
	const last = new Map<string, Order>();
	const place = (order: Order) => `${order.received_at} ${order.order_number}`;
	for (const order of orders.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))) {
		const matter = [order.caller_key, order.category_1, order.unit];
		if (order.isDesk || matter.includes(null)) continue;
		order.previous = last.get(JSON.stringify(matter)) ?? null;
		last.set(JSON.stringify(matter), order);
	}
}

function judged(row: Staged, cut: string): Order {
	const closingTime = row.closed_at as string | null;
	const closed = closingTime !== null && closingTime <= cut ? closingTime : null;
	const isLater = closingTime !== null && closingTime > cut;
	const saysClosed = ['closed', 'cancelled'].includes(String(row.status_state)) && !isLater;
	const flagged =
		row.has_closed_column === false && (row.flag_closed_on_time === true || row.flag_closed_late === true);
	const isClosed = closed !== null || saysClosed || flagged;
	const isDesk = row.handling_mode === 'desk';
	const isExcluded = row.exclusion_state === 'approved' || row.is_assessed === false;
	const due = row.due_at as string | null;
	const original = (row.original_due_at as string | null) ?? due;
	const originalIsDay = row.original_due_at
		? String(row.original_due_at).endsWith('23:59:59')
		: row.due_is_date === true;
	return {
		...row,
		...{ closed, isClosed, isDesk, isExcluded, isAssessed: !isDesk && !isExcluded, previous: null },
		state: stateBy(due, row.due_is_date === true),
		originalState: stateBy(original, originalIsDay)
	};

	function stateBy(deadline: string | null, isDay: boolean): State {
		if (deadline === null) return row.has_due_column === true ? 'unknown' : byFlags();
		if (closed === null) return isClosed ? 'unknown' : cut <= deadline ? 'open_within' : 'open_overdue';
		if (row.closed_is_date !== true) return closed <= deadline ? 'closed_on_time' : 'closed_late';
		const [on, by] = [closed.slice(0, 10), deadline.slice(0, 10)];
		if (on !== by) return on < by ? 'closed_on_time' : 'closed_late';
		return isDay ? 'closed_on_time' : 'unknown';
	}

	function byFlags(): State {
		if (row.has_closed_column === true && closed === null && saysClosed) return 'unknown';
		const [onTime, late] = [row.flag_closed_on_time === true, row.flag_closed_late === true];
		if (onTime !== late) return onTime ? 'closed_on_time' : 'closed_late';
		if (row.flag_open_within === true && !isClosed) return 'open_within';
		if (typeof row.flag_exceeded !== 'boolean') return 'unknown';
		if (isClosed) return row.flag_exceeded ? 'closed_late' : 'closed_on_time';
		return row.flag_exceeded ? 'open_overdue' : 'open_within';
	}
}

const millis = (at: string) => Date.parse(`${at.replace(' ', 'T')}Z`);
/** The made-up city keeps one clock all year, so that its wall clock is a clock. */
export const secondsFrom = (from: string, to: string) => Math.trunc((millis(to) - millis(from)) / 1000);
export const daysFrom = (from: string, to: string) =>
	Math.round((millis(`${to.slice(0, 10)} 00:00:00`) - millis(`${from.slice(0, 10)} 00:00:00`)) / 86_400_000);

/** Days worked after the one up to and with the other, counted one by one; null where a year is not loaded. */
export function workedFrom(from: string, to: string): number | null {
	let count = 0;
	try {
		isWorkingDay(from.slice(0, 10));
		for (let place = 1; place <= daysFrom(from, to); place++) {
			const day = new Date(millis(`${from.slice(0, 10)} 00:00:00`) + place * 86_400_000).toISOString().slice(0, 10);
			if (isWorkingDay(day)) count++;
		}
		return count;
	} catch (error) {
		if (error instanceof YearNotLoaded) return null;
		throw error;
	}
}
