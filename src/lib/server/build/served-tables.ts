/** What counts orders, and is made anew by every build. */
export const countedTables = ['waiting_names', 'exports', 'months', 'dimension_values', 'about'];

/** What a version holds, in the words of warehouse/schema. */
export const servedTables = [
	...['orders', 'co_units'],
	...['events', 'notices', 'visit_totals', 'known_names', 'calls', 'call_days', 'places', 'calendar'],
	...countedTables
];
