import type { ExportField } from '../export-fields.ts';
import { type HeaderMatch, matchHeaders, matchKind } from '../header-matching.ts';
import { events, notices, visits } from './by-order.ts';
import type { ExportKind, KindName } from './kind.ts';
import { calendar, categories, places, units } from './lists.ts';
import { callDays, calls, visitTotals } from './telephone.ts';

export type OtherKind = Exclude<KindName, 'orders'>;

/** The kinds beside orders, which have a way of their own through intake and build. */
export const otherKinds: Readonly<Record<OtherKind, ExportKind>> = {
	visits,
	visit_totals: visitTotals,
	events,
	units,
	categories,
	calls,
	call_days: callDays,
	places,
	calendar,
	notices
};

/** A header read as one kind of export. */
export type ReadAs = { kind: KindName; match: HeaderMatch };

/** A header read as what it fits best, and what else it fits as well; only a person can then say which it is. */
export type Recognised = ReadAs & { rivals: KindName[] };

/** What an export of this kind cannot do without and this header lacks; of several that would do, the first. */
export function missingOf({ kind, match }: ReadAs): (ExportField | 'received_at')[] {
	if (kind === 'orders') {
		const isReceived = match.has('registered_at') || match.has('contacted_at');
		return [
			...(match.has('order_number') ? [] : (['order_number'] as const)),
			...(isReceived ? [] : (['received_at'] as const))
		];
	}
	const { required } = otherKinds[kind];
	return required.filter((group) => !group.some((field) => match.has(field))).map(([field]) => field!);
}

/** The header as an export of one kind. */
export const readAs = (headers: readonly string[], kind: KindName): ReadAs => ({
	kind,
	match: kind === 'orders' ? matchHeaders(headers) : matchKind(headers, otherKinds[kind])
});

/** So many explained columns tell a kind, whatever stands beside them. */
const tellingColumns = 4;

/** From so many more columns on an export is more likely one of orders than what it would be complete as. */
const tellingMore = 2;

/**
 * Which kind of export a header is of: the one that explains most of its columns, of those it is complete for; orders
 * where it is complete for none. `orders` is the header read as orders, where that is known already.
 */
export function recognise(headers: readonly string[], orders: HeaderMatch = matchHeaders(headers)): Recognised {
	const asOrders: ReadAs = { kind: 'orders', match: orders };
	const isOrders = missingOf(asOrders).length === 0;
	const named = headers.filter((header) => header.trim() !== '').length;
	const others = Object.values(otherKinds).flatMap((kind) => {
		const match = matchKind(headers, kind);
		if (missingOf({ kind: kind.name, match }).length > 0) return [];
		const taken = new Set(match.values());
		const beside = [...orders].filter(([field, place]) => kind.beside?.includes(field) && !taken.has(place));
		const explained = match.size + beside.length;
		// A table with a district and its population in two of many columns is a list of something else.
		const isTelling = explained >= tellingColumns || explained * 2 > named;
		return isTelling ? [{ kind: kind.name, match, explained }] : [];
	});
	const fitting = [...others, ...(isOrders ? [{ ...asOrders, explained: orders.size }] : [])].toSorted(
		(a, b) => b.explained - a.explained
	);
	const [best] = fitting;
	if (best === undefined) return { ...asOrders, rivals: [] };
	const rivals = fitting.filter(({ explained }) => explained === best.explained).map(({ kind }) => kind);
	const isMoreLikeOrders = !isOrders && orders.size >= best.explained + tellingMore && orders.has('order_number');
	if (isMoreLikeOrders) rivals.push('orders');
	return { kind: best.kind, match: best.match, rivals: rivals.length > 1 ? rivals : [] };
}
