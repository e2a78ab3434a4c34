import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { orderView } from '#lib/view/order-view.ts';
import { eventsTable, noticesTable } from '#lib/view/order-records.ts';
import { order } from '#queries/order.ts';
import { orderCoUnits } from '#queries/order-co-units.ts';
import { orderEvents } from '#queries/order-events.ts';
import { orderNotices } from '#queries/order-notices.ts';
import { underRules } from '#queries/where/under-rules.ts';
import { readRules } from '../../asked.server.ts';
import { recordView } from '../../viewed.server.ts';
import type { PageServerLoad } from './$types.js';

/** One order: what happened when, how it was judged, and the row it came from. */
export const load: PageServerLoad = async (event) => {
	const { number } = event.params;
	const warehouse = await servedWarehouse();
	const db = warehouse && underRules(warehouse.db, (await readRules(event.url)).asked);
	const found = db && (await order(db, number).executeTakeFirst());
	if (!warehouse || !found) error(404, m.orders_unknown_number({ number: number.slice(0, 100) }));
	const [coUnits, events, notices] = await Promise.all([
		orderCoUnits(warehouse.db, number).execute(),
		orderEvents(warehouse.db, number).execute(),
		orderNotices(warehouse.db, number).execute()
	]);
	await recordView(event, number);
	const { about } = warehouse;
	return {
		foot: { dataCut: about.data_cut, version: about.version, isMadeUp: about.is_made_up },
		order: orderView(
			found,
			coUnits.map(({ unit }) => unit)
		),
		events: eventsTable(events),
		notices: noticesTable(notices)
	};
};
