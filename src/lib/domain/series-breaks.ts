import { addMonths, monthsFromTo } from './periods.ts';
import { wilson } from './statistics.ts';

/** How many orders of one name (a line, a unit, a filled column) a month holds; months without any have no row. */
export type NameMonth = { month: string; name: string; kind?: string | null; orders: number };
/** All orders of a month. */
export type MonthOrders = { month: string; orders: number };

/** A name's first month after others, or its last before others: `month` is the first that is different. */
export type Break = {
	month: string;
	what: 'begins' | 'ends';
	name: string;
	kind: string | null;
	/** Orders a month on its own side of the break. */
	perMonth: number;
};

/** How unlikely it must be that a name had no order in all the months before (or after) by luck. */
const byLuck = 0.001;

/**
 * Where names begin or end within a series of months ('YYYY-MM', in order). A name with few orders has months without
 * any by luck: a break is told only where (1 − share)^orders, the chance that none of the orders on the empty side
 * were of that name, lies below 1 in 1,000 for the least share that its own months leave likely. A name that only pauses has no break.
 */
export function breaksOf(series: MonthOrders[], names: NameMonth[]): Break[] {
	const byName = Map.groupBy(
		names.filter(({ orders }) => orders > 0),
		({ name }) => name
	);
	const ordersIn = (from: string, to: string) =>
		series.filter(({ month }) => month >= from && month <= to).reduce((sum, { orders }) => sum + orders, 0);
	const [start, end] = [series[0]?.month, series.at(-1)?.month];
	if (start === undefined || end === undefined) return [];
	return [...byName].flatMap(([name, months]): Break[] => {
		const own = months.map(({ month }) => month).sort();
		const [first, last] = [own[0]!, own.at(-1)!];
		const count = months.reduce((sum, { orders }) => sum + orders, 0);
		// The least share that its own months leave likely: what is seldom seen is not held to be often there.
		const share = wilson(Math.min(count, ordersIn(first, last)), ordersIn(first, last)).low;
		const isBreak = (orders: number) => orders > 0 && (1 - share) ** orders < byLuck;
		const about = { name, kind: months[0]!.kind ?? null, perMonth: count / monthsFromTo(first, last).length };
		const [before, after] = [addMonths(`${first}-01`, -1).slice(0, 7), addMonths(`${last}-01`, 1).slice(0, 7)];
		return [
			...(isBreak(ordersIn(start, before)) ? [{ ...about, month: first, what: 'begins' as const }] : []),
			...(isBreak(ordersIn(after, end)) ? [{ ...about, month: after, what: 'ends' as const }] : [])
		];
	});
}

/** One name that ends where another begins: it may be the same under a new name, and it may not. */
export type Rename = { month: string; from: string; to: string };

/**
 * Ends and beginnings that may be renamings: within a month of each other, of one kind, and of like size (neither more
 * than twice the other's orders a month). Each name stands in at most one, the most alike in size first. Nothing is
 * ever merged on the strength of it.
 */
export function renamesAmong(breaks: Break[]): Rename[] {
	const near = (a: string, b: string) => Math.abs(monthsFromTo(...([a, b].sort() as [string, string])).length - 1) <= 1;
	const pairs = breaks
		.filter(({ what }) => what === 'ends')
		.flatMap((gone) =>
			breaks
				.filter(({ what, month, kind }) => what === 'begins' && kind === gone.kind && near(month, gone.month))
				.filter(({ name }) => name !== gone.name)
				.map((come) => ({ gone, come, unlike: Math.abs(Math.log(come.perMonth / gone.perMonth)) }))
		)
		.filter(({ unlike }) => unlike <= Math.log(2))
		.sort((a, b) => a.unlike - b.unlike || (a.gone.name < b.gone.name ? -1 : 1));
	const taken = new Set<string>();
	return pairs.flatMap(({ gone, come }) => {
		if (taken.has(gone.name) || taken.has(come.name)) return [];
		taken.add(gone.name).add(come.name);
		return { month: come.month, from: gone.name, to: come.name };
	});
}
