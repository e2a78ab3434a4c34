/** All that is kept of orders: a view, since a column in which nothing stands is left out of its table. */
export const assessedOrders = 'assessed_orders';

/** What counts orders, and is made anew by every build. */
export const countedTables = ['waiting_names', 'exports', 'months', 'dimension_values', 'about'];

/** What a version holds beside these. */
export const keptTables = [
	'co_units',
	...['events', 'notices', 'visit_totals', 'known_names', 'calls', 'call_days', 'places', 'calendar']
];

/** What a version's fingerprint is taken of. */
export const servedTables = [assessedOrders, ...keptTables, ...countedTables];
