import { dayNumber } from '#lib/domain/working-days.ts';
import { readMoment } from '#seeds/orders/clock.ts';
import { columnNames, knownAt, type Column, type Row } from '#seeds/orders/known.ts';
import { ordersOfDay, type Order } from '#seeds/orders/order.ts';
import { ordersPerDay } from '#seeds/orders/rhythm.ts';

/** Draws a few orders of the make-believe city and gives them as an export made at `cut` would hold them. */
export function drawRows(
	{ seed, orders, from, to, cut }: { seed: number; orders: number; from: string; to: string; cut: string },
	keep: (order: Order) => boolean = () => true
): Row[] {
	const first = dayNumber(from);
	return ordersPerDay(orders, first, dayNumber(to)).flatMap((count, place) =>
		ordersOfDay(seed, first + place, count, new Set())
			.filter(keep)
			.map((order) => knownAt(order, readMoment(cut)))
	);
}

export const placeOf = (column: Column) => columnNames.indexOf(column);

/** The first row from `start` on of which `test` holds; a sample without its awkward case is a defect. */
export function findRow(
	rows: readonly Row[],
	start: number,
	test: (value: (column: Column) => Row[number]) => boolean
): number {
	const found = rows.findIndex((row, place) => place >= start && test((column) => row[placeOf(column)]!));
	if (found < 0) throw new Error(`no row after ${start} fits the awkward case`);
	return found;
}
