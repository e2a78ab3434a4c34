import { formatCount, formatDuration } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { repeatDays } from '#queries/where/repeat.ts';
import { reasonColumns, type Reason } from '#queries/where/reasons.ts';
import { columnName } from './column-names.ts';
import { reasonNamesByCode } from './reason-names.ts';

const names: Record<Reason, () => string> = reasonNamesByCode;
const isReason = (word: string): word is Reason => Object.hasOwn(names, word);

/** The reason an address asks for; null for any. */
export const reasonFrom = (word: string | null): Reason | null => (word !== null && isReason(word) ? word : null);

type Counts = Record<Reason | 'orders' | 'looked' | `${Reason}Carried`, number>;

/** The list by one reason: a link each with its orders, those that nothing stands under included. */
export function reasonChoices(url: URL, counts: Counts, chosen: Reason | null) {
	const link = (reason: Reason | null) => {
		const query = new URLSearchParams(url.searchParams);
		query.delete('page');
		query.delete('reason');
		if (reason !== null) query.set('reason', reason);
		return {
			label: m.orders_watch_choice({
				reason: reason === null ? m.orders_reason_all() : names[reason](),
				orders: formatCount(counts[reason ?? 'orders'], getLocale())
			}),
			href: `${url.pathname}?${query}`,
			current: reason === chosen
		};
	};
	return [null, ...(Object.keys(names) as Reason[])].map(link);
}

/** The reasons that can not be seen, each with the column it would take, so that an empty one is not read as a good one. */
export function notCarried(counts: Counts): string | null {
	const unseen = (Object.keys(names) as Reason[]).filter((reason) => counts[`${reason}Carried`] === 0);
	if (unseen.length === 0 || counts.looked === 0) return null;
	const reasons = unseen.map((reason) =>
		m.watch_unseen_reason({ reason: names[reason](), column: columnName(reasonColumns[reason]) })
	);
	return m.watch_unseen({ reasons: reasons.join(m.list_gap()) });
}

type Watched = Record<Reason, boolean> & {
	overdueSeconds: number | null;
	returnCount: number | null;
	reworkCount: number | null;
};

/** Why an order stands in the list, every reason that holds. */
export function whyText(row: Watched): string {
	const time = formatDuration(Math.abs(row.overdueSeconds ?? 0), getLocale());
	return [
		row.overdue && (row.overdueSeconds === null ? m.orders_why_overdue_flag() : m.orders_why_overdue({ time })),
		row.dissatisfied && m.orders_why_dissatisfied(),
		row.notResolved && m.orders_why_not_resolved(),
		row.repeated && m.watch_why_repeated({ days: repeatDays }),
		row.returned && m.orders_why_returned({ times: row.returnCount ?? 0 }),
		row.redone &&
			(row.reworkCount === 1 ? m.orders_why_redone_once() : m.orders_why_redone({ times: row.reworkCount ?? 0 })),
		row.dueSoon && m.orders_why_due_soon({ time })
	]
		.filter((reason) => reason !== false)
		.join(m.list_gap());
}
