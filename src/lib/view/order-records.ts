import type { Table } from '#lib/components/table.ts';
import { isEventCode } from '#lib/domain/kinds/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { orderEvents } from '#queries/order-events.ts';
import type { orderNotices } from '#queries/order-notices.ts';
import { eventName } from './event-names.ts';
import { saidText, whenText } from './order-names.ts';
import { plain } from './plain-text.ts';
import { tableView } from './table-view.ts';

type Rows<Query extends (...given: never[]) => { execute: () => Promise<unknown[]> }> = Awaited<
	ReturnType<ReturnType<Query>['execute']>
>;

const headings: Record<string, () => string> = {
	at: m.order_events_at,
	event: m.order_events_event,
	meaning: m.order_events_meaning,
	unit: m.dimension_unit,
	handler: m.visit_column_handler,
	source: m.imports_file,
	number: m.order_notices_number,
	type: m.order_notices_type,
	due: m.order_notices_due,
	closed: m.order_notices_closed,
	isClosed: m.order_notices_is_closed
};
const ownHeading = (key: string): string | undefined => headings[key]?.();
const shown = (text: string | null) => (text === null ? null : plain(text));

/** What logs tell of an order, as a table; null where they tell nothing. A word in no list counts as nothing, and says so. */
export function eventsTable(events: Rows<typeof orderEvents>): Table | null {
	if (events.length === 0) return null;
	return tableView(
		{
			...{ id: 'order-events', by: null, total: null },
			columns: ['at', 'event', 'meaning', 'unit', 'handler', 'source'].map((key) => ({ key, kind: 'text' as const })),
			rows: events.map(({ at, isDate, event, code, unit, handler, file, row }) => ({
				at: whenText(at, isDate),
				event: plain(event),
				meaning: isEventCode(code) ? eventName(code) : m.order_events_unknown(),
				unit: shown(unit),
				handler: shown(handler),
				source: m.orders_file_text({ file: plain(file ?? m.not_stated()), row })
			}))
		},
		{ caption: m.order_events_title(), ownHeading }
	);
}

/** The supervision notices an order stands under, as a table; null where there are none. */
export function noticesTable(notices: Rows<typeof orderNotices>): Table | null {
	if (notices.length === 0) return null;
	return tableView(
		{
			...{ id: 'order-notices', by: null, total: null },
			columns: ['number', 'at', 'type', 'unit', 'due', 'closed', 'isClosed'].map((key) => ({
				key,
				kind: 'text' as const
			})),
			rows: notices.map(({ number, at, isDate, type, unit, dueAt, closedAt, isClosed }) => ({
				number: shown(number),
				at: whenText(at, isDate),
				type: shown(type),
				unit: shown(unit),
				due: dueAt && whenText(dueAt, false),
				closed: closedAt && whenText(closedAt, false),
				isClosed: saidText(isClosed)
			}))
		},
		{ caption: m.order_notices_title(), ownHeading }
	);
}
