import { m } from '#lib/paraglide/messages.js';

/** What the catalogue's themes and units are called, by the codes its table has. */
export const themeNames: Record<string, () => string> = {
	'theme-volumes': m.catalogue_theme_volumes,
	'theme-dispatching': m.catalogue_theme_dispatching,
	'theme-timeliness': m.catalogue_theme_timeliness,
	'theme-times': m.catalogue_theme_times,
	'theme-visits': m.catalogue_theme_visits,
	'theme-quality': m.catalogue_theme_quality,
	'theme-groups': m.catalogue_theme_groups,
	'theme-lines': m.catalogue_theme_lines,
	'theme-calls': m.catalogue_theme_calls,
	'theme-places': m.catalogue_theme_places
};

export const unitNames: Record<string, () => string> = {
	'unit-share': m.catalogue_unit_share,
	'unit-orders': m.catalogue_unit_orders,
	'unit-seconds': m.catalogue_unit_seconds,
	'unit-days': m.catalogue_unit_days,
	'unit-workingDays': m.catalogue_unit_workingDays,
	'unit-times': m.catalogue_unit_times,
	'unit-points': m.catalogue_unit_points,
	'unit-perResidents': m.catalogue_unit_perResidents
};
