import type { Life, Oracle, Side } from './measures.ts';
import { secondsFrom, type Order } from './orders.ts';

/** Statistics worked out the long way. */

/** The value below which a share lies, halfway between neighbours where it falls between them. */
export function quantile(values: number[], share: number): number | null {
	if (values.length === 0) return null;
	const sorted = values.toSorted((a, b) => a - b);
	const place = share * (sorted.length - 1);
	const below = Math.floor(place);
	const next = sorted[below + 1] ?? sorted[below]!;
	return sorted[below]! + (next - sorted[below]!) * (place - below);
}

/** Kaplan and Meier 1958, time by time: the first time by which half were done, and the share done by a day. */
export function kaplanMeier(lives: Life[]) {
	const times = [...new Set(lives.map(({ days }) => days))].sort((a, b) => a - b);
	let open = 1;
	const curve = times.map((time) => {
		const watched = lives.filter(({ days }) => days >= time).length;
		const ended = lives.filter(({ days, ended }) => ended && days === time).length;
		open *= 1 - ended / watched;
		return { time, open };
	});
	const first = (share: number) => curve.find((at) => at.open <= share + 1e-9)?.time ?? null;
	const last = times.at(-1) ?? -1;
	const done = (day: number) => {
		if (last < day && !curve.some((at) => at.open < 1e-12)) return null;
		return 1 - (curve.findLast(({ time }) => time <= day)?.open ?? 1);
	};
	return {
		...{ n: lives.length, closed: lives.filter(({ ended }) => ended).length },
		...{ medianDays: first(0.5), p75Days: first(0.25), p90Days: first(0.1) },
		...{ doneIn1: done(1), doneIn5: done(5), doneIn10: done(10), doneIn15: done(15) }
	};
}

/** Two sides held against each other, as a whole and within each kind of request. */
export function gapOf(oracle: Extract<Oracle, { type: 'gap' }>, group: Order[], cut: string) {
	const side = ({ among, of }: Side, orders: Order[]) => {
		const counted = orders.filter((order) => among(order, cut));
		const hits = of ? counted.filter((order) => of(order, cut)).length : null;
		const times = counted.map((order) => (of ? 0 : secondsFrom(order.received_at, order.closed!)));
		const value = counted.length === 0 ? null : hits === null ? quantile(times, 0.5) : hits / counted.length;
		return { n: counted.length, hits, value };
	};
	const [one, other] = [side(oracle.one, group), side(oracle.other, group)];
	const kinds = [...Map.groupBy(group, ({ kind }) => kind).values()]
		.map((orders) => ({ one: side(oracle.one, orders), other: side(oracle.other, orders) }))
		.filter((kind) => kind.one.n > 0 && kind.other.n > 0);
	const comparable = kinds.reduce((sum, kind) => sum + kind.one.n, 0);
	const within = kinds.reduce((sum, kind) => sum + kind.one.n * (kind.one.value! - kind.other.value!), 0) / comparable;
	const isEnough = one.n >= oracle.fewest && other.n >= oracle.fewest;
	return {
		...{ oneDenominator: one.n, oneNumerator: one.hits, oneValue: one.value },
		...{ otherDenominator: other.n, otherNumerator: other.hits, otherValue: other.value },
		gap: isEnough ? one.value! - other.value! : null,
		standardisedGap: isEnough && oracle.withinKinds && comparable > 0 ? within : null
	};
}
