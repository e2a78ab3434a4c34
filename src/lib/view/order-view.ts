import { m } from '#lib/paraglide/messages.js';
import type { order } from '#queries/order.ts';
import { judgement } from './order-judgement.ts';
import { resolvedText, saidText, satisfactionText, timesText } from './order-names.ts';
import { orderTimeline } from './order-timeline.ts';

/** One order as the question gives it. */
export type Order = Awaited<ReturnType<ReturnType<typeof order>['execute']>>[number];

export type Fact = { term: string; text: string; href?: string };

/** One order in words: its steps, how it was judged, what the citizen said, and where it stands in the export. */
export function orderView(order: Order, coUnits: string[] = []) {
	return {
		title: m.orders_order_title({ number: order.orderNumber }),
		timeline: orderTimeline(order),
		sections: [
			{ heading: m.orders_judged(), facts: judgement(order) },
			{ heading: m.orders_visits(), facts: visitFacts(order) },
			{ heading: m.orders_counts(), facts: countFacts(order) },
			{ heading: m.orders_about(), facts: aboutFacts(order, coUnits) }
		]
	};
}

const visitFacts = (order: Order): Fact[] => [
	{ term: m.orders_fact_attempted(), text: saidText(order.visitAttempted) },
	{ term: m.orders_fact_reached(), text: saidText(order.visitReached) },
	{ term: m.orders_fact_valid(), text: saidText(order.visitValid) },
	{ term: m.orders_fact_contacted(), text: saidText(order.visitContacted) },
	{ term: m.orders_fact_resolved(), text: resolvedText(order.visitResolved) },
	{ term: m.orders_fact_satisfaction(), text: satisfactionText(order.satisfaction) }
];

const countFacts = (order: Order): Fact[] => [
	{ term: m.orders_fact_returns(), text: timesText(order.returnCount) },
	{ term: m.orders_fact_extensions(), text: timesText(order.extensionCount) },
	{ term: m.orders_fact_urges(), text: timesText(order.urgeCount) },
	{ term: m.orders_fact_rework(), text: timesText(order.reworkCount) },
	...(order.handlingRound === null
		? []
		: [{ term: m.order_round(), text: m.order_round_nth({ round: order.handlingRound }) }]),
	{ term: m.orders_fact_supervised(), text: saidText(order.isSupervised) }
];

function aboutFacts(order: Order, coUnits: string[]): Fact[] {
	const modes: Record<string, () => string> = { desk: m.orders_mode_desk, dispatched: m.orders_mode_dispatched };
	const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(' › ') || m.not_stated();
	const where = { file: order.file ?? m.not_stated(), row: order.row };
	return [
		{ term: m.dimension_unit(), text: joined(order.unit, order.subUnit) },
		...(order.unit === null && order.unitWritten !== null
			? [{ term: m.order_unit_written(), text: m.order_unit_waits({ unit: order.unitWritten }) }]
			: []),
		...(coUnits.length > 0 ? [{ term: m.order_co_units(), text: coUnits.join(m.list_gap()) }] : []),
		{ term: m.column_unit_kind(), text: joined(order.unitKind) },
		{ term: m.dimension_line(), text: joined(order.line) },
		{ term: m.dimension_channel(), text: joined(order.channel) },
		{ term: m.dimension_kind(), text: joined(order.kind) },
		{ term: m.dimension_category(), text: joined(order.category1, order.category2, order.category3) },
		{ term: m.dimension_district(), text: joined(order.district, order.street) },
		{ term: m.orders_fact_status(), text: joined(order.status) },
		{ term: m.orders_fact_mode(), text: modes[order.handlingMode ?? '']?.() ?? m.not_stated() },
		{ term: m.orders_fact_urgency(), text: joined(order.urgency) },
		{
			term: m.orders_fact_file(),
			text: order.sheet ? m.orders_file_sheet_text({ ...where, sheet: order.sheet }) : m.orders_file_text(where)
		}
	];
}
